package io.contractcheck.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that happened in a run. Secrets are already masked, bodies are bounded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.RunStarted.class, name = "RunStarted"),
    @JsonSubTypes.Type(value = RunEvent.LimitsSet.class, name = "LimitsSet"),
    @JsonSubTypes.Type(value = RunEvent.NetworkSet.class, name = "NetworkSet"),
    @JsonSubTypes.Type(value = RunEvent.Throttled.class, name = "Throttled"),
    @JsonSubTypes.Type(value = RunEvent.RunPlanned.class, name = "RunPlanned"),
    @JsonSubTypes.Type(value = RunEvent.HookLoaded.class, name = "HookLoaded"),
    @JsonSubTypes.Type(value = RunEvent.CredentialReady.class, name = "CredentialReady"),
    @JsonSubTypes.Type(value = RunEvent.CheckPlanned.class, name = "CheckPlanned"),
    @JsonSubTypes.Type(value = RunEvent.Warned.class, name = "Warned"),
    @JsonSubTypes.Type(value = RunEvent.OperationNotTested.class, name = "OperationNotTested"),
    @JsonSubTypes.Type(value = RunEvent.PhaseStarted.class, name = "PhaseStarted"),
    @JsonSubTypes.Type(value = RunEvent.CallAnswered.class, name = "CallAnswered"),
    @JsonSubTypes.Type(value = RunEvent.CallUnanswered.class, name = "CallUnanswered"),
    @JsonSubTypes.Type(value = RunEvent.CaseWithheld.class, name = "CaseWithheld"),
    @JsonSubTypes.Type(value = RunEvent.OperationLeftOut.class, name = "OperationLeftOut"),
    @JsonSubTypes.Type(value = RunEvent.CaseLeftOut.class, name = "CaseLeftOut"),
    @JsonSubTypes.Type(value = RunEvent.FailureLeftOut.class, name = "FailureLeftOut"),
    @JsonSubTypes.Type(value = RunEvent.RetryBegun.class, name = "RetryBegun"),
    @JsonSubTypes.Type(value = RunEvent.FailureRetried.class, name = "FailureRetried"),
    @JsonSubTypes.Type(value = RunEvent.FailureShrunk.class, name = "FailureShrunk"),
    @JsonSubTypes.Type(value = RunEvent.OperationDone.class, name = "OperationDone"),
    @JsonSubTypes.Type(value = RunEvent.OperationCut.class, name = "OperationCut"),
    @JsonSubTypes.Type(value = RunEvent.RunCut.class, name = "RunCut"),
    @JsonSubTypes.Type(value = RunEvent.ErrorOccurred.class, name = "ErrorOccurred"),
    @JsonSubTypes.Type(value = RunEvent.PhaseFinished.class, name = "PhaseFinished"),
    @JsonSubTypes.Type(value = RunEvent.RunChecked.class, name = "RunChecked"),
    @JsonSubTypes.Type(value = RunEvent.Learnt.class, name = "Learnt"),
    @JsonSubTypes.Type(value = RunEvent.HookUsed.class, name = "HookUsed"),
    @JsonSubTypes.Type(value = RunEvent.StateRestored.class, name = "StateRestored"),
    @JsonSubTypes.Type(value = RunEvent.CredentialUsed.class, name = "CredentialUsed"),
    @JsonSubTypes.Type(value = RunEvent.Doubted.class, name = "Doubted"),
    @JsonSubTypes.Type(value = RunEvent.RunBroken.class, name = "RunBroken"),
    @JsonSubTypes.Type(value = RunEvent.RunFinished.class, name = "RunFinished")
})
public sealed interface RunEvent {
    /**
     * The document was read and the service is there.
     *
     * @param version of ContractCheck
     * @param spec where the document came from
     * @param specification its version, as {@code OpenAPI 3.0.3}
     * @param title the API's
     * @param apiVersion the API's own
     * @param baseUrl where the service is
     * @param seed the run's seed
     * @param at when
     * @param operations the labels of those that will be tested
     * @param phases their names, in order
     * @param checks their names, in order
     */
    record RunStarted(
            String version,
            String spec,
            String specification,
            String title,
            String apiVersion,
            String baseUrl,
            long seed,
            Instant at,
            List<String> operations,
            List<String> phases,
            List<String> checks)
            implements RunEvent {}

    /**
     * How far the run may go.
     *
     * @param workers how many cases are run at once
     * @param maxTime for the run
     * @param maxFailures after how many distinct failures it ends, if so
     * @param shard which share of the run this is, if it is shared
     * @param isolation how often state is brought back; absent where no hook can do so
     */
    record LimitsSet(
            int workers,
            Duration maxTime,
            OptionalInt maxFailures,
            Optional<Shard> shard,
            Optional<Isolation> isolation)
            implements RunEvent {
        /** Where state is not brought back. */
        public LimitsSet(int workers, Duration maxTime, OptionalInt maxFailures, Optional<Shard> shard) {
            this(workers, maxTime, maxFailures, shard, Optional.empty());
        }
    }

    /**
     * What decides the cases of a run and how it is judged: by this the shards of one run are known, and it is judged when they are
     * together.
     *
     * @param document a hash of the document after all hooks, without where it says that the service is
     * @param settings by the names of their parameters
     * @param api what of the document counts once the run is over
     * @param users by name, the run's own first
     */
    record RunPlanned(String document, Map<String, String> settings, ApiOutline api, List<String> users)
            implements RunEvent {}

    /**
     * A hook was found.
     *
     * @param hook its class name
     * @param origin the jar or folder it came from
     * @param artifact its coordinates with the version, if the jar tells
     * @param hash of the contents of the jar or folder, the same wherever and whenever it was built from the same, if it can be read
     * @param scope in words, if it applies to some operations only
     * @param required whether it must apply
     */
    record HookLoaded(
            String hook,
            String origin,
            Optional<String> artifact,
            Optional<String> hash,
            Optional<String> scope,
            boolean required)
            implements RunEvent {}

    /**
     * A user's credential is there.
     *
     * @param user its name
     * @param credential for what it is, such as the security scheme's name; unique for the user
     * @param description how it was got and what is known of it, never what it is
     */
    record CredentialReady(String user, String credential, String description) implements RunEvent {}

    /**
     * A check will be made.
     *
     * @param check its name
     * @param operations how many operations give it something to look at, by the document
     */
    record CheckPlanned(String check, int operations) implements RunEvent {}

    /**
     * How requests reach the service.
     *
     * @param curl options that curl needs to reach it in the same way, with secrets as {@code ${NAME}}
     */
    record NetworkSet(List<String> curl) implements RunEvent {
        public NetworkSet {
            curl = List.copyOf(curl);
        }
    }

    /**
     * The service answered that there are too many requests (429).
     *
     * @param pause by how much this made the pause of the run longer
     * @param stands whether the request was not sent again, so that 429 is its answer
     */
    record Throttled(Duration pause, boolean stands) implements RunEvent {}

    /** Something that users should know and that is no finding. */
    record Warned(String message) implements RunEvent {}

    /**
     * No case of an operation could be made, in one phase or at all.
     *
     * @param operation its label
     * @param phase the phase, or absent if in all
     * @param reason names the file and the pointer
     */
    record OperationNotTested(String operation, Optional<String> phase, String reason) implements RunEvent {}

    /** A phase begins. */
    record PhaseStarted(String phase) implements RunEvent {}

    /**
     * A call was answered.
     *
     * @param id which call
     * @param purpose why it was made
     * @param positive whether the case is valid by the document
     * @param description why the case exists
     * @param sender who sent it
     * @param exchange what was sent and what came, masked and bounded
     * @param checks what those checks said that had something to say, in their order
     * @param suspects what the service's log told meanwhile, where the answer was that it failed: each a
     *     {@link io.contractcheck.trace.RootCause#identity}; of other calls too, if there were any at the same time
     * @param prelude what the scenario had called before, where the call showed a failure and was not the first
     */
    record CallAnswered(
            CaseId id,
            Purpose purpose,
            boolean positive,
            String description,
            Sender sender,
            Exchange exchange,
            List<CheckResult> checks,
            List<String> suspects,
            Optional<Prelude> prelude)
            implements RunEvent {
        public CallAnswered {
            suspects = suspects == null ? List.of() : List.copyOf(suspects); // absent in most lines of a journal
            prelude = prelude == null ? Optional.empty() : prelude;
        }

        /** The first of its scenario. */
        public CallAnswered(
                CaseId id,
                Purpose purpose,
                boolean positive,
                String description,
                Sender sender,
                Exchange exchange,
                List<CheckResult> checks,
                List<String> suspects) {
            this(id, purpose, positive, description, sender, exchange, checks, suspects, Optional.empty());
        }

        /** Of which no log tells anything. */
        public CallAnswered(
                CaseId id,
                Purpose purpose,
                boolean positive,
                String description,
                Sender sender,
                Exchange exchange,
                List<CheckResult> checks) {
            this(id, purpose, positive, description, sender, exchange, checks, List.of());
        }

        /** What a failure of this call is looked for as: once for each suspect, if it may have one. */
        public List<FailureId> seenAs(FailureId failure) {
            return suspects.isEmpty() || !failure.ofService()
                    ? List.of(failure)
                    : suspects.stream().map(failure::at).toList();
        }
    }

    /**
     * A call was not answered, or not wholly.
     *
     * @param id which call
     * @param purpose why it was made
     * @param request what was sent, masked
     * @param kind what went wrong
     * @param message in words
     */
    record CallUnanswered(CaseId id, Purpose purpose, Request request, TransportException.Kind kind, String message)
            implements RunEvent {
        /**
         * Whether that is as good an answer as any: a request that is no HTTP may be met with the end of the connection (RFC 9112, sections
         * 2.2 and 9.6), or with something that is none either.
         */
        public boolean refused() {
            return request.framing().isPresent()
                    && (kind == TransportException.Kind.CLOSED || kind == TransportException.Kind.PROTOCOL);
        }
    }

    /**
     * A case was not sent, since it would not have been what it is called: a hook changed it into something else.
     *
     * @param id which call
     * @param purpose why it was to be made
     * @param description why the case existed
     * @param reason what is wrong with it, masked
     */
    record CaseWithheld(CaseId id, Purpose purpose, String description, String reason) implements RunEvent {}

    /**
     * A hook said that an operation is not to be tested.
     *
     * @param operation its label
     * @param hook its class name
     */
    record OperationLeftOut(String operation, String hook) implements RunEvent {}

    /**
     * A hook said that a case is not to be sent.
     *
     * @param id which call
     * @param purpose why it was to be made
     * @param description why the case existed
     * @param hook its class name
     */
    record CaseLeftOut(CaseId id, Purpose purpose, String description, String hook) implements RunEvent {}

    /**
     * A hook said that a failure is not to be reported.
     *
     * @param id the call that showed it
     * @param purpose why the call was made
     * @param failure which failure
     * @param title in a few words
     * @param hook its class name
     */
    record FailureLeftOut(CaseId id, Purpose purpose, FailureId failure, String title, String hook)
            implements RunEvent {}

    /**
     * A scenario is run again. Up to the next event of this kind for the same scenario, its calls with this purpose or
     * {@link Purpose#CONFIRMATION} are made for these failures.
     *
     * @param scenario which scenario
     * @param failures that it showed
     * @param purpose to confirm them, or to shrink them
     */
    record RetryBegun(ScenarioId scenario, List<FailureId> failures, Purpose purpose) implements RunEvent {}

    /**
     * The scenario of a failure was run again.
     *
     * @param failure which failure
     * @param confirmation what came of it
     * @param note in words
     * @param claim why the service failed, if its log told so again
     */
    record FailureRetried(FailureId failure, Confirmation confirmation, String note, Optional<Claim> claim)
            implements RunEvent {
        /** Without a log. */
        public FailureRetried(FailureId failure, Confirmation confirmation, String note) {
            this(failure, confirmation, note, Optional.empty());
        }

        /**
         * A root cause, with the call that nothing else was sent beside.
         *
         * @param logged what the log told
         * @param call that showed the failure
         */
        public record Claim(LoggedCause logged, CallAnswered call) {}
    }

    /**
     * Smaller values show a failure too.
     *
     * @param failure which failure
     * @param smallest the call with the smallest values found, which came again
     * @param tries how many calls it took to find them
     */
    record FailureShrunk(FailureId failure, CallAnswered smallest, int tries) implements RunEvent {}

    /**
     * A phase has begun all its cases of an operation.
     *
     * @param phase its name
     * @param operation its label
     */
    record OperationDone(String phase, String operation) implements RunEvent {}

    /**
     * The run ended before a phase was through with an operation.
     *
     * @param phase its name
     * @param operation its label
     * @param scenarios how many were begun
     */
    record OperationCut(String phase, String operation, int scenarios) implements RunEvent {}

    /**
     * The run ended before it was through.
     *
     * @param reason which limit ended it
     * @param message in words, with the parameter that changes it
     */
    record RunCut(Reason reason, String message) implements RunEvent {
        /** What can end a run early. */
        public enum Reason {
            /** The time was up. */
            TIME,
            /** There were as many failures as are wanted. */
            FAILURES,
            /** Somebody stopped it. */
            STOPPED,
            /** It was killed; seen by whoever reads its journal. */
            KILLED
        }
    }

    /**
     * ContractCheck, a hook or a custom check failed on a part of the run; the rest goes on.
     *
     * @param operation the label of the operation concerned, if one is
     * @param message what went wrong and what to do
     */
    record ErrorOccurred(Optional<String> operation, String message) implements RunEvent {}

    /** A phase is over. */
    record PhaseFinished(String phase, Duration elapsed) implements RunEvent {}

    /**
     * A hook looked at the run as a whole.
     *
     * @param hook its class name
     * @param failures what it found
     */
    record RunChecked(String hook, List<Failure> failures) implements RunEvent {}

    /**
     * How often a hook was asked and how often it changed something.
     *
     * @param hook its class name
     * @param calls how often it was asked
     * @param applied how often it changed what it was given, or acted
     */
    record HookUsed(String hook, long calls, long applied) implements RunEvent {}

    /**
     * The service's state was brought back while the run went on. Told once, at its end, where hooks can do so.
     *
     * @param isolation how often it was to be
     * @param times how often it was, also before what was run again
     * @param elapsed the time that this took in all
     */
    record StateRestored(Isolation isolation, long times, Duration elapsed) implements RunEvent {
        /** With what it took in another shard. */
        StateRestored plus(StateRestored other) {
            return new StateRestored(isolation, times + other.times, elapsed.plus(other.elapsed));
        }
    }

    /**
     * On how many requests a credential was put.
     *
     * @param user its name
     * @param credential as in {@link CredentialReady}
     * @param requests how many
     */
    record CredentialUsed(String user, String credential, long requests) implements RunEvent {}

    /** The run may have proven less than it seems to. */
    record Doubted(Doubt doubt) implements RunEvent {}

    /**
     * The service's refusals told of a rule that its document does not have.
     *
     * @param operation its label
     * @param place in its requests, as {@code body.title}
     * @param keyword of the rule
     * @param value of the keyword, as JSON text
     * @param said in which words the service said so
     */
    record Learnt(String operation, String place, String keyword, String value, String said) implements RunEvent {
        /** In words, without the operation. */
        public String rule() {
            return place + " " + keyword + (value.equals("true") ? "" : " " + value);
        }
    }

    /** The run could not go on; nothing can be said of what was not tested. */
    record RunBroken(String message) implements RunEvent {}

    /** The run went to its end. */
    record RunFinished(Duration elapsed) implements RunEvent {}
}
