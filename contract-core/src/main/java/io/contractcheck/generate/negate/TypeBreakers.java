package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** {@code type}, {@code enum} and {@code const}. */
final class TypeBreakers {
    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "null", "array", "object");

    private TypeBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("type", (spot, value, place, rule, random) -> other(place.types(), value, random));
        all.put("enum", (spot, value, place, rule, random) -> unlisted(rule, random));
        all.put(
                "const",
                (spot, value, place, rule, random) ->
                        unlisted(Json.NODES.arrayNode().add(rule), random));
    }

    private static @Nullable JsonNode other(List<String> types, JsonNode value, Random random) {
        List<String> others = new ArrayList<>(TYPES);
        others.removeAll(types);
        if (types.contains("number")) {
            others.remove("integer");
        }
        return others.isEmpty() ? null : of(others.get(random.nextInt(others.size())), value, random);
    }

    private static JsonNode of(String type, JsonNode value, Random random) {
        return switch (type) {
            case "string" -> Json.NODES.textNode(Names.word(random));
            case "integer" -> Json.NODES.numberNode(random.nextInt(1000));
            case "number" -> Json.NODES.numberNode(BigDecimal.valueOf(random.nextInt(1000) * 10L + 5, 1));
            case "boolean" -> Json.NODES.booleanNode(random.nextBoolean());
            case "null" -> Json.NODES.nullNode();
            case "array" ->
                random.nextBoolean()
                        ? Json.NODES.arrayNode().add(value).add(value)
                        : Json.NODES.arrayNode().addNull().addNull();
            default ->
                random.nextBoolean()
                        ? Json.NODES.objectNode()
                        : Json.NODES.objectNode().set(Names.word(random), value);
        };
    }

    /** Any simple value, for where nothing is allowed. */
    static JsonNode simple(Random random) {
        return of(TYPES.get(random.nextInt(4)), Json.NODES.nullNode(), random);
    }

    private static @Nullable JsonNode unlisted(JsonNode listed, Random random) {
        if (listed.isEmpty()) {
            return null;
        }
        JsonNode member = listed.get(random.nextInt(listed.size()));
        if (random.nextInt(4) == 0) {
            return of(TYPES.get(random.nextInt(TYPES.size())), member, random);
        }
        if (member.isTextual()) {
            return Json.NODES.textNode(misspelt(member.textValue(), random));
        }
        if (member.isNumber()) {
            BigDecimal by = BigDecimal.valueOf(random.nextBoolean() ? 1 : 1 + random.nextInt(1000));
            BigDecimal number = member.decimalValue();
            return NumberBreakers.node(random.nextBoolean() ? number.add(by) : number.subtract(by));
        }
        return member.isBoolean() ? Json.NODES.booleanNode(!member.booleanValue()) : other(List.of(), member, random);
    }

    private static String misspelt(String text, Random random) {
        String upper = text.toUpperCase(Locale.ROOT);
        return switch (random.nextInt(4)) {
            case 0 -> upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
            case 1 -> text + "x";
            case 2 -> TextBreakers.edited(text, random);
            default -> Names.word(random);
        };
    }
}
