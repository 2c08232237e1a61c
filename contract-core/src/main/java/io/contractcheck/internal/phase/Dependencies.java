package io.contractcheck.internal.phase;

import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which operations are called: what creates, then what reads, what changes, what deletes. Within each, what works on things
 * within other things comes after what works on those; only in deleting before.
 */
public final class Dependencies {
    private static final List<String> KINDS = List.of("POST", "GET", "PUT", "DELETE");

    private final LinkGraph links;
    private final Map<Operation, Integer> layers = new LinkedHashMap<>();

    private Dependencies(LinkGraph links) {
        this.links = links;
    }

    /** The operations in that order; those of which nothing else is known stay in the order in which they were. */
    public static List<Operation> ordered(List<Operation> operations, LinkGraph links) {
        Dependencies dependencies = new Dependencies(links);
        List<Operation> ordered = new ArrayList<>(operations);
        ordered.sort(Comparator.comparingInt(Dependencies::kind).thenComparingInt(dependencies::place));
        return List.copyOf(ordered);
    }

    private static int kind(Operation operation) {
        String method = operation.method().equals("PATCH") ? "PUT" : operation.method();
        int kind = KINDS.indexOf(method);
        return kind < 0 ? KINDS.indexOf("GET") : kind;
    }

    private int place(Operation operation) {
        int layer = layer(operation, new LinkedHashSet<>());
        return operation.method().equals("DELETE") ? -layer : layer;
    }

    /** How many things have to be made one within the other before it can be called. */
    private int layer(Operation operation, Set<Operation> within) {
        Integer known = layers.get(operation);
        if (known != null) {
            return known;
        }
        if (!within.add(operation)) {
            return 0; // in a circle nothing comes first
        }
        int layer = 0;
        for (Need need : Need.of(operation, links)) {
            layer = Math.max(layer, 1 + layer(need.links().get(0).producer(), within));
        }
        within.remove(operation);
        if (within.isEmpty()) {
            layers.put(operation, layer); // what was seen within a circle would depend on where it was entered
        }
        return layer;
    }
}
