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
        boolean basic = type.equals("basic");
        boolean key = type.equals("apiKey");
        return new SecurityScheme(
                name,
                basic ? "http" : type,
                basic
                        ? Optional.of("basic")
                        : Structure.text(place.get("scheme"))
                                .filter(text -> type.equals("http"))
                                .map(text -> text.toLowerCase(Locale.ROOT)),
                key ? location(place.get("in")) : Optional.empty(),
                key ? Structure.text(place.get("name")) : Optional.empty(),
                Structure.text(place.get("bearerFormat")),
                type.equals("oauth2") ? flows(place) : List.of(),
                Structure.text(place.get("openIdConnectUrl")),
                place);
    }

    /** Swagger 2.0 has one flow, in the scheme itself, under names of its own. */
    private static List<SecurityScheme.Flow> flows(Located place) {
        List<SecurityScheme.Flow> flows = new ArrayList<>();
        members(place.get("flows")).forEach((name, flow) -> flows.add(flow(name, flow)));
        Structure.text(place.get("flow"))
                .map(name -> switch (name) {
                    case "application" -> "clientCredentials";
                    case "accessCode" -> "authorizationCode";
                    default -> name;
                })
                .ifPresent(name -> flows.add(flow(name, place)));
        return flows;
    }

    private static SecurityScheme.Flow flow(String name, Located place) {
        return new SecurityScheme.Flow(
                name,
                Structure.text(place.get("tokenUrl")),
                Structure.text(place.get("refreshUrl")),
                List.copyOf(members(place.get("scopes")).keySet()));
    }

    /** None where there is no object: for what is wrong in a flow, no scheme is given up. */
    private static Map<String, Located> members(Located place) {
        return place.node().isObject() ? Structure.members(place) : Map.of();
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
