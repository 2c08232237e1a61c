package io.contractcheck.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** How values become the bytes of a family of media types, and back. Thread-safe. */
public interface Codec {
    /** The media types, as {@code application/cbor}, and ranges such as {@code application/*+cbor}. Parameters do not matter. */
    List<String> mediaTypes();

    /** Whether one of {@link #mediaTypes()} covers that media type. */
    default boolean speaks(MediaType type) {
        return mediaTypes().stream().anyMatch(name -> MediaType.of(name).covers(type));
    }

    /**
     * The bytes of a value. Strings of format binary are a {@link com.fasterxml.jackson.databind.node.BinaryNode}.
     *
     * @param type the media type the bytes are sent with, with its parameters
     * @throws IOException if the value has no form in the media type; the message says why
     */
    byte[] write(JsonNode value, MediaType type) throws IOException;

    /**
     * The value of bytes.
     *
     * @param type of the message, with its parameters
     * @throws IOException if the bytes are not of the media type; the message says why
     */
    JsonNode read(byte[] bytes, MediaType type) throws IOException;
}
