package io.contractcheck.internal.phase;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.ExampleCases;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;

/**
 * Cases from the document's own examples, where valid cases are asked for; parameters without any take those that answers are shown with.
 * Operations that have neither have none here.
 */
final class ExamplesPhase implements Phase {
    @Override
    public String name() {
        return "examples";
    }

    @Override
    public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
        Chain chain = Chain.of(settings);
        LinkGraph known = settings.known().links();
        AnswerExamples shown =
                new AnswerExamples(api, known == LinkGraph.EMPTY ? new Lazy<>(() -> LinkGraph.of(api)) : () -> known);
        return operation -> settings.mode().positive() ? scenarios(operation, shown, chain, warnings) : Stream.empty();
    }

    private Stream<Scenario> scenarios(
            Operation operation, AnswerExamples shown, Chain chain, Consumer<String> warnings) {
        List<RandomGenerator<TestCase>> cases;
        try {
            ExampleCases examples = ExampleCases.of(operation, shown.of(operation));
            examples.dropped().forEach(d -> warnings.accept(operation.label() + ": " + d));
            cases = examples.cases();
        } catch (UnsatisfiableException e) {
            return Stream.of(scenario(operation, 0, session -> {
                throw e;
            }));
        }
        Stream<Scenario> led = IntStream.range(0, cases.size())
                .mapToObj(i ->
                        scenario(operation, i, session -> chain.call(session, session.draw("case", cases.get(i)), i)));
        return pointsAtThings(operation, chain)
                ? Stream.concat(
                        led,
                        IntStream.range(0, cases.size())
                                .mapToObj(i -> scenario(
                                        operation,
                                        cases.size() + i,
                                        session -> session.call(session.draw("case", cases.get(i))))))
                : led;
    }

    /**
     * Whether the examples name a thing that can be read, in place of which a call in front brings another one: what the document shows may be
     * older than all that is made now. What is changed is the scenario's own.
     */
    private static boolean pointsAtThings(Operation operation, Chain chain) {
        List<Target.OfParameter> needed = chain.needs(operation).stream()
                .map(Need::target)
                .filter(Target.OfParameter.class::isInstance)
                .map(Target.OfParameter.class::cast)
                .toList();
        return Need.READING.contains(operation.method())
                && !needed.isEmpty()
                && needed.stream()
                        .allMatch(target -> operation.parameters().stream()
                                .anyMatch(parameter -> parameter.in() == target.in()
                                        && parameter.name().equals(target.name())
                                        && !parameter.examples().isEmpty()));
    }

    private Scenario scenario(Operation operation, int index, Scenario.Body body) {
        return new Scenario(new ScenarioId(name(), operation.label(), index), operation, body);
    }
}
