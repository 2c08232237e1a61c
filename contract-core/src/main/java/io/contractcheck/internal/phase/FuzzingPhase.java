package io.contractcheck.internal.phase;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.NegativeCases;
import io.contractcheck.testcase.TestCase;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random cases: valid ones, and ones with one thing wrong. */
final class FuzzingPhase implements Phase {
    @Override
    public String name() {
        return "fuzzing";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
        Chain chain = Chain.of(settings);
        return operation -> scenarios(operation, settings, chain, warnings);
    }

    private Stream<Scenario> scenarios(
            Operation operation, PhaseSettings settings, Chain chain, Consumer<String> warnings) {
        boolean constant =
                operation.parameters().isEmpty() && operation.requestBody().isEmpty();
        Lazy<KnownCases> positives = new Lazy<>(() -> {
            KnownCases made = KnownCases.of(operation, settings.known());
            made.documented().omitted().forEach(o -> warnings.accept(operation.label() + ": " + o));
            return made;
        });
        Lazy<NegativeCases> negatives =
                new Lazy<>(() -> NegativeCases.of(operation, positives.get().documented()));
        if (settings.mode() == Mode.NEGATIVE) {
            return negative(operation, settings.maxExamples(), negatives, warnings);
        }
        boolean both = settings.mode().negative() && !constant;
        return IntStream.range(0, constant ? 1 : settings.maxExamples())
                .mapToObj(i -> scenario(
                        operation,
                        i,
                        both ? valid(i) : i,
                        chain,
                        session -> both && isNegative(i) && negatives.get().possible()
                                ? session.draw("case", negatives.get())
                                : positives.get().draw(session, "case")));
    }

    private Stream<Scenario> negative(
            Operation operation, int maxExamples, Lazy<NegativeCases> negatives, Consumer<String> warnings) {
        try {
            if (!negatives.get().possible()) {
                warnings.accept(
                        operation.label()
                                + ": is not called, as nothing about it can be made invalid and only invalid cases are asked for");
                return Stream.empty();
            }
        } catch (UnsatisfiableException e) {
            return Stream.of(scenario(operation, 0, 0, Chain.NONE, session -> session.draw("case", negatives.get())));
        }
        return IntStream.range(0, maxExamples)
                .mapToObj(i -> scenario(operation, i, i, Chain.NONE, session -> session.draw("case", negatives.get())));
    }

    /** Two of five, by the index alone, so that a case is the same whatever else is run. */
    private static boolean isNegative(int index) {
        return index % 5 == 1 || index % 5 == 3;
    }

    /** How many of those before it are not. */
    private static int valid(int index) {
        int rest = index % 5;
        return index - 2 * (index / 5) - (rest > 1 ? 1 : 0) - (rest > 3 ? 1 : 0);
    }

    private Scenario scenario(
            Operation operation, int index, int valid, Chain chain, Function<Session, TestCase> draw) {
        return new Scenario(
                new ScenarioId(name(), operation.label(), index),
                operation,
                session -> chain.call(session, draw.apply(session), valid));
    }
}
