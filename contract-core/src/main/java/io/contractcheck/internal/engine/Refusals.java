package io.contractcheck.internal.engine;

import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts answers to valid cases of the run's own user, and those that let nobody in. */
final class Refusals {
    private static final int ENOUGH = 20;

    private final Map<Integer, Long> statuses = new LinkedHashMap<>();
    private boolean credentialed;

    synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.CallAnswered call
                && call.purpose() == Purpose.CASE
                && call.positive()
                && call.sender().other().isEmpty()
                && call.id().operation().startsWith(call.exchange().request().method() + " ")) {
            statuses.merge(call.exchange().response().status(), 1L, Long::sum);
            credentialed |= call.sender().credentialed();
        }
    }

    /**
     * Whether to go on.
     *
     * @throws RunBrokenException if there are enough answers, and all of them are 401 or 403
     */
    synchronized void check(String phase) {
        long answers = statuses.values().stream().mapToLong(Long::longValue).sum();
        if (answers < ENOUGH || !statuses.keySet().stream().allMatch(s -> s == 401 || s == 403)) {
            return;
        }
        String seen = statuses.entrySet().stream()
                .map(e -> e.getKey() + " (" + e.getValue() + " times)")
                .collect(Collectors.joining(" and "));
        throw new RunBrokenException(
                "After the phase " + phase + " all " + answers + " answers to valid requests are " + seen
                        + ", so nothing was tested, and the remaining phases would not test anything either.\n"
                        + (credentialed
                                ? "The credentials that were sent are not taken, or do not allow anything. Try one request of the"
                                        + " report by hand, and see which rights the user needs."
                                : "No credentials were sent.")
                        + "\nConfigure <auth>, such as a <tokenCommand>; or, if the service is meant to refuse everything, take"
                        + " missing_auth out of <failOn>.",
                null);
    }
}
