package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No operation ever took a valid request, and not because the service is broken, of which checks speak. */
final class NothingTested implements Rule {
    /** Fewer may all be of the one operation that has examples. */
    private static final int ENOUGH = 20;

    @Override
    public List<String> messages(Evidence evidence) {
        RunSummary run = evidence.run();
        if (run.cases() == 0) {
            return List.of(noCase(run));
        }
        if (run.operations().stream().allMatch(o -> o.statuses().isEmpty())) {
            return noAnswer(run);
        }
        Map<Integer, Long> statuses = statuses(run);
        String seen = "Nothing was tested: none of the " + Words.count(Fate.sum(statuses), "answer") + " to "
                + (valid(run) ? "valid requests" : "requests") + " was a success; " + counts(statuses) + ".\n";
        return switch (outcome(run)) {
            case TURNED_AWAY ->
                List.of(seen + TurnedAway.mainly(evidence, evidence.called()) + Words.example(evidence.called()));
            case NOT_FOUND -> List.of(seen + BasePath.why(evidence) + Words.example(evidence.called()));
            case TOO_MANY ->
                List.of(seen + "Likely cause: the service limits how many requests a client may make.\n"
                        + "Switch its rate limit off for the test, or lower the speed with"
                        + " <rateLimit>10/s</rateLimit> (contract.rateLimit), or wait longer with <maxRetryAfter>"
                        + " (contract.maxRetryAfter).");
            case NO_SUCH_METHOD ->
                List.of(seen + "Likely cause: something else than the service answers at " + evidence.baseUrl()
                        + ", such as a proxy or a file server.\nCorrect <baseUrl> (contract.baseUrl)."
                        + Words.example(evidence.called()));
            case REFUSED ->
                List.of(seen + "Likely cause: every request needs something that the document does not tell of,"
                        + " such as a header that names the tenant; or a gateway refuses this host.\n"
                        + "Give every request what it needs, as with <headers>X-Tenant: test</headers> (contract.headers)."
                        + Words.example(evidence.called()));
            case NONE, ACCEPTED, OTHER -> List.of();
        };
    }

    /** As in the doubt, while the run is still going on. */
    static Optional<String> turnedAway(Evidence evidence) {
        Map<Integer, Long> statuses = statuses(evidence.run());
        long all = Fate.sum(statuses);
        return all < ENOUGH || Fate.turnedAway(statuses) < all
                ? Optional.empty()
                : Optional.of("Nothing was tested: all " + Words.count(all, "answer")
                        + " to " + (valid(evidence.run()) ? "valid requests" : "requests") + " were 401 or 403.\n"
                        + TurnedAway.mainly(evidence, evidence.called())
                        + Words.example(evidence.called()));
    }

    /** Invalid requests are to be refused, so that they only tell something if they are all answered in one strange way. */
    private static Outcome outcome(RunSummary run) {
        Map<Integer, Long> statuses = statuses(run);
        Outcome most = Outcome.of(statuses);
        boolean telling = valid(run)
                || (most == Outcome.TURNED_AWAY || most == Outcome.NOT_FOUND || most == Outcome.TOO_MANY)
                        && statuses.keySet().stream().allMatch(status -> Outcome.of(status) == most);
        return telling ? most : Outcome.NONE;
    }

    /** Of valid cases; where only others were sent, of all. */
    private static Map<Integer, Long> statuses(RunSummary run) {
        Map<Integer, Long> statuses = new LinkedHashMap<>();
        boolean valid = valid(run);
        run.operations()
                .forEach(o -> (valid ? o.positives() : o.statuses())
                        .forEach((status, count) -> statuses.merge(status, count, Long::sum)));
        return statuses;
    }

    private static boolean valid(RunSummary run) {
        return run.operations().stream().anyMatch(o -> !o.positives().isEmpty());
    }

    private static String noCase(RunSummary run) {
        String seen = "Nothing was tested: no request was sent to any of the "
                + Words.count(run.operations().size(), "operation") + ".\n";
        return run.cut().isPresent()
                ? seen + run.cut().get().message()
                : seen
                        + run.notTested().stream()
                                .findFirst()
                                .map(n -> "Why, of " + n.operation() + ": " + n.reason() + "\n")
                                .orElse("The chosen phases and mode have no case for them.\n")
                        + "Look at <phases> (contract.phases), <mode> (contract.mode), and at what was withheld.";
    }

    private static List<String> noAnswer(RunSummary run) {
        return run.errors().stream()
                .findFirst()
                .map(e -> List.of("Nothing was tested: no request was answered.\nThe first: " + e.message()
                        + "\nLook at the service's log, at <baseUrl> (contract.baseUrl), and at <requestTimeout>"
                        + " (contract.requestTimeout)."))
                .orElse(List.of());
    }

    private static String counts(Map<Integer, Long> statuses) {
        List<String> counts = new ArrayList<>();
        statuses.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .forEach(e -> counts.add(
                        statuses.size() == 1 ? "all were " + e.getKey() : e.getValue() + " were " + e.getKey()));
        return Words.some(counts);
    }
}
