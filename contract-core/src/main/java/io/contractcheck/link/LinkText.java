package io.contractcheck.link;

import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A graph for people: as lines of text, or as a diagram in the language of Mermaid. */
public final class LinkText {
    private LinkText() {}

    /** Each producer, below it whom it brings what, and at the end what nobody brings. */
    public static List<String> lines(LinkGraph graph) {
        Map<Operation, List<ResourceLink>> byProducer = new LinkedHashMap<>();
        graph.links()
                .forEach(link -> byProducer
                        .computeIfAbsent(link.producer(), p -> new ArrayList<>())
                        .add(link));
        List<String> lines = new ArrayList<>();
        byProducer.forEach((producer, links) -> {
            lines.add(producer.label());
            links.forEach(link -> lines.add(
                    "  " + link.status() + " -> " + link.consumer().label() + ": " + link.describe() + origin(link)));
        });
        if (!graph.unmet().isEmpty()) {
            lines.add("Nothing brings:");
            graph.unmet()
                    .forEach((operation, targets) -> lines.add("  " + operation.label() + ": "
                            + targets.stream().map(Target::describe).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private static String origin(ResourceLink link) {
        return switch (link.origin()) {
            case CONFIGURED -> " (configured)";
            case HOOK -> " (by a hook)";
            case DOCUMENTED -> " (documented: " + link.name() + ")";
            case INFERRED -> "";
        };
    }

    /** A flow chart: operations are boxes, links are arrows, dotted where names alone speak for them. */
    public static String mermaid(LinkGraph graph) {
        Set<Operation> operations = new LinkedHashSet<>();
        graph.links().forEach(link -> {
            operations.add(link.producer());
            operations.add(link.consumer());
        });
        operations.addAll(graph.unmet().keySet());
        List<Operation> order = List.copyOf(operations);
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (int i = 0; i < order.size(); i++) {
            text.append("  o")
                    .append(i)
                    .append("[\"")
                    .append(escaped(order.get(i).label()))
                    .append("\"]\n");
        }
        Set<String> arrows = new LinkedHashSet<>();
        for (ResourceLink link : graph.links()) {
            String what = link.bindings().stream()
                    .filter(binding -> !(binding.source() instanceof Source.RequestParameter))
                    .map(binding -> binding.target().describe())
                    .collect(Collectors.joining(", "));
            boolean said = link.origin() != ResourceLink.Origin.INFERRED;
            arrows.add("  o" + order.indexOf(link.producer()) + (said ? " -->" : " -.->") + "|\"" + escaped(what)
                    + "\"| o" + order.indexOf(link.consumer()) + "\n");
        }
        arrows.forEach(text::append);
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
