package io.contractcheck.http;

/** A request as a line for a POSIX shell that sends the same bytes. */
public final class Curl {
    private Curl() {}

    /** The line. Masked secrets, {@code ${NAME}} as {@link Secrets} writes them, become variables that the shell fills in. */
    public static String line(Request masked) {
        throw new UnsupportedOperationException();
    }
}
