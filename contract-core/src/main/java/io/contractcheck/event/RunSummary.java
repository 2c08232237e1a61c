package io.contractcheck.event;

import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Beginning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run's events add up to.
 *
 * @param started the run's first facts; absent when it broke before it began
 * @param operations what is known of each operation that was to be tested, in document order
 * @param cases how many test cases were sent
 * @param requests how many requests were sent in all, with confirmations, but without accepted ones that were sent twice to see what that brings
 * @param elapsed from the first event to the end; absent when the run did not end
 * @param phases in order
 * @param findings each distinct failure once, heaviest first, then in the order in which one worker finds them
 * @param notTested operations without a single case
 * @param withheld cases that were not sent, since a hook had made something else of them
 * @param leftOut what hooks kept out of the run
 * @param errors what kept parts of the run from being done
 * @param warnings what users should know
 * @param hooks each hook loaded
 * @param credentials each credential of each user
 * @param checks each check that was to be made
 * @param lockOut since when the run's own user was turned away, if so
 * @param doubts why it may have proven less than it seems to, those that fail the build first
 * @param learnt rules of the service that its document does not have, as its refusals told
 * @param limits how far it was to go
 * @param cut why it ended before it was through, if so
 * @param throttled how often the service answered 429, and what that cost
 * @param restored how often the service's state was brought back, where hooks can do so
 * @param broken why the run could not go on, if so
 */
public record RunSummary(
        Optional<RunEvent.RunStarted> started,
        List<OperationSummary> operations,
        long cases,
        long requests,
        Optional<Duration> elapsed,
        List<PhaseSummary> phases,
        List<Finding> findings,
        List<NotTested> notTested,
        List<Withheld> withheld,
        List<LeftOut> leftOut,
        List<RunError> errors,
        List<String> warnings,
        List<HookSummary> hooks,
        List<CredentialSummary> credentials,
        List<CheckSummary> checks,
        Optional<LockOut> lockOut,
        List<Doubt> doubts,
        List<RunEvent.Learnt> learnt,
        Optional<RunEvent.LimitsSet> limits,
        Optional<Cut> cut,
        Throttling throttled,
        Optional<RunEvent.StateRestored> restored,
        Optional<String> broken) {
    private static final int LONGEST_NAME = 80;

    /** Whether the run went to its end. */
    public boolean finished() {
        return elapsed.isPresent();
    }

    /** How many operations answered 2xx at least once. */
    public long operationsReached2xx() {
        return operations.stream().filter(OperationSummary::reached2xx).count();
    }

    /** Whether the run found nothing, and lost nothing. */
    public boolean clean() {
        return finished()
                && findings.isEmpty()
                && errors.isEmpty()
                && broken.isEmpty()
                && doubts.stream().noneMatch(Doubt::fails);
    }

    /** The sum of some events, in order. */
    public static RunSummary of(Iterable<RunEvent> events) {
        Summarizer summarizer = new Summarizer();
        events.forEach(summarizer::on);
        return summarizer.summary();
    }

    /** By why the service failed, the findings that come of it, as far as its log tells; both in the order of findings. */
    public Map<String, List<Finding>> rootCauses() {
        Map<String, List<Finding>> causes = new LinkedHashMap<>();
        findings.forEach(finding -> finding.rootCause()
                .ifPresent(logged -> causes.computeIfAbsent(logged.cause().identity(), c -> new ArrayList<>())
                        .add(finding)));
        return causes;
    }

    /** By finding the name of a file for its script, of those that need several calls; unique in the run. */
    public Map<FailureId, String> scripts() {
        Map<FailureId, String> names = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!finding.chain().isEmpty()) {
                String plain = (finding.id().check() + " " + finding.id().operation())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_]+", "-");
                String name = Beginning.of(plain, LONGEST_NAME).replaceAll("-+$", "");
                long same = names.values().stream()
                        .filter(known -> known.replaceAll("(-\\d+)?\\.sh$", "").equals(name))
                        .count();
                names.put(finding.id(), name + (same == 0 ? "" : "-" + (same + 1)) + ".sh");
            }
        }
        return names;
    }

    /** When the run began. */
    public Optional<Instant> at() {
        return started.map(RunEvent.RunStarted::at);
    }

    /**
     * One operation.
     *
     * @param label as {@code GET /books/{id}}
     * @param cases how many test cases called it
     * @param phases how many of them were of each phase that called it, in the order of the phases
     * @param statuses how often each status came, by rising status
     * @param positives how often each status came to valid cases of the run's own user with the operation's own method
     * @param credentialed how often each status came to those of them that carried credentials
     * @param refusals of each status from 400 on that came to such valid cases, the first answer
     * @param checks how often each check passed and failed on it, skips left out
     * @param reached2xx whether a 2xx came to a call of the run's own user with the operation's own method
     * @param elapsed the time its cases took in all
     */
    public record OperationSummary(
            String label,
            long cases,
            Map<String, Long> phases,
            Map<Integer, Long> statuses,
            Map<Integer, Long> positives,
            Map<Integer, Long> credentialed,
            List<Refusal> refusals,
            boolean reached2xx,
            Map<String, CheckCount> checks,
            Duration elapsed) {

        /** Why no 2xx came, in a few words: what most valid cases were answered, and what was said to the first of these. */
        public Optional<String> whyNot() {
            if (reached2xx) {
                return Optional.empty();
            } else if (cases == 0) {
                return Optional.of("not called");
            } else if (statuses.isEmpty()) {
                return Optional.of("not answered");
            } else if (positives.isEmpty()) {
                return Optional.of("no valid case");
            }
            int usual = Collections.max(positives.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            return Optional.of(refusals.stream()
                    .filter(r -> r.status() == usual && !r.said().isEmpty())
                    .findFirst()
                    .map(r -> usual + " " + r.said())
                    .orElse(Integer.toString(usual)));
        }
    }

    /**
     * What a service's own limit of requests cost.
     *
     * @param times how often 429 came
     * @param waited for how long nothing was sent because of that
     * @param stood how many requests were not sent again, so that they tested nothing
     */
    public record Throttling(long times, Duration waited, long stood) {
        /** Never. */
        static final Throttling NONE = new Throttling(0, Duration.ZERO, 0);

        /** Once more. */
        Throttling plus(RunEvent.Throttled event) {
            return new Throttling(times + 1, waited.plus(event.pause()), stood + (event.stands() ? 1 : 0));
        }
    }

    /**
     * An answer that refused a valid case.
     *
     * @param status from 400 on
     * @param said the service's words, masked and shortened; possibly empty
     * @param reproduce a shell line that sends the request again; empty if it were very long
     */
    public record Refusal(int status, String said, String reproduce) {}

    /**
     * Cases of one operation that were not sent.
     *
     * @param operation its label
     * @param cases how many
     * @param reason of the first
     */
    public record Withheld(String operation, long cases, String reason) {
        /** In words, after the operation's name. */
        public String describe() {
            return cases == 1
                    ? "a case was not sent, since a hook or a configured header made it invalid: " + reason
                    : cases + " cases were not sent, since a hook or a configured header made them invalid; the first: "
                            + reason;
        }
    }

    /**
     * How a check fared.
     *
     * @param passed how often it was kept
     * @param failed how often it was broken
     * @param leftOut how often it was broken and hooks let nothing of that be reported
     */
    public record CheckCount(long passed, long failed, long leftOut) {
        /** Nothing left out. */
        public CheckCount(long passed, long failed) {
            this(passed, failed, 0);
        }

        /** Both together. */
        CheckCount plus(CheckCount other) {
            return new CheckCount(passed + other.passed, failed + other.failed, leftOut + other.leftOut);
        }
    }

    /**
     * What a hook kept out of the run.
     *
     * @param hook its class
     * @param kind what it kept out
     * @param operation the operation, or that of the cases or the failure
     * @param failure check and title of the failure, as {@code not_a_server_error: Server error}; empty for others
     * @param times how many
     */
    public record LeftOut(String hook, Kind kind, String operation, String failure, long times) {
        /** What can be kept out. */
        public enum Kind {
            OPERATION,
            CASE,
            FAILURE
        }
    }

    /**
     * One phase.
     *
     * @param name of the phase
     * @param operations how many were called
     * @param cases how many were sent
     * @param findings how many distinct failures were first seen in it
     * @param elapsed absent when it did not end
     */
    public record PhaseSummary(String name, long operations, long cases, long findings, Optional<Duration> elapsed) {}

    /**
     * A distinct failure, with the first exchange that showed it, unless it is one of the run as a whole.
     *
     * @param id what makes it distinct
     * @param title a few words
     * @param message all that is known
     * @param advice what can be done about it, possibly empty
     * @param severity how much it weighs
     * @param occurrences how many test cases showed it
     * @param confirmation what became of it when it was run again, if it was
     * @param note on the confirmation
     * @param description why the case was sent; empty where the run as a whole was looked at
     * @param request the request, masked, if one showed it
     * @param response the response, masked and bounded, if one showed it
     * @param reproduce a shell line that sends the request again, or a script that sends the calls before it, too; possibly empty
     * @param rootCause why the service failed, if its log tells
     * @param chain the calls before the request that it needs, in order; mostly none
     */
    public record Finding(
            FailureId id,
            String title,
            String message,
            String advice,
            Severity severity,
            long occurrences,
            Optional<Confirmation> confirmation,
            String note,
            String description,
            Optional<Request> request,
            Optional<Response> response,
            String reproduce,
            Optional<LoggedCause> rootCause,
            List<Prelude.Call> chain) {
        public Finding {
            chain = List.copyOf(chain);
        }
    }

    /**
     * An operation without a case.
     *
     * @param operation its label
     * @param reason why
     */
    public record NotTested(String operation, String reason) {}

    /**
     * What kept a part of the run from being done.
     *
     * @param operation the label of the operation concerned, if one is
     * @param message what went wrong
     * @param occurrences how often
     * @param reproduce a shell line, where a request led to it
     */
    public record RunError(Optional<String> operation, String message, long occurrences, Optional<String> reproduce) {}

    /**
     * A hook.
     *
     * @param name its class
     * @param origin where it was found
     * @param artifact its coordinates, if known
     * @param hash of the contents of where it was found, if known
     * @param scope in words, if it applies to some operations only
     * @param required whether it must apply
     * @param calls how often it was asked
     * @param applied how often it changed something
     */
    public record HookSummary(
            String name,
            String origin,
            Optional<String> artifact,
            Optional<String> hash,
            Optional<String> scope,
            boolean required,
            long calls,
            long applied) {}

    /**
     * A credential of a user.
     *
     * @param user its name
     * @param credential for what it is
     * @param description how it was got and what is known of it
     * @param requests on how many requests it was put
     */
    public record CredentialSummary(String user, String credential, String description, long requests) {}

    /**
     * A check that was to be made.
     *
     * @param name of the check
     * @param operations how many operations give it something to look at, by the document
     * @param judged how often it passed or failed
     */
    public record CheckSummary(String name, int operations, long judged) {}

    /**
     * A run that ended before it was through.
     *
     * @param reason which limit ended it
     * @param message in words, with the parameter that changes it
     * @param unreached what was not done, or not wholly
     */
    public record Cut(RunEvent.RunCut.Reason reason, String message, List<Unreached> unreached) {}

    /**
     * An operation that a phase was not through with.
     *
     * @param operation its label
     * @param phase its name
     * @param scenarios how many were begun
     */
    public record Unreached(String operation, String phase, int scenarios) {}

    /**
     * What was accepted before was answered 401 from some moment to the end.
     *
     * @param since the first case that was
     * @param cases how many valid cases with credentials were since then
     * @param before how many had been accepted until then
     */
    public record LockOut(CaseId since, long cases, long before) {}
}
