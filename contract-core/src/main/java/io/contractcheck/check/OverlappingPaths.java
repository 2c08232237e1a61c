package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Other documented paths that also match what an operation's path matches, as {@code /users/{id}} matches {@code /users/me}. Routers
 * commonly fall back on them for methods that the closer path does not have.
 */
final class OverlappingPaths {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY");

    private OverlappingPaths() {}

    /** The methods that those paths have. */
    static List<String> methods(Operation operation) {
        JsonNode paths = operation
                .source()
                .documents()
                .root(operation.source().document())
                .get("paths")
                .node();
        List<String> methods = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (!path.getKey().equals(operation.path()) && covers(path.getKey(), operation.path())) {
                path.getValue().fieldNames().forEachRemaining(name -> {
                    String method = name.toUpperCase(Locale.ROOT);
                    if (METHODS.contains(method)) {
                        methods.add(method);
                    }
                });
            }
        }
        return methods;
    }

    private static boolean covers(String template, String path) {
        String[] wide = template.split("/", -1);
        String[] narrow = path.split("/", -1);
        boolean covers = wide.length == narrow.length;
        for (int i = 0; covers && i < wide.length; i++) {
            covers = wide[i].equals(narrow[i]) || wide[i].contains("{");
        }
        return covers;
    }
}
