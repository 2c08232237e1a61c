package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Beginning;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code type}: a value of each type that is allowed, and one of each that is not. */
final class Types implements Family {
    private static final int SHOWN = 40;

    private static Map<String, JsonNode> probes() {
        Map<String, JsonNode> probes = new LinkedHashMap<>();
        probes.put("integer", Json.NODES.numberNode(0));
        probes.put("number", Json.NODES.numberNode(new BigDecimal("0.5")));
        probes.put("boolean", Json.NODES.booleanNode(false));
        probes.put("null", Json.NODES.nullNode());
        probes.put("string", Json.NODES.textNode("AAA"));
        probes.put("array", Json.NODES.arrayNode().addNull().addNull());
        probes.put("object", Json.NODES.objectNode());
        return probes;
    }

    @Override
    public Stream<Candidate> valid(View view) {
        boolean elsewhere = !view.speaks("type") && view.template() == null;
        if (view.types().isEmpty() || elsewhere) {
            return anything(view);
        }
        List<String> types = view.types();
        return Families.each(types.stream()
                .filter(type -> !type.equals("integer") || !types.contains("number") || view.template() == null)
                .map(type -> () -> of(type, view)));
    }

    private static Stream<Candidate> of(String type, View view) {
        if (type.equals("boolean")) {
            return Stream.of(true, false)
                    .map(b -> Candidate.valid(Json.NODES.booleanNode(b), "valid_boolean", String.valueOf(b)));
        }
        if (type.equals("null")) {
            return Stream.of(Candidate.valid(Json.NODES.nullNode(), "null_value", "null"));
        }
        JsonNode value = view.template(type);
        String noun = type.equals("integer") ? "number" : type;
        return value == null ? Stream.empty() : Stream.of(Candidate.valid(value, "valid_" + noun, "a valid " + noun));
    }

    private static Stream<Candidate> anything(View view) {
        JsonNode template = view.template();
        List<Candidate> all = new ArrayList<>();
        if (template != null) {
            all.add(Candidate.valid(template, scenario(template), "a valid value"));
        }
        if (view.groups().isEmpty()) {
            anyOf().forEach(v -> all.add(Candidate.valid(v, scenario(v), "any value: " + shown(v))));
        }
        return all.stream();
    }

    /** A few values of each type. */
    private static List<JsonNode> anyOf() {
        List<JsonNode> all = new ArrayList<>(probes().values());
        all.add(Json.NODES.booleanNode(true));
        all.add(Json.NODES.textNode(""));
        return all;
    }

    /** For the schema {@code false}. */
    static Stream<Candidate> nothing() {
        return anyOf().stream()
                .map(v -> Candidate.invalid(v, "incorrect_type", "schema", shown(v) + ", where nothing is allowed"));
    }

    static String scenario(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "valid_array";
            case OBJECT -> "valid_object";
            case NUMBER -> "valid_number";
            case BOOLEAN -> "valid_boolean";
            case NULL -> "null_value";
            default -> "valid_string";
        };
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        List<Candidate> all = new ArrayList<>();
        if (view.speaks("type")) {
            List<String> types = view.types();
            String wanted = types.stream()
                    .filter(type -> !type.equals("integer") || !types.contains("number"))
                    .collect(Collectors.joining(" or "));
            probes().forEach((type, value) -> {
                if (!types.contains(type)) {
                    all.add(Candidate.invalid(
                                    value, "incorrect_type", "type", shown(value) + ", which is not of type " + wanted)
                            .inCompany());
                }
            });
        } else if (view.speaks("not")) {
            anyOf().forEach(value -> all.add(Candidate.invalid(
                    value, "incorrect_type", "not", shown(value) + ", which the schema under not accepts")));
        }
        return all.stream();
    }

    static String shown(JsonNode value) {
        String json = Json.write(value);
        return json.length() <= SHOWN ? json : Beginning.of(json, SHOWN) + "...";
    }
}
