package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads security schemes and requirements. */
final class Security {
    private Security() {}

    static Map<String, SecurityScheme> schemes(Map<String, Located> definitions, Warnings warnings) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        definitions.forEach((name, place) -> {
            try {
                schemes.put(name, scheme(name, Structure.object(place)));
            } catch (ReferenceException | StructureException e) {
                warnings.add("the security scheme " + name + " is not read; " + e.getMessage());
            }
        });
        return Collections.unmodifiableMap(schemes);
    }

    private static SecurityScheme scheme(String name, Located place) {
        String type = Structure.requiredText(place.get("type"));
        Optional<String> scheme = Structure.text(place.get("scheme")).map(text -> text.toLowerCase(Locale.ROOT));
        if (type.equals("basic")) {
            return new SecurityScheme(name, "http", Optional.of("basic"), Optional.empty(), Optional.empty(), place);
        }
        boolean key = type.equals("apiKey");
        return new SecurityScheme(
                name,
                type,
                type.equals("http") ? scheme : Optional.empty(),
                key ? location(place.get("in")) : Optional.empty(),
                key ? Structure.text(place.get("name")) : Optional.empty(),
                place);
    }

    private static Optional<ParameterLocation> location(Located in) {
        return switch (Structure.text(in).orElse("")) {
            case "query" -> Optional.of(ParameterLocation.QUERY);
            case "header" -> Optional.of(ParameterLocation.HEADER);
            case "cookie" -> Optional.of(ParameterLocation.COOKIE);
            default -> Optional.empty();
        };
    }

    /** The operation's own requirements, even if there are none, else those of the whole document. */
    static List<SecurityRequirement> requirements(
            Located operation, Located root, Map<String, SecurityScheme> schemes, Reading reading) {
        Located place = operation.node().has("security") ? operation.get("security") : root.get("security");
        List<SecurityRequirement> requirements = new ArrayList<>();
        for (Located alternative : Structure.elements(place)) {
            Map<String, List<String>> named = new LinkedHashMap<>();
            Structure.object(alternative).node().properties().forEach(field -> {
                Located scopes = alternative.get(field.getKey());
                named.put(field.getKey(), field.getValue().isArray() ? Structure.texts(scopes) : List.of());
                if (!schemes.containsKey(field.getKey())) {
                    reading.warn(alternative, "no security scheme named " + field.getKey() + " is defined");
                }
            });
            requirements.add(new SecurityRequirement(Collections.unmodifiableMap(named)));
        }
        return List.copyOf(requirements);
    }
}
