package io.contractcheck.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The path templates of a document with their methods, and what a path as sent fits. Looking up does not slow down with their number. */
public final class PathTemplates {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}/]+}");

    private final Node root = new Node();

    /** What stands after some segments. */
    private static final class Node {
        private final Map<String, Node> literal = new LinkedHashMap<>();
        private final Map<String, Node> open = new LinkedHashMap<>();
        private final Set<String> methods = new LinkedHashSet<>();
    }

    /** Adds a template with the methods that the document has on it. */
    public void add(String template, List<String> methods) {
        int query = template.indexOf('?');
        Node node = root;
        for (String segment : (query < 0 ? template : template.substring(0, query)).split("/", -1)) {
            node = PARAMETER.matcher(segment).find()
                    ? node.open.computeIfAbsent(pattern(segment), s -> new Node())
                    : node.literal.computeIfAbsent(new Template(segment).fill(Map.of()), s -> new Node());
        }
        node.methods.addAll(methods);
    }

    /** All methods that the document has on templates that the path fits. */
    public Set<String> methods(String path) {
        List<Node> nodes = List.of(root);
        for (String segment : path.split("/", -1)) {
            List<Node> next = new ArrayList<>();
            for (Node node : nodes) {
                if (node.literal.containsKey(segment)) {
                    next.add(node.literal.get(segment));
                }
                node.open.forEach((pattern, after) -> {
                    if (!segment.isEmpty() && Pattern.matches(pattern, segment)) {
                        next.add(after);
                    }
                });
            }
            nodes = next;
        }
        Set<String> methods = new LinkedHashSet<>();
        nodes.forEach(n -> methods.addAll(n.methods));
        return methods;
    }

    private static String pattern(String segment) {
        StringBuilder pattern = new StringBuilder();
        for (String literal : PARAMETER.split(segment, -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".+");
            pattern.append(literal.isEmpty() ? "(?:)" : Pattern.quote(Template.literal(literal)));
        }
        return pattern.toString();
    }
}
