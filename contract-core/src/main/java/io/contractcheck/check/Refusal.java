package io.contractcheck.check;

import java.util.Optional;

/**
 * What it means that a service refuses a request that the document does not allow. Any 4xx is a refusal. No acceptance either, and so as
 * good: a redirect, which more often leads to a login or another host than to a result (unless it is the one success that the document
 * describes); 207, whose body speaks for each part (RFC 4918, section 13); and 5xx, of which {@code not_a_server_error} speaks.
 */
final class Refusal {
    private static final StatusSet EXPECTED = new StatusSet("207, 3xx, 4xx, 5xx");

    private Refusal() {}

    /** The statuses that refuse, as the user sees them. */
    static StatusSet expected(Check check, CheckContext context) {
        return context.settings().expectedStatuses(check, context.operation(), EXPECTED);
    }

    static boolean came(Check check, CheckContext context) {
        int status = context.response().status();
        Optional<StatusSet> chosen = context.settings().expectedStatuses(check, context.operation());
        return status == Answers.TOO_MANY_REQUESTS
                || chosen.map(set -> set.contains(status))
                        .orElseGet(() -> EXPECTED.contains(status) && !onlySuccess(context));
    }

    /** Whether the answer is a redirect that the document describes by its very code, and no 2xx beside it. */
    private static boolean onlySuccess(CheckContext context) {
        int status = context.response().status();
        return status / 100 == 3
                && status != 304
                && context.operation().responses().all().stream()
                        .anyMatch(r -> r.status().equals(Integer.toString(status)))
                && context.operation().responses().all().stream()
                        .noneMatch(r -> r.status().startsWith("2"));
    }
}
