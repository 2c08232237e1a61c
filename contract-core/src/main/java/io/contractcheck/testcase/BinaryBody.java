package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes of any kind: {@code application/octet-stream}, images, and every media type that is not known. */
final class BinaryBody implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return true;
    }

    @Override
    public Entity write(BodyValue body) {
        return new Entity(bytes(body.value()), body.mediaType());
    }

    /** The bytes of a value, if it is bytes or a string. */
    static byte[] bytes(JsonNode value) {
        if (value.isContainerNode()) {
            throw new UnwritableException("arrays and objects have no form in this media type;"
                    + " document the body as JSON, a form, or a string of format binary");
        }
        try {
            return value.isBinary() ? value.binaryValue() : Percent.utf8(Scalars.text(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        return Json.NODES.binaryNode(bytes);
    }
}
