package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code enum}, {@code const}, and the values that a document shows: {@code example}, {@code examples}, {@code default}. */
final class Constants implements Family {
    private static final int NEAR = 3;
    private static final List<JsonNode> OTHER_TYPES = List.of(
            Json.NODES.textNode("AAA"),
            Json.NODES.numberNode(0),
            Json.NODES.booleanNode(false),
            Json.NODES.nullNode(),
            Json.NODES.arrayNode(),
            Json.NODES.objectNode());

    @Override
    public Stream<Candidate> valid(View view) {
        List<Candidate> all = new ArrayList<>();
        view.all("example").forEach(v -> all.add(Candidate.valid(sendable(view, v), "example_value", "the example")));
        view.all("examples").stream()
                .filter(JsonNode::isArray)
                .forEach(list ->
                        list.forEach(v -> all.add(Candidate.valid(sendable(view, v), "example_value", "an example"))));
        view.all("default").forEach(v -> all.add(Candidate.valid(sendable(view, v), "default_value", "the default")));
        view.all("enum")
                .forEach(list -> list.forEach(
                        v -> all.add(Candidate.valid(v, "enum_value", "the value " + Types.shown(v) + " of enum"))));
        view.all("const").forEach(v -> all.add(Candidate.valid(v, "const_value", "the value of const")));
        return all.stream().filter(c -> !(c.value().isNull() && view.speaks("nullable")));
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        List<Candidate> all = new ArrayList<>();
        for (String keyword : List.of("enum", "const")) {
            for (JsonNode listed : view.all(keyword)) {
                Iterable<JsonNode> members = keyword.equals("enum") ? listed : List.of(listed);
                List<Candidate> near = new ArrayList<>();
                members.forEach(member -> near(member)
                        .forEach(v -> near.add(Candidate.invalid(
                                v,
                                "invalid_enum_value",
                                keyword,
                                keyword.equals("enum")
                                        ? Types.shown(v) + ", not a value of enum"
                                        : Types.shown(v) + ", not the value of const"))));
                view.fitting(near, NEAR).forEach(all::add);
                members.forEach(member -> all.add(Candidate.invalid(
                        member,
                        "incorrect_type",
                        "type",
                        Types.shown(member) + ", a value of " + keyword + " that is not of the type")));
                List<Candidate> far = new ArrayList<>();
                OTHER_TYPES.forEach(v -> far.add(Candidate.invalid(
                        v,
                        "invalid_enum_value",
                        keyword,
                        Types.shown(v) + ", of a type that " + keyword + " has not")));
                if (!view.speaks("type")) {
                    view.fitting(far, far.size()).forEach(all::add);
                }
            }
        }
        return all.stream();
    }

    /** What the document shows, the most telling first. */
    static List<JsonNode> examples(View view) {
        List<JsonNode> all = new ArrayList<>(view.all("example"));
        all.addAll(view.all("default"));
        view.all("examples").stream().filter(JsonNode::isArray).forEach(list -> list.forEach(all::add));
        return all;
    }

    /** The value without members that are not to be sent; itself if it is valid anyway. */
    private static JsonNode sendable(View view, JsonNode value) {
        if (!value.isContainerNode() || !view.open() || view.accepts(value)) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode array = Json.NODES.arrayNode();
            value.forEach(element -> array.add(sendable(view.element(array.size(), null), element)));
            return array;
        }
        ObjectNode object = Json.NODES.objectNode();
        value.properties().forEach(member -> {
            View inner = view.member(member.getKey(), null);
            if (!inner.nothing()) {
                object.set(member.getKey(), sendable(inner, member.getValue()));
            }
        });
        return object;
    }

    private static List<JsonNode> near(JsonNode member) {
        if (member.isTextual()) {
            String text = member.textValue();
            String upper = text.toUpperCase(Locale.ROOT);
            return List.of(
                    Json.NODES.textNode(upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper),
                    Json.NODES.textNode(text + "x"),
                    Json.NODES.textNode("AAA"));
        }
        if (member.isNumber()) {
            return List.of(
                    Json.NODES.numberNode(member.decimalValue().add(BigDecimal.ONE)),
                    Json.NODES.numberNode(member.decimalValue().subtract(BigDecimal.ONE)));
        }
        if (member.isBoolean()) {
            return List.of(Json.NODES.booleanNode(!member.booleanValue()));
        }
        if (member instanceof ArrayNode array) {
            return List.of(array.deepCopy().addNull());
        }
        if (member instanceof ObjectNode object) {
            return List.of(object.deepCopy().putNull("unknownProperty"));
        }
        return List.of();
    }
}
