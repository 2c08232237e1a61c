package io.contractcheck.internal.phase;

import io.contractcheck.link.Binding;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Which operations may follow one that brings something, and what follows those. Made from the links alone, and always the same. */
final class StatefulWalk {
    /** The longest of the random ones. */
    static final int MOST_STEPS = 6;

    private static final List<String> CREATES = List.of("POST", "PUT");
    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS", "QUERY", "TRACE");
    /** Random walks for each operation that may follow; more of the same would find no more. */
    private static final int WALKS_EACH = 12;
    /** Of ten random steps those that go on with what is there; one of the others lists it, and one makes another. */
    private static final int LINKED = 8;

    private static final RandomGenerator<Integer> TENTHS = among(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));

    private final LinkGraph links;
    private final Operation root;
    private final Map<String, Set<Target>> paths;
    private final List<Operation> first;
    private final List<Operation> lists;

    StatefulWalk(LinkGraph links, Operation root) {
        this.links = links;
        this.root = root;
        this.paths = new LinkedHashMap<>();
        links.links()
                .forEach(link -> link.bindings().stream()
                        .map(Binding::target)
                        .filter(StatefulWalk::isInPath)
                        .forEach(
                                target -> paths.computeIfAbsent(link.consumer().label(), label -> new LinkedHashSet<>())
                                        .add(target)));
        this.first = next(List.of(root));
        this.lists = Shown.in(root, links);
    }

    Operation root() {
        return root;
    }

    /**
     * Whether scenarios begin with the operation: it creates, or lists without having to be told of what, and something follows; and not
     * only what follows another beginning, too, which it follows itself.
     */
    boolean begins() {
        boolean lists = root.method().equals("GET")
                && root.parameters().stream().noneMatch(p -> p.in() == ParameterLocation.PATH)
                && links.unmet().keySet().stream().noneMatch(o -> o == root);
        return !first.isEmpty() && (CREATES.contains(root.method()) && !isOnTheWay() || lists);
    }

    /** Whether it acts on what something else makes, and makes nothing itself. */
    private boolean isOnTheWay() {
        return links.to(root).stream()
                .map(ResourceLink::producer)
                .filter(o ->
                        o != root && o.method().equals("POST") && first.stream().noneMatch(known -> known == o))
                .anyMatch(o -> {
                    List<Operation> beyond = next(List.of(o));
                    return beyond.stream().anyMatch(known -> known == root)
                            && first.stream()
                                    .allMatch(f -> f == root || beyond.stream().anyMatch(known -> known == f));
                });
    }

    /** How many random walks are worth it. */
    int enough() {
        return WALKS_EACH * first.size();
    }

    /** The sequences that are tried whatever happens, the short ones first; not more than three of four scenarios. */
    List<List<Operation>> sequences(int scenarios) {
        Sequences all = new Sequences();
        all.add(root);
        first.forEach(c -> all.add(root, c));
        List<Operation> writes = first.stream().filter(o -> !reads(o)).toList();
        for (Operation write : writes) {
            next(List.of(root, write)).stream().filter(StatefulWalk::reads).forEach(c -> all.add(root, write, c));
        }
        lists.stream().filter(list -> list != root).forEach(list -> all.add(root, list));
        parts(writes, all);
        for (Operation write : writes) {
            all.add(root, write, write);
            next(List.of(root, write)).stream().filter(o -> !reads(o)).forEach(c -> all.add(root, write, c));
        }
        writes.forEach(write -> lists.forEach(list -> all.add(root, write, list)));
        for (Operation write : writes) {
            for (Operation other : writes) {
                first.stream()
                        .filter(o -> reads(o) && write != other)
                        .forEach(read -> all.add(root, write, other, read));
            }
        }
        for (Operation read : first.stream().filter(StatefulWalk::reads).toList()) {
            next(List.of(root, read)).forEach(c -> all.add(root, read, c));
        }
        return all.first(Math.max(1, scenarios * 3L / 4));
    }

    /** What is left of a part once the whole is deleted, or changed; and of the whole, once the part is. */
    private void parts(List<Operation> writes, Sequences all) {
        for (Operation part : writes) {
            List<Operation> ofPart = next(List.of(root, part)).stream()
                    .filter(o -> first.stream().noneMatch(known -> known == o))
                    .toList();
            writes.stream()
                    .filter(write -> write != part)
                    .sorted(Comparator.comparing(write -> !write.method().equals("DELETE")))
                    .forEach(write -> ofPart.forEach(o -> all.add(root, part, write, o)));
            ofPart.stream().filter(o -> !reads(o)).forEach(write -> {
                ofPart.stream().filter(o -> reads(o) || o == write).forEach(o -> all.add(root, part, write, o));
                first.stream().filter(StatefulWalk::reads).forEach(o -> all.add(root, part, write, o));
                lists.forEach(list -> all.add(root, part, write, list));
            });
        }
    }

    /** In the order in which they were first added. */
    private static final class Sequences {
        private final Map<List<String>, List<Operation>> byLabels = new LinkedHashMap<>();

        void add(Operation... operations) {
            List<Operation> sequence = List.of(operations);
            byLabels.putIfAbsent(sequence.stream().map(Operation::label).toList(), sequence);
        }

        List<List<Operation>> first(long most) {
            return byLabels.values().stream().limit(most).toList();
        }
    }

    /** A random one, decided step by step. */
    List<Operation> random(Session session) {
        List<Operation> steps = new ArrayList<>(List.of(root));
        int length = session.choose("steps", among(List.of(3, 4, 5, MOST_STEPS)));
        while (steps.size() < length) {
            String step = "step " + (steps.size() + 1);
            int tenth = session.choose(step + " begins anew", TENTHS);
            List<Operation> whole = tenth == LINKED && !lists.isEmpty() ? lists : List.of(root);
            steps.add(session.choose(step, among(tenth >= LINKED ? whole : next(steps))));
        }
        return steps;
    }

    /** Whether a step is called even if it takes nothing of what was called before: it makes another thing, or shows all there are. */
    boolean isWhole(Operation step) {
        return step == root || lists.stream().anyMatch(list -> list == step);
    }

    /** Whether a random one begins with something wrong. */
    boolean isInvalid(Session session) {
        return session.choose("step 1 is invalid", TENTHS) == 0;
    }

    private static <T> RandomGenerator<T> among(List<T> options) {
        return random -> Shrinkable.unshrinkable(options.get(random.nextInt(options.size())));
    }

    /** What may follow: each operation that takes something from what was called, and all of its path that can be known. */
    private List<Operation> next(List<Operation> steps) {
        Map<String, Operation> next = new LinkedHashMap<>();
        for (Operation step : steps) {
            links.from(step).stream()
                    .map(ResourceLink::consumer)
                    .filter(o -> isReady(o, steps) && !isLent(o))
                    .forEach(o -> next.putIfAbsent(o.label(), o));
        }
        return List.copyOf(next.values());
    }

    private boolean isReady(Operation consumer, List<Operation> steps) {
        Set<Target> missing = new LinkedHashSet<>(paths.getOrDefault(consumer.label(), Set.of()));
        links.to(consumer).stream()
                .filter(link -> steps.stream().anyMatch(step -> step == link.producer()))
                .forEach(link -> link.bindings().forEach(b -> missing.remove(b.target())));
        return missing.isEmpty();
    }

    /** Whether it is about what a list shows and somebody else may have made, and be changing just now: whoever did that looks after it. */
    private boolean isLent(Operation consumer) {
        return reads(root)
                && links.to(consumer).stream()
                        .anyMatch(link -> link.producer().method().equals("POST"));
    }

    static boolean reads(Operation operation) {
        return READS.contains(operation.method());
    }

    private static boolean isInPath(Target target) {
        return target instanceof Target.OfParameter parameter && parameter.in() == ParameterLocation.PATH;
    }
}
