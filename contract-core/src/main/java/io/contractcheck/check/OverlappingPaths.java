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

    /** Whether segment by segment the template is the same or a variable; without allocation, as documents have thousands of paths. */
    private static boolean covers(String template, String path) {
        int t = 0;
        int p = 0;
        while (true) {
            int nextT = end(template, t);
            int nextP = end(path, p);
            boolean same = nextT - t == nextP - p && template.regionMatches(t, path, p, nextT - t);
            int variable = template.indexOf('{', t);
            if (!same && (variable < 0 || variable >= nextT)) {
                return false;
            }
            if (nextT == template.length() || nextP == path.length()) {
                return nextT == template.length() && nextP == path.length();
            }
            t = nextT + 1;
            p = nextP + 1;
        }
    }

    private static int end(String text, int from) {
        int slash = text.indexOf('/', from);
        return slash < 0 ? text.length() : slash;
    }
}
