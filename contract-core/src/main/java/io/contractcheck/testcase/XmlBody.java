package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;

/** XML, by the hints of the schema: names, attributes, wrapped arrays, namespaces (OpenAPI 3.1, section 4.8.26). */
final class XmlBody implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return type.isXml();
    }

    @Override
    public Entity write(BodyValue body) {
        return new Entity(XmlWriter.write(XmlShape.root(body.content()), body.value()), body.mediaType());
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        XmlShape root = XmlShape.root(content);
        return Reading.of(XmlReader.read(bytes, root), root.shape());
    }
}
