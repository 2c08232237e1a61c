package io.contractcheck.check;

import io.contractcheck.auth.Callers;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What users set for checks.
 *
 * @param expected statuses that replace a check's own list; later rules win
 * @param maxResponseTime how long an answer may take, if limited
 * @param callers what is known of who calls; the run fills it in
 * @param byOperation what holds for each operation, by label, where not all are alike; the run fills it in
 */
public record CheckSettings(
        List<Expected> expected,
        Optional<Duration> maxResponseTime,
        Callers callers,
        Map<String, ForOperation> byOperation) {

    public CheckSettings {
        expected = List.copyOf(expected);
    }

    /** Nothing known of who calls. */
    public CheckSettings(List<Expected> expected, Optional<Duration> maxResponseTime) {
        this(expected, maxResponseTime, Callers.NONE, Map.of());
    }

    /** The same with other knowledge of who calls. */
    public CheckSettings with(Callers other) {
        return new CheckSettings(expected, maxResponseTime, other, byOperation);
    }

    /** Whether a check looks at an operation. */
    public boolean looksAt(Operation operation, Check check) {
        ForOperation own = byOperation.isEmpty() ? null : byOperation.get(operation.label());
        return own == null || own.checks().contains(check.name());
    }

    /** How long an answer of an operation may take, if limited. */
    public Optional<Duration> maxResponseTime(Operation operation) {
        ForOperation own = byOperation.get(operation.label());
        return own == null ? maxResponseTime : own.maxResponseTime();
    }

    /** Nothing set. */
    public static CheckSettings defaults() {
        return new CheckSettings(List.of(), Optional.empty());
    }

    /** The statuses a check accepts from an operation. */
    public StatusSet expectedStatuses(Check check, Operation operation, StatusSet otherwise) {
        return expectedStatuses(check, operation).orElse(otherwise);
    }

    /** The statuses that the user set for a check on an operation, if any. */
    public Optional<StatusSet> expectedStatuses(Check check, Operation operation) {
        Optional<StatusSet> result = Optional.empty();
        for (Expected rule : expected) {
            if (rule.check().equals(check.name())
                    && rule.operations().map(f -> f.matches(operation)).orElse(true)) {
                result = Optional.of(rule.statuses());
            }
        }
        return result;
    }

    /**
     * What holds for one operation.
     *
     * @param checks the names of those that look at it
     * @param maxResponseTime how long its answers may take, if limited
     */
    public record ForOperation(List<String> checks, Optional<Duration> maxResponseTime) {}

    /**
     * One rule.
     *
     * @param check the check's name
     * @param operations to which it applies; all if absent
     * @param statuses accepted
     */
    public record Expected(String check, Optional<OperationFilter> operations, StatusSet statuses) {}
}
