package io.contractcheck.internal.engine;

import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.Shard;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Watch;
import io.contractcheck.internal.phase.Known;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.learn.Learner;
import io.contractcheck.openapi.Operation;
import io.contractcheck.service.ServiceLog;
import io.contractcheck.trace.OwnCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the engine needs to know.
 *
 * @param baseUrl before every operation's path, without a trailing slash
 * @param seed of the run
 * @param phases how much phases do
 * @param checks what users set for checks
 * @param limits how far it goes
 * @param futile asked after each phase: why there is no point in going on, if so
 * @param timeout how long a request to an operation may take, where the transport alone does not decide it
 * @param log what can be heard of the service
 * @param known what is known of the service, asked for when a phase begins
 * @param learner is shown every answer
 */
public record EngineSettings(
        String baseUrl,
        long seed,
        PhaseSettings phases,
        CheckSettings checks,
        Limits limits,
        Supplier<Optional<String>> futile,
        Function<Operation, Optional<Duration>> timeout,
        Log log,
        Supplier<Known> known,
        Learner learner) {
    /** A run of one worker that goes on to its end. */
    public EngineSettings(String baseUrl, long seed, PhaseSettings phases, CheckSettings checks) {
        this(baseUrl, seed, phases, checks, Limits.NONE, Optional::empty);
    }

    /** All requests have the same time. */
    public EngineSettings(
            String baseUrl,
            long seed,
            PhaseSettings phases,
            CheckSettings checks,
            Limits limits,
            Supplier<Optional<String>> futile) {
        this(
                baseUrl,
                seed,
                phases,
                checks,
                limits,
                futile,
                operation -> Optional.empty(),
                Log.NONE,
                () -> Known.NOTHING,
                new Learner(Knowledge.NONE));
    }

    /** The same with other limits. */
    public EngineSettings with(Limits other) {
        return new EngineSettings(baseUrl, seed, phases, checks, other, futile, timeout, log, known, learner);
    }

    /** The same with another log. */
    public EngineSettings with(Log other) {
        return new EngineSettings(baseUrl, seed, phases, checks, limits, futile, timeout, other, known, learner);
    }

    /** The same with other knowledge of the service, and who adds to it. */
    public EngineSettings with(Supplier<Known> other, Learner learner) {
        return new EngineSettings(baseUrl, seed, phases, checks, limits, futile, timeout, log, other, learner);
    }

    /**
     * What can be heard of the service.
     *
     * @param log of the service, if there is one
     * @param code which code is its own
     */
    public record Log(Optional<ServiceLog> log, OwnCode code) {
        /** Nothing. */
        public static final Log NONE = new Log(Optional.empty(), OwnCode.NOT_FOREIGN);

        Overheard overheard(Secrets secrets) {
            return new Overheard(log, code, secrets, Watch.system());
        }
    }

    /**
     * How far a run goes.
     *
     * @param workers how many cases are run at once, at least 1
     * @param maxTime for all of it
     * @param maxFailures after how many distinct failures it ends, if so
     * @param shrink whether smaller values are looked for
     * @param shard which scenarios are its own
     * @param comeback how long a service is waited for that no longer accepts connections
     * @param isolation how often state is brought back, where hooks can do so
     */
    public record Limits(
            int workers,
            Duration maxTime,
            OptionalInt maxFailures,
            boolean shrink,
            Shard shard,
            Duration comeback,
            Isolation isolation) {
        /** Without waiting for a service that goes away; state is brought back before each scenario. */
        public Limits(int workers, Duration maxTime, OptionalInt maxFailures, boolean shrink, Shard shard) {
            this(workers, maxTime, maxFailures, shrink, shard, Duration.ZERO, Isolation.SCENARIO);
        }

        /** The same with another isolation. */
        public Limits isolation(Isolation other) {
            return new Limits(workers, maxTime, maxFailures, shrink, shard, comeback, other);
        }

        /** One worker, a day, and all there is. */
        public static final Limits NONE = new Limits(1, Duration.ofDays(1), OptionalInt.empty(), true, new Shard(1, 1));
    }
}
