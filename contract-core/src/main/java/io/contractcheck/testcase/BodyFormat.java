package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;

/** How values become bytes in a family of media types, and back. */
interface BodyFormat {
    /** Whether the family holds that media type, which is no range. */
    boolean speaks(MediaType type);

    /**
     * The bytes of a body.
     *
     * @throws UnwritableException if the value has no form
     */
    Entity write(BodyValue body);

    /**
     * The value of bytes, typed by the schema where the format has no types.
     *
     * @param type of the message, with its parameters
     * @throws UnreadableException if the bytes are not of the format
     */
    JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content);

    /**
     * A body as it is sent.
     *
     * @param contentType the value of the Content-Type header
     */
    record Entity(byte[] bytes, String contentType) {}
}
