package io.contractcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Schemas and values at random, judged by another implementation too. */
class SecondOpinionTest {
    private static final List<String> TYPES =
            List.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> VALUES =
            List.of("null", "true", "0", "1", "1.0", "2.5", "\"\"", "\"a\"", "\"ab\"");

    private final Random random = new Random(20_241_121);
    private final ValidatorFactory second = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withDisabledSchemaValidation(true);

    @Test
    void both_agree() {
        int valid = 0;
        for (int i = 0; i < 4000; i++) {
            JsonNode schema = schema(3);
            Schema ours = Schema.parse(Json.write(schema));
            for (int k = 0; k < 5; k++) {
                JsonNode value = value(3);
                boolean expected = second.validate(schema, value).isValid();
                assertThat(ours.accepts(value))
                        .as("%s on %s", schema, value)
                        .isEqualTo(expected)
                        .isEqualTo(ours.validate(value).isEmpty());
                valid += expected ? 1 : 0;
            }
        }
        assertThat(valid).isBetween(3_000, 17_000);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private JsonNode value(int depth) {
        int kind = random.nextInt(depth > 0 ? 4 : 2);
        if (kind < 2) {
            return Json.parse(pick(VALUES));
        }
        int size = random.nextInt(4);
        if (kind == 2) {
            ArrayNode array = Json.NODES.arrayNode();
            for (int i = 0; i < size; i++) {
                array.add(value(depth - 1));
            }
            return array;
        }
        ObjectNode object = Json.NODES.objectNode();
        for (int i = 0; i < size; i++) {
            object.set(pick(NAMES), value(depth - 1));
        }
        return object;
    }

    private JsonNode schema(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(3) == 0
                    ? Json.NODES.booleanNode(random.nextBoolean())
                    : Json.NODES.objectNode().put("type", pick(TYPES));
        }
        ObjectNode schema = Json.NODES.objectNode();
        int keywords = 1 + random.nextInt(3);
        for (int i = 0; i < keywords; i++) {
            keyword(schema, depth - 1);
        }
        return schema;
    }

    private void keyword(ObjectNode schema, int depth) {
        int size = random.nextInt(3);
        switch (random.nextInt(26)) {
            case 0 -> schema.put("type", pick(TYPES));
            case 1 -> schema.putArray("enum").add(value(1)).add(value(1));
            case 2 -> schema.set("const", value(1));
            case 3 -> schema.put(pick(List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")), size);
            case 4 -> schema.put("multipleOf", 0.5 * (1 + size));
            case 5 -> schema.put(pick(List.of("minLength", "maxLength")), size);
            case 6 -> schema.put("pattern", pick(List.of("a", "^a", "b$", "^$")));
            case 7 -> schema.put(pick(List.of("minItems", "maxItems", "minProperties", "maxProperties")), size);
            case 8 -> schema.put("uniqueItems", true);
            case 9 -> schema.set("items", schema(depth));
            case 10 -> schema.putArray("prefixItems").add(schema(depth)).add(schema(depth));
            case 11 -> schema.set("contains", schema(depth));
            case 12 -> {
                schema.set("contains", schema(depth));
                schema.put(pick(List.of("minContains", "maxContains")), size);
            }
            case 13 -> schema.putArray("required").add(pick(NAMES));
            case 14, 15 -> schema.putObject("properties").set(pick(NAMES), schema(depth));
            case 16 -> schema.putObject("patternProperties").set(pick(List.of("^a", "b|c")), schema(depth));
            case 17 -> schema.set("additionalProperties", schema(depth));
            case 18 -> schema.set("propertyNames", schema(depth));
            case 19 ->
                schema.putObject("dependentRequired").putArray(pick(NAMES)).add(pick(NAMES));
            case 20 -> schema.putObject("dependentSchemas").set(pick(NAMES), schema(depth));
            case 21, 22 ->
                schema.putArray(pick(List.of("allOf", "anyOf", "oneOf")))
                        .add(schema(depth))
                        .add(schema(depth));
            case 23 -> {
                schema.set("if", schema(depth));
                schema.set(pick(List.of("then", "else")), schema(depth));
            }
            case 24 -> schema.set("not", schema(depth));
            default -> schema.set(pick(List.of("unevaluatedProperties", "unevaluatedItems")), schema(depth));
        }
    }
}
