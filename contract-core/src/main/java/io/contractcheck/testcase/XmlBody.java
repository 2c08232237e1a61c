package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.MediaTypeContent;

/** XML: known by name, not written yet. */
final class XmlBody implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return type.isXml();
    }

    @Override
    public Entity write(BodyValue body) {
        throw new UnwritableException("XML is not supported for requests yet");
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        throw new UnreadableException("XML is not supported for requests yet");
    }
}
