package io.contractcheck.internal.phase;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.link.LinkGraph;
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
        return IntStream.range(0, cases.size())
                .mapToObj(i ->
                        scenario(operation, i, session -> chain.call(session, session.draw("case", cases.get(i)), i)));
    }

    private Scenario scenario(Operation operation, int index, Scenario.Body body) {
        return new Scenario(new ScenarioId(name(), operation.label(), index), operation, body);
    }
}
