package io.contractcheck.internal.phase;

import io.contractcheck.learn.Experience;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.openapi.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Which producers of what an operation needs are worth a try, by how calls went in the phases before: those that were called in vain again and
 * again are left alone in most scenarios, though not in all, as a service may have come to where they work. Thread-safe.
 */
final class Ways {
    private static final int EACH = 8;
    private static final int DEEPEST = 3;

    private static final RandomGenerator<Boolean> NOW_AND_THEN =
            random -> Shrinkable.unshrinkable(random.nextInt(EACH) == 0);

    private final Known known;
    private final Function<Operation, List<Need>> needs;
    private final Map<Operation, Boolean> vain = new ConcurrentHashMap<>();

    /** @param needs what each operation needs */
    Ways(Known known, Function<Operation, List<Need>> needs) {
        this.known = known;
        this.needs = needs;
    }

    /** Those that are tried in this scenario, in their order. */
    List<Operation> producers(Session session, Operation consumer, Need need) {
        List<Operation> all =
                need.links().stream().map(ResourceLink::producer).distinct().toList();
        List<Operation> useful =
                all.stream().filter(producer -> !isVain(producer)).toList();
        List<Operation> ordered = ordered(useful, consumer, need);
        if (ordered.equals(all)) {
            return all;
        }
        boolean anyway =
                session.choose("any way to " + need.target().describe() + " of " + consumer.label(), NOW_AND_THEN);
        return anyway ? all : ordered;
    }

    /** Last, what never was found when it was brought; but nothing is done to what only a list shows because of that. */
    private List<Operation> ordered(List<Operation> producers, Operation consumer, Need need) {
        if (List.of("DELETE", "PUT", "PATCH").contains(consumer.method())) {
            return producers;
        }
        Experience experience = known.knowledge().experience();
        return Stream.of(false, true)
                .flatMap(last -> producers.stream()
                        .filter(producer -> experience.isVain(producer, consumer, need.target()) == last))
                .toList();
    }

    private boolean isVain(Operation producer) {
        Boolean known = vain.get(producer);
        if (known == null) {
            known = this.known.knowledge().experience().isVain(producer) && !isHopeful(producer, new LinkedHashSet<>());
            vain.put(producer, known);
        }
        return known;
    }

    /** Whether more is known now of what it asks for, or of what asks for things that it needs itself. */
    private boolean isHopeful(Operation operation, Set<Operation> within) {
        if (!known.knowledge().of(operation).isEmpty()) {
            return true;
        }
        if (within.size() == DEEPEST || !within.add(operation)) {
            return false;
        }
        boolean hopeful = needs.apply(operation).stream()
                .flatMap(need -> need.links().stream())
                .map(ResourceLink::producer)
                .distinct()
                .anyMatch(producer -> known.knowledge().experience().isVain(producer) && isHopeful(producer, within));
        within.remove(operation);
        return hopeful;
    }
}
