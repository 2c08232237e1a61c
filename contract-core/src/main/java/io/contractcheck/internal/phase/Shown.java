package io.contractcheck.internal.phase;

import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists that show what an operation makes. */
final class Shown {
    /** More lists of the same things would hardly show more. */
    private static final int MOST = 2;

    private Shown() {}

    /** A way into a path. */
    private record Way(Operation consumer, Target target) {}

    /**
     * The surest first: the one at the same place, then those that bring the same names and need no more than what the operation itself is
     * called with. If it is a list itself, that one.
     */
    static List<Operation> in(Operation root, LinkGraph links) {
        if (root.method().equals("GET")) {
            return List.of(root);
        }
        Set<Way> ways = new LinkedHashSet<>();
        links.from(root).stream()
                .filter(link -> link.certainty() >= Need.OWN_THING)
                .forEach(link -> link.bindings().stream()
                        .filter(binding -> isInPath(binding.target()) && Need.brings(link, binding.source()))
                        .forEach(binding -> ways.add(new Way(link.consumer(), binding.target()))));
        Map<Operation, Integer> lists = new LinkedHashMap<>();
        for (Way way : ways) {
            for (ResourceLink link : links.to(way.consumer())) {
                if (link.producer().method().equals("GET")
                        && Need.isListed(link, way.target())
                        && needsNoMore(link.producer(), root)) {
                    boolean same = path(link.producer()).equals(path(root));
                    lists.merge(link.producer(), same ? Integer.MAX_VALUE : link.certainty(), Math::max);
                }
            }
        }
        return lists.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.<Integer>reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    private static boolean needsNoMore(Operation list, Operation root) {
        return list.parameters().stream()
                .filter(p -> p.in() == ParameterLocation.PATH)
                .allMatch(p -> path(root).contains("{" + p.name() + "}"));
    }

    private static boolean isInPath(Target target) {
        return target instanceof Target.OfParameter of && of.in() == ParameterLocation.PATH;
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("/$", "");
    }
}
