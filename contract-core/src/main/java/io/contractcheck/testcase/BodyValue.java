package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.MediaTypeContent;

/**
 * A body before it is written.
 *
 * @param content what the document says of it
 * @param mediaType the concrete media type it is sent with; ranges are made concrete
 * @param value the value; bytes are a {@link com.fasterxml.jackson.databind.node.BinaryNode}
 */
public record BodyValue(MediaTypeContent content, String mediaType, JsonNode value) {
    /** The same with another value. */
    public BodyValue with(JsonNode other) {
        return new BodyValue(content, mediaType, other);
    }
}
