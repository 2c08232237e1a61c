package io.contractcheck.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The schemas of one raw document in the words of an official draft, for requests: draft 4 for Swagger 2.0 and OpenAPI 3.0, 2020-12 for
 * 3.1. A second translation, which shares nothing with the one under test. Of OpenAPI's own words it knows {@code nullable} beside
 * {@code type}, and {@code readOnly}: such properties must not be sent and are not required.
 */
final class RawSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> DRAFT_4 = set(
            "type enum format multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern items"
                    + " additionalItems maxItems minItems uniqueItems maxProperties minProperties required properties"
                    + " patternProperties additionalProperties allOf anyOf oneOf not");
    private static final Set<String> DRAFT_2020 =
            set("const prefixItems contains minContains maxContains propertyNames if then else dependentRequired"
                    + " dependentSchemas unevaluatedItems unevaluatedProperties $ref");
    private static final Set<String> ONE =
            set("items additionalItems additionalProperties not contains propertyNames if then else unevaluatedItems"
                    + " unevaluatedProperties");
    private static final Set<String> LIST = set("allOf anyOf oneOf prefixItems");
    private static final Set<String> MAP = set("properties patternProperties dependentSchemas");
    private static final Set<String> NAMING = set("$id $dynamicRef $dynamicAnchor $anchor");

    private final JsonNode root;
    private final Set<Interpretation> read;
    private final boolean old;
    private final String nullable;
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, Integer> numbers = new HashMap<>();

    /**
     * @param pointer where the schema stands
     * @param waived properties that are not required there
     */
    private record Place(String pointer, Set<String> waived) {}

    /** Something that this translation does not do. */
    static final class Untranslatable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Untranslatable(String reason) {
            super(reason);
        }
    }

    RawSchemas(JsonNode root, Set<Interpretation> read) {
        this.root = root;
        this.read = read;
        this.old = root.has("swagger") || root.path("openapi").asText().matches("3(\\.0.*)?");
        this.nullable = root.has("swagger") ? "x-nullable" : "nullable";
    }

    private static Set<String> set(String words) {
        return new LinkedHashSet<>(List.of(words.split(" ")));
    }

    boolean old() {
        return old;
    }

    /** The address of the schema at a pointer. */
    URI address(JsonPointer pointer) {
        return URI.create(address(new Place(pointer.toString(), Set.of())));
    }

    private String address(Place place) {
        Integer number = numbers.computeIfAbsent(place, p -> {
            places.add(p);
            return places.size() - 1;
        });
        return "raw://schema/" + number;
    }

    /** The schema at an address. */
    JsonNode at(String address) {
        String number = address.replaceFirst("raw://schema/([0-9]+).*", "$1");
        if (!number.matches("[0-9]+")) {
            throw new Untranslatable("a reference to " + address);
        }
        Place place = places.get(Integer.parseInt(number));
        return schema(node(place.pointer), place.waived);
    }

    /** What stands at a pointer, references followed. */
    JsonPointer target(JsonPointer pointer) {
        JsonPointer at = pointer;
        for (int steps = 0; steps < 50; steps++) {
            JsonNode reference = root.at(at).path("$ref");
            if (!reference.isTextual()) {
                return at;
            }
            at = JsonPointer.compile(pointer(reference.textValue()));
        }
        throw new Untranslatable("a circle of references at " + pointer);
    }

    JsonNode raw(JsonPointer pointer) {
        return root.at(pointer);
    }

    private JsonNode node(String pointer) {
        JsonNode node = root.at(JsonPointer.compile(pointer));
        if (node.isMissingNode()) {
            throw new Untranslatable("a broken reference to #" + pointer);
        }
        return node;
    }

    private String pointer(String reference) {
        if (!reference.startsWith("#/") && !reference.equals("#")) {
            throw new Untranslatable("a reference to " + reference);
        }
        String plain = reference.substring(1);
        if (plain.contains("%") && root.at(JsonPointer.compile(plain)).isMissingNode()) {
            return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        return plain;
    }

    private JsonNode schema(JsonNode node, Set<String> waivedAbove) {
        if (!node.isObject()) {
            return node.isBoolean() ? node : NODES.objectNode();
        }
        ObjectNode schema = NODES.objectNode();
        if (old && node.path("$ref").isTextual()) {
            return schema.put("$ref", refer(node.get("$ref").textValue(), waivedAbove));
        }
        for (String word : NAMING) {
            if (!old && node.has(word)) {
                throw new Untranslatable(word);
            }
        }
        Set<String> waived = new TreeSet<>(waivedAbove);
        readOnly(node, waived, 0);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String word = field.getKey();
            if (DRAFT_4.contains(word) || !old && DRAFT_2020.contains(word)) {
                keyword(word, field.getValue(), waived, schema);
            }
        }
        if (node.path(nullable).asBoolean() && (old || read.contains(Interpretation.NULLABLE_IN_3_1))) {
            withNull(schema);
        }
        if (node.has("discriminator") && read.contains(Interpretation.DISCRIMINATOR_CHOOSES)) {
            anyOf(schema);
        }
        return schema;
    }

    private static void anyOf(ObjectNode schema) {
        JsonNode choice = schema.remove("oneOf");
        if (choice != null) {
            ArrayNode all = schema.withArrayProperty("allOf");
            all.addObject().set("anyOf", choice);
        }
    }

    private String refer(String reference, Set<String> waived) {
        return address(new Place(pointer(reference), new TreeSet<>(waived)));
    }

    private void keyword(String word, JsonNode value, Set<String> waived, ObjectNode schema) {
        if (ONE.contains(word) && value.isObject()) {
            schema.set(word, schema(value, Set.of()));
        } else if (LIST.contains(word) || word.equals("items") && value.isArray()) {
            ArrayNode list = NODES.arrayNode();
            value.forEach(v -> list.add(schema(v, word.endsWith("Of") ? waived : Set.of())));
            if (!list.isEmpty()) {
                schema.set(word, list);
            }
        } else if (MAP.contains(word)) {
            ObjectNode map = schema.putObject(word);
            value.properties().forEach(m -> {
                boolean mute = word.equals("properties") && isReadOnly(m.getValue(), 0);
                map.set(m.getKey(), mute ? nothing() : schema(m.getValue(), Set.of()));
            });
        } else if (word.equals("required") && value.isArray()) {
            ArrayNode names = NODES.arrayNode();
            value.forEach(name -> {
                if (!waived.contains(name.asText())) {
                    names.add(name);
                }
            });
            if (!names.isEmpty()) {
                schema.set(word, names);
            }
        } else if (word.equals("$ref")) {
            schema.put(word, refer(value.asText(), waived));
        } else if (word.equals("pattern")) {
            schema.put(word, JavaPattern.of(value.asText(), read.contains(Interpretation.FOREIGN_PATTERN_WORDS)));
        } else {
            schema.set(word, value);
        }
    }

    /** No value is of this schema; draft 4 has no {@code false}. */
    private static ObjectNode nothing() {
        ObjectNode nothing = NODES.objectNode();
        nothing.putObject("not");
        return nothing;
    }

    private static void withNull(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            return;
        }
        ArrayNode types = NODES.arrayNode();
        (type.isArray() ? type : NODES.arrayNode().add(type)).forEach(types::add);
        schema.set("type", types.add("null"));
        if (schema.path("enum").isArray()) {
            schema.set("enum", ((ArrayNode) schema.get("enum").deepCopy()).addNull());
        }
    }

    /** The names of properties that a schema, or what it is composed of, calls read-only. */
    private void readOnly(JsonNode node, Set<String> names, int depth) {
        if (depth > 20) {
            return;
        }
        if (node.path("$ref").isTextual()) {
            readOnly(referred(node), names, depth + 1);
            if (old) {
                return;
            }
        }
        node.path("properties").properties().forEach(p -> {
            if (isReadOnly(p.getValue(), 0)) {
                names.add(p.getKey());
            }
        });
        node.path("allOf").forEach(branch -> readOnly(branch, names, depth + 1));
    }

    private boolean isReadOnly(JsonNode property, int depth) {
        if (depth > 20 || !property.isObject()) {
            return false;
        }
        boolean reference = property.path("$ref").isTextual();
        if (!(reference && old) && property.path("readOnly").asBoolean()) {
            return true;
        }
        if (reference && isReadOnly(referred(property), depth + 1)) {
            return true;
        }
        return !(reference && old)
                && property.path("allOf").valueStream().anyMatch(branch -> isReadOnly(branch, depth + 1));
    }

    private JsonNode referred(JsonNode node) {
        try {
            return root.at(JsonPointer.compile(pointer(node.path("$ref").textValue())));
        } catch (Untranslatable e) {
            return NODES.missingNode();
        }
    }
}
