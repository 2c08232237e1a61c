package io.contractcheck.internal.doubt;

import io.contractcheck.event.ApiOutline.Call;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An operation, and how its valid cases fared.
 *
 * @param operation by the document
 * @param summary by the run
 */
record Fate(Call operation, OperationSummary summary) {

    Outcome outcome() {
        return Outcome.of(summary.positives());
    }

    String label() {
        return operation.label();
    }

    /** The label with the statuses of the valid cases, the most frequent first: {@code GET /books (404, 400)}. */
    String told() {
        return label() + " ("
                + summary.positives().entrySet().stream()
                        .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                        .map(e -> Integer.toString(e.getKey()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** The first answer with the most frequent status, if it is a refusal. */
    Optional<Refusal> usualRefusal() {
        return summary.positives().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(usual -> summary.refusals().stream()
                        .filter(r -> r.status() == usual.getKey())
                        .findFirst());
    }

    boolean answered(int status) {
        return summary.positives().containsKey(status);
    }

    /** Whether any valid case carried credentials. */
    boolean credentialed() {
        return !summary.credentialed().isEmpty();
    }

    /** Whether nobody may call it without authentication, by the document. */
    boolean secured() {
        return operation.requiresCredentials();
    }

    /** The names of the security schemes that the document has on it. */
    List<String> schemes() {
        return operation.security().stream()
                .flatMap(s -> s.keySet().stream())
                .distinct()
                .toList();
    }

    List<String> scopes() {
        return operation.security().stream()
                .flatMap(r -> r.values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    List<String> pathParameters() {
        return operation.pathParameters();
    }

    static long sum(Map<Integer, Long> statuses) {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    static long turnedAway(Map<Integer, Long> statuses) {
        return statuses.getOrDefault(401, 0L) + statuses.getOrDefault(403, 0L);
    }
}
