package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The types of values that a place is about. */
final class TypeNames {
    private static final List<String> ALL =
            List.of("string", "integer", "number", "boolean", "object", "array", "null");
    private static final List<String> NUMERIC = List.of("int32", "int64", "float", "double");
    private static final List<List<String>> SPEAKING = List.of(
            List.of("minLength", "maxLength", "pattern", "format"),
            List.of(),
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
            List.of(),
            List.of(
                    "properties",
                    "required",
                    "additionalProperties",
                    "patternProperties",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "dependentRequired",
                    "dependentSchemas",
                    "unevaluatedProperties"),
            List.of("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"),
            List.of());

    private TypeNames() {}

    static List<String> of(View view) {
        Set<String> types = new LinkedHashSet<>(ALL);
        List<JsonNode> named = view.all("type");
        for (JsonNode type : named) {
            List<String> names = new ArrayList<>();
            (type.isArray() ? type : List.of(type)).forEach(name -> names.add(name.asText()));
            if (names.contains("number")) {
                names.add("integer");
            }
            types.retainAll(names);
        }
        if (view.speaks("nullable") && types.size() > 1) {
            types.remove("null");
        }
        if (named.isEmpty()) {
            for (int i = 0; i < ALL.size(); i++) {
                if (!spoken(view, ALL.get(i), SPEAKING.get(i))) {
                    types.remove(ALL.get(i));
                }
            }
        }
        return List.copyOf(types);
    }

    private static boolean spoken(View view, String type, List<String> keywords) {
        boolean numeric = view.all("format").stream().anyMatch(format -> NUMERIC.contains(format.asText()));
        return numeric && type.equals("number")
                || keywords.stream()
                        .anyMatch(keyword -> view.speaks(keyword) && !(numeric && keyword.equals("format")));
    }
}
