package io.contractcheck.http;

/** What of a response's content can be read. */
public sealed interface Content {
    /**
     * All of it.
     *
     * @param bytes under no content coding
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(byte[] bytes) implements Content {}

    /**
     * Nothing that can be judged, though nothing is wrong with it: it is longer than what is read, or coded in a way that is not undone.
     *
     * @param reason for people, as {@code it is longer than ...}
     */
    record Unread(String reason) implements Content {}

    /**
     * Nothing that anyone can read.
     *
     * @param reason for people, as {@code its Content-Encoding is ...}
     */
    record Broken(String reason) implements Content {}
}
