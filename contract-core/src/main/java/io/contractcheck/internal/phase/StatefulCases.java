package io.contractcheck.internal.phase;

import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.NegativeCases;
import io.contractcheck.testcase.TestCase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The cases of operations, made when they are first needed. Thread-safe. */
final class StatefulCases {
    private final Map<String, Lazy<KnownCases>> valid = new ConcurrentHashMap<>();
    private final Map<String, Lazy<NegativeCases>> invalid = new ConcurrentHashMap<>();
    private final Known known;
    private final Consumer<String> warnings;

    StatefulCases(Known known, Consumer<String> warnings) {
        this.known = known;
        this.warnings = warnings;
    }

    /**
     * Random valid ones.
     *
     * @throws io.contractcheck.generate.UnsatisfiableException if there are none
     */
    KnownCases valid(Operation operation) {
        return valid.computeIfAbsent(
                        operation.label(),
                        label -> new Lazy<>(() -> {
                            KnownCases made = KnownCases.of(operation, known);
                            made.documented().omitted().forEach(o -> warnings.accept(label + ": " + o));
                            return made;
                        }))
                .get();
    }

    /**
     * Random ones with one thing wrong.
     *
     * @throws io.contractcheck.generate.UnsatisfiableException if there are no valid ones
     */
    NegativeCases invalid(Operation operation) {
        return invalid.computeIfAbsent(
                        operation.label(),
                        label -> new Lazy<>(() ->
                                NegativeCases.of(operation, valid(operation).documented())))
                .get();
    }

    /** The case with no more parameters than the document or the service wants. */
    TestCase required(TestCase drawn) {
        return drawn.withParameters(drawn.parameters().stream()
                .filter(value -> known.knowledge().requires(drawn.operation(), value.parameter()))
                .toList());
    }
}
