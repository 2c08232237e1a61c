package io.contractcheck.internal.phase;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random valid cases. */
final class FuzzingPhase implements Phase {
    @Override
    public String name() {
        return "fuzzing";
    }

    @Override
    public Stream<Scenario> scenarios(Api api, PhaseSettings settings, Consumer<String> warnings) {
        return api.operations().stream().flatMap(o -> scenarios(o, settings, warnings));
    }

    private Stream<Scenario> scenarios(Operation operation, PhaseSettings settings, Consumer<String> warnings) {
        boolean constant =
                operation.parameters().isEmpty() && operation.requestBody().isEmpty();
        Lazy<CaseGenerator> generator = new Lazy<>(() -> {
            CaseGenerator made = CaseGenerator.of(operation);
            made.omitted().forEach(o -> warnings.accept(operation.label() + ": " + o));
            return made;
        });
        return IntStream.range(0, constant ? 1 : settings.maxExamples())
                .mapToObj(i -> new Scenario(
                        new ScenarioId(name(), operation.label(), i),
                        operation,
                        session -> session.call(session.draw("case", generator.get()))));
    }
}
