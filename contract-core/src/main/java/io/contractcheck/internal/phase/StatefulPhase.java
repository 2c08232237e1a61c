package io.contractcheck.internal.phase;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calls that follow from each other: what one of them answered is what the next one is about. First the sequences that the links give,
 * the short ones first, then random ones. Where only invalid cases are asked for, there are none.
 */
final class StatefulPhase implements Phase {
    @Override
    public String name() {
        return "stateful";
    }

    /** Without answers nothing follows from anything. */
    @Override
    public boolean needsAnswers() {
        return true;
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
        LinkGraph links = settings.known().links();
        Chain chain = Chain.of(settings);
        StatefulCases cases = new StatefulCases(settings.known(), warnings);
        ConcurrentHashMap<String, StatefulWalk> walks = new ConcurrentHashMap<>();
        return new Plan() {
            @Override
            public Stream<Scenario> of(Operation operation) {
                return mayHave(operation) ? scenarios(walk(operation), chain, cases, settings) : Stream.empty();
            }

            @Override
            public boolean mayHave(Operation operation) {
                return settings.mode().positive() && walk(operation).begins();
            }

            private StatefulWalk walk(Operation operation) {
                return walks.computeIfAbsent(operation.label(), label -> new StatefulWalk(links, operation));
            }
        };
    }

    /** Whether it is one of the first that delete at all. */
    private static boolean deletes(List<List<Operation>> sequences, int index) {
        return sequences.subList(0, index).stream()
                        .filter(sequence -> sequence.stream()
                                .anyMatch(operation -> operation.method().equals("DELETE")))
                        .count()
                < Trail.MOST_DELETED;
    }

    private Stream<Scenario> scenarios(StatefulWalk walk, Chain chain, StatefulCases cases, PhaseSettings settings) {
        List<List<Operation>> sequences = walk.sequences(settings.maxExamples());
        int walks = Math.min(settings.maxExamples() - sequences.size(), walk.enough());
        boolean both = settings.mode().negative();
        return IntStream.range(0, sequences.size() + walks)
                .mapToObj(i -> new Scenario(
                        new ScenarioId(name(), walk.root().label(), i),
                        walk.root(),
                        i < sequences.size()
                                ? session -> new StatefulSteps(session, chain, cases, walk, deletes(sequences, i))
                                        .fixed(sequences.get(i))
                                : session -> new StatefulSteps(session, chain, cases, walk, false)
                                        .random(walk.random(session), both && walk.isInvalid(session))));
    }
}
