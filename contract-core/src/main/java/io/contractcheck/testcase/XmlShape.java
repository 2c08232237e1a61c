package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.schema.Schema;

/**
 * What a schema says of a value's XML (OpenAPI 3.1, section 4.8.26).
 *
 * @param name of the element or attribute, without its prefix
 * @param shape of the value
 * @param hint the XML object; a missing node where there is none
 */
record XmlShape(String name, Shape shape, JsonNode hint) {

    private static XmlShape of(String name, Shape shape) {
        JsonNode hint = shape.hint("xml").orElse(MissingNode.getInstance());
        return new XmlShape(hint.path("name").asText(name), shape, hint);
    }

    /** The root element, which is named as the component the schema refers to. */
    static XmlShape root(MediaTypeContent content) {
        return of(content.schema().map(XmlShape::component).orElse("root"), Shape.of(content));
    }

    private static String component(Schema schema) {
        JsonNode ref = schema.normal().path("$ref");
        JsonPointer place = (ref.isTextual() ? schema.target(ref.textValue()) : schema)
                .source()
                .pointer();
        JsonPointer parent = place.head();
        String list = parent == null || parent.matches() ? "" : parent.last().getMatchingProperty();
        return list.equals("schemas") || list.equals("definitions")
                ? place.last().getMatchingProperty()
                : "root";
    }

    XmlShape property(String property) {
        return of(property, shape.property(property));
    }

    /** An item: named by itself, else as its array. */
    XmlShape item(int index, String fallback) {
        return of(fallback, shape.item(index));
    }

    boolean attribute() {
        return hint.path("attribute").asBoolean();
    }

    boolean wrapped() {
        return hint.path("wrapped").asBoolean();
    }

    String prefix() {
        return hint.path("prefix").asText("");
    }

    String namespace() {
        return hint.path("namespace").asText("");
    }
}
