package io.contractcheck.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text without types, as a service would understand it: a value counts as valid if any plain understanding of it is valid. Items and
 * members are understood by their own schemas, one by one.
 */
final class PlainDecoder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final List<String> COMPOSED = List.of("allOf", "anyOf", "oneOf", "not", "if");

    private final RawSchemas schemas;
    private final Harrel harrel;

    PlainDecoder(RawSchemas schemas, Harrel harrel) {
        this.schemas = schemas;
        this.harrel = harrel;
    }

    /** The types that a schema names; none where it names none itself. */
    Set<String> types(JsonPointer schema) {
        JsonNode type = schemas.raw(schemas.target(schema)).path("type");
        Set<String> types = new LinkedHashSet<>();
        (type.isArray() ? type : NODES.arrayNode().add(type)).forEach(t -> {
            if (t.isTextual()) {
                types.add(t.textValue());
            }
        });
        return types;
    }

    /** Whether parts of a schema's rules stand elsewhere than in its own words. */
    boolean composed(JsonPointer schema) {
        JsonNode node = schemas.raw(schemas.target(schema));
        return COMPOSED.stream().anyMatch(node::has);
    }

    /** The names of the properties that the schema itself has. */
    Set<String> names(JsonPointer schema) {
        Set<String> names = new LinkedHashSet<>();
        schemas.raw(schemas.target(schema)).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Valid if one of the values is. */
    Opinion any(JsonPointer schema, List<JsonNode> values) {
        Opinion last = new Opinion.Unknown("no reading");
        for (JsonNode value : values) {
            last = harrel.judge(schema, value);
            if (!(last instanceof Opinion.Invalid)) {
                return last;
            }
        }
        return last;
    }

    /** All that a text can be on its own. */
    static List<JsonNode> scalars(String text) {
        List<JsonNode> values = new ArrayList<>();
        values.add(NODES.textNode(text));
        if (NUMBER.matcher(text).matches() && text.length() < 1000) {
            BigDecimal number = new BigDecimal(text);
            boolean whole = !text.contains(".") && !text.contains("e") && !text.contains("E");
            values.add(whole ? NODES.numberNode(number.toBigInteger()) : NODES.numberNode(number));
        }
        if (text.equals("true") || text.equals("false")) {
            values.add(NODES.booleanNode(text.equals("true")));
        }
        if (text.equals("null")) {
            values.add(NODES.nullNode());
        }
        return values;
    }

    /** Arrays of these texts: of each what its schema likes best, all as text, all as what they look like. */
    List<JsonNode> arrays(JsonPointer schema, List<String> texts) {
        JsonPointer items = schemas.target(schema).append(JsonPointer.compile("/items"));
        ArrayNode best = NODES.arrayNode();
        ArrayNode plain = NODES.arrayNode();
        ArrayNode natural = NODES.arrayNode();
        for (String text : texts) {
            best.add(best(items, text));
            plain.add(text);
            natural.add(last(scalars(text)));
        }
        return List.of(best, plain, natural);
    }

    /** Objects of these texts, likewise. */
    List<JsonNode> objects(JsonPointer schema, Map<String, List<String>> texts) {
        JsonPointer target = schemas.target(schema);
        ObjectNode best = NODES.objectNode();
        ObjectNode plain = NODES.objectNode();
        ObjectNode natural = NODES.objectNode();
        texts.forEach((name, values) -> {
            JsonPointer own = target.appendProperty("properties").appendProperty(name);
            JsonPointer rule = schemas.raw(own).isMissingNode() ? target.appendProperty("additionalProperties") : own;
            String text = values.get(values.size() - 1);
            boolean list = schemas.raw(rule).isObject() && types(rule).contains("array") || values.size() > 1;
            best.set(name, list ? arrays(rule, values).get(0) : best(rule, text));
            plain.put(name, text);
            natural.set(name, last(scalars(text)));
        });
        return List.of(best, plain, natural);
    }

    /** Whether one of the members has rules that do not stand in its own words. */
    boolean composed(JsonPointer schema, Set<String> names) {
        JsonPointer target = schemas.target(schema);
        return names.stream()
                .map(name -> target.appendProperty("properties").appendProperty(name))
                .anyMatch(member -> schemas.raw(member).isObject() && composed(member));
    }

    private JsonNode best(JsonPointer schema, String text) {
        List<JsonNode> values = scalars(text);
        if (!schemas.raw(schema).isObject()) {
            return values.get(0);
        }
        for (JsonNode value : values) {
            if (harrel.judge(schema, value) instanceof Opinion.Valid) {
                return value;
            }
        }
        return values.get(0);
    }

    private static JsonNode last(List<JsonNode> values) {
        return values.get(values.size() - 1);
    }
}
