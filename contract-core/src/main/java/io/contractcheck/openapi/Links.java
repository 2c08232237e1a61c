package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads links, which look the same under {@code links} and under Swagger 2.0's {@code x-links}. */
final class Links {
    private Links() {}

    static List<Link> read(Located place) {
        List<Link> links = new ArrayList<>();
        Structure.members(place).forEach((name, member) -> {
            Located link = Structure.object(member);
            Map<String, JsonNode> parameters = new LinkedHashMap<>();
            if (Structure.has(link.get("parameters"))) {
                Structure.object(link.get("parameters"))
                        .node()
                        .properties()
                        .forEach(field -> parameters.put(field.getKey(), field.getValue()));
            }
            links.add(new Link(
                    name,
                    Structure.text(link.get("operationId")),
                    Structure.text(link.get("operationRef")),
                    Collections.unmodifiableMap(parameters),
                    Optional.of(link.get("requestBody")).filter(Located::exists).map(Located::node),
                    link));
        });
        return List.copyOf(links);
    }
}
