package io.contractcheck.internal.phase;

import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The valid cases of operations, made when they are first needed. Thread-safe. */
final class StatefulCases {
    private final Map<String, Lazy<CaseGenerator>> byOperation = new ConcurrentHashMap<>();
    private final Consumer<String> warnings;

    StatefulCases(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /**
     * Random ones.
     *
     * @throws io.contractcheck.generate.UnsatisfiableException if there are none
     */
    CaseGenerator of(Operation operation) {
        return byOperation
                .computeIfAbsent(
                        operation.label(),
                        label -> new Lazy<>(() -> {
                            CaseGenerator made = CaseGenerator.of(operation);
                            made.omitted().forEach(o -> warnings.accept(label + ": " + o));
                            return made;
                        }))
                .get();
    }
}
