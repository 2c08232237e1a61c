package io.contractcheck;

import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.Shard;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.http.Header;
import io.contractcheck.http.Pace;
import io.contractcheck.link.LinkRule;
import io.contractcheck.testcase.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * All that decides a run.
 *
 * @param target what is tested
 * @param selection which part of it, by which phases and checks
 * @param generation how much is generated
 * @param network how it is sent
 * @param auth who calls
 * @param checks what users set for checks
 * @param hooks what users set for hooks
 * @param limits how far it goes, and how many cases are run at once
 * @param reports what is written, and where
 * @param failOn doubts that fail the build
 * @param operations what holds for some operations only
 * @param service what can be known of the service beside its answers
 * @param links what users say of links between operations
 */
public record ContractConfig(
        Target target,
        Selection selection,
        Generation generation,
        Network network,
        AuthSettings auth,
        CheckSettings checks,
        HookSettings hooks,
        Limits limits,
        Reporting reports,
        List<Doubt.Kind> failOn,
        List<OperationSettings> operations,
        Service service,
        List<LinkRule> links) {
    /** Doubts that fail the build unless users choose otherwise. */
    public static final List<Doubt.Kind> DEFAULT_FAIL_ON =
            List.of(Doubt.Kind.NOTHING_TESTED, Doubt.Kind.MISSING_AUTH, Doubt.Kind.REQUIRED_HOOK);

    /** The defaults, for the document at that location: a path, {@code classpath:} or an http(s) URL. */
    public static ContractConfig of(String spec) {
        return new ContractConfig(
                new Target(spec, Optional.empty(), Path.of("")),
                new Selection(List.of(), List.of(), List.of(), List.of(), List.of()),
                new Generation(Generation.DEFAULT_MAX_EXAMPLES, OptionalLong.empty()),
                new Network(Network.DEFAULT_REQUEST_TIMEOUT, Network.DEFAULT_STARTUP_TIMEOUT, List.of()),
                AuthSettings.NONE,
                CheckSettings.defaults(),
                HookSettings.NONE,
                Limits.DEFAULT,
                new Reporting(Path.of("target", "contract-reports"), List.of()),
                DEFAULT_FAIL_ON,
                List.of(),
                Service.UNKNOWN,
                List.of());
    }

    /** The same with another target. */
    public ContractConfig with(Target other) {
        return changed(draft -> draft.target = other);
    }

    /** The same with another selection. */
    public ContractConfig with(Selection other) {
        return changed(draft -> draft.selection = other);
    }

    /** The same with another generation. */
    public ContractConfig with(Generation other) {
        return changed(draft -> draft.generation = other);
    }

    /** The same with another network. */
    public ContractConfig with(Network other) {
        return changed(draft -> draft.network = other);
    }

    /** The same with other settings for checks. */
    public ContractConfig with(CheckSettings other) {
        return changed(draft -> draft.checks = other);
    }

    /** The same with other reports. */
    public ContractConfig with(Reporting other) {
        return changed(draft -> draft.reports = other);
    }

    /** The same with other users. */
    public ContractConfig with(AuthSettings other) {
        return changed(draft -> draft.auth = other);
    }

    /** The same with other settings for hooks. */
    public ContractConfig with(HookSettings other) {
        return changed(draft -> draft.hooks = other);
    }

    /** The same with other limits. */
    public ContractConfig with(Limits other) {
        return changed(draft -> draft.limits = other);
    }

    /** The same with other doubts that fail the build. */
    public ContractConfig failingOn(List<Doubt.Kind> other) {
        return changed(draft -> draft.failOn = other);
    }

    /** The same with other settings for some operations. */
    public ContractConfig with(List<OperationSettings> other) {
        return changed(draft -> draft.operations = List.copyOf(other));
    }

    /** The same with more known of the service. */
    public ContractConfig with(Service other) {
        return changed(draft -> draft.service = other);
    }

    /** The same with other links that users say. */
    public ContractConfig linking(List<LinkRule> other) {
        return changed(draft -> draft.links = List.copyOf(other));
    }

    private ContractConfig changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }

    /** On the way from one configuration to the next, so that each change names only what it changes. */
    private static final class Draft {
        private Target target;
        private Selection selection;
        private Generation generation;
        private Network network;
        private AuthSettings auth;
        private CheckSettings checks;
        private HookSettings hooks;
        private Limits limits;
        private Reporting reports;
        private List<Doubt.Kind> failOn;
        private List<OperationSettings> operations;
        private Service service;
        private List<LinkRule> links;

        private Draft(ContractConfig config) {
            target = config.target;
            selection = config.selection;
            generation = config.generation;
            network = config.network;
            auth = config.auth;
            checks = config.checks;
            hooks = config.hooks;
            limits = config.limits;
            reports = config.reports;
            failOn = config.failOn;
            operations = config.operations;
            service = config.service;
            links = config.links;
        }

        private ContractConfig made() {
            return new ContractConfig(
                    target,
                    selection,
                    generation,
                    network,
                    auth,
                    checks,
                    hooks,
                    limits,
                    reports,
                    failOn,
                    operations,
                    service,
                    links);
        }
    }

    /**
     * What is tested.
     *
     * @param spec where the document is: a path, {@code classpath:name} or an http(s) URL
     * @param baseUrl where the service is; if absent, the document's URL or a server it names decides, as long as that is on this
     *     machine or network
     * @param directory against which a relative path is resolved
     * @param started where a service is that was started for this run, as {@code http://127.0.0.1:8080}; with the path of the document's first
     *     server it comes before the servers that the document names
     */
    public record Target(String spec, Optional<String> baseUrl, Path directory, Optional<String> started) {
        /** Of a service that was not started for this run. */
        public Target(String spec, Optional<String> baseUrl, Path directory) {
            this(spec, baseUrl, directory, Optional.empty());
        }
    }

    /**
     * Which part is tested, and by what. Empty lists stand for all.
     *
     * @param includes operation filters; an operation must match one
     * @param excludes operation filters; an operation must match none
     * @param phases names
     * @param checks names, {@code all}, or a name with a minus before it
     * @param excludeChecks names
     */
    public record Selection(
            List<String> includes,
            List<String> excludes,
            List<String> phases,
            List<String> checks,
            List<String> excludeChecks) {}

    /**
     * How much is generated.
     *
     * @param maxExamples random cases for an operation at most, at least 1
     * @param seed of the run; if absent, a new one is drawn and told
     * @param mode whether valid cases are made, invalid ones, or both
     * @param duplicateQueryParameters whether query parameters that are no lists are also sent twice
     * @param malformedRequests whether requests are also sent that are no HTTP
     */
    public record Generation(
            int maxExamples,
            OptionalLong seed,
            Mode mode,
            boolean duplicateQueryParameters,
            boolean malformedRequests) {
        /** As many as the field is used to. */
        public static final int DEFAULT_MAX_EXAMPLES = 100;

        /** Valid and invalid cases, no query parameter twice, malformed requests. */
        public Generation(int maxExamples, OptionalLong seed) {
            this(maxExamples, seed, Mode.ALL, false);
        }

        /** With malformed requests. */
        public Generation(int maxExamples, OptionalLong seed, Mode mode, boolean duplicateQueryParameters) {
            this(maxExamples, seed, mode, duplicateQueryParameters, true);
        }
    }

    /**
     * How requests are sent.
     *
     * @param requestTimeout for one request as a whole
     * @param startupTimeout how long to wait for the document and the service
     * @param headers sent with every request
     * @param connection whom to trust, and the way there
     * @param pace how hard the service is pressed
     */
    public record Network(
            Duration requestTimeout, Duration startupTimeout, List<Header> headers, Connection connection, Pace pace) {
        /** With the trust of the JDK, straight to the service, at full speed. */
        public Network(Duration requestTimeout, Duration startupTimeout, List<Header> headers) {
            this(requestTimeout, startupTimeout, headers, Connection.DEFAULT, Pace.DEFAULT);
        }

        /** The same with another time for each request, and other headers. */
        Network with(Duration timeout, List<Header> other) {
            return new Network(timeout, startupTimeout, other, connection, pace);
        }

        /** Ten seconds. */
        public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(10);

        /** A minute. */
        public static final Duration DEFAULT_STARTUP_TIMEOUT = Duration.ofSeconds(60);
    }

    /**
     * Whom to trust, what to show, and the way to the service and its document.
     *
     * @param caBundle a PEM file of certificates that are trusted beside those of the JDK
     * @param clientCertificate a PEM file, or a PKCS#12 store with the key
     * @param clientKey a PEM file with the key, if it stands in a file of its own
     * @param clientKeyPassword of the key or the store
     * @param tlsVerify whether the service's certificate must be trusted and be for its host
     * @param proxy {@code http://user:password@host:port}
     * @param noProxy hosts that are called without it, as {@link io.contractcheck.http.Proxy} says
     */
    public record Connection(
            Optional<Path> caBundle,
            Optional<Path> clientCertificate,
            Optional<Path> clientKey,
            Optional<SecretValue> clientKeyPassword,
            boolean tlsVerify,
            Optional<SecretValue> proxy,
            List<String> noProxy) {
        /** With the trust of the JDK, and straight there. */
        public static final Connection DEFAULT = new Connection(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                List.of());

        /** The same, with or without the check of certificates. */
        public Connection tlsVerify(boolean other) {
            return new Connection(caBundle, clientCertificate, clientKey, clientKeyPassword, other, proxy, noProxy);
        }
    }

    /**
     * How far a run goes, and how many cases are run at once.
     *
     * @param workers how many cases are run at once, from 1 to {@value #MOST_WORKERS}; with the isolation {@code scenario} it is always 1
     * @param maxTime for the run, at most a year; it then ends, and says what it did not reach
     * @param maxFailures after how many distinct failures it ends, at least 1, if so
     * @param shrink whether the smallest values are looked for with which a failure still shows
     * @param shard the share of the run that is made here; it needs a seed
     * @param isolation how often the service's state is brought back, which takes a {@link io.contractcheck.hook.RestoreHook}; if absent,
     *     before each scenario where there is such a hook
     */
    public record Limits(
            int workers,
            Duration maxTime,
            OptionalInt maxFailures,
            boolean shrink,
            Optional<Shard> shard,
            Optional<Isolation> isolation) {
        /** As many as a laptop and CI both can serve, so that both do the same. */
        public static final int DEFAULT_WORKERS = 4;

        /** More threads than this wait for each other. */
        public static final int MOST_WORKERS = 256;

        /** Ten minutes. */
        public static final Duration DEFAULT_MAX_TIME = Duration.ofMinutes(10);

        /** The defaults. */
        public static final Limits DEFAULT =
                new Limits(DEFAULT_WORKERS, DEFAULT_MAX_TIME, OptionalInt.empty(), true, Optional.empty());

        /** State is brought back before each scenario, where a hook can do so. */
        public Limits(int workers, Duration maxTime, OptionalInt maxFailures, boolean shrink, Optional<Shard> shard) {
            this(workers, maxTime, maxFailures, shrink, shard, Optional.empty());
        }

        /** @throws IllegalArgumentException if a number is beyond what is allowed */
        public Limits {
            if (workers < 1 || workers > MOST_WORKERS) {
                throw new IllegalArgumentException("workers is " + workers + ": it must be from 1 to " + MOST_WORKERS);
            }
            if (maxTime.isZero() || maxTime.isNegative() || maxTime.compareTo(Duration.ofDays(366)) > 0) {
                throw new IllegalArgumentException(
                        "maxTime is " + maxTime + ": it must be above 0, and a year at most");
            }
            if (maxFailures.isPresent() && maxFailures.getAsInt() < 1) {
                throw new IllegalArgumentException("maxFailures is " + maxFailures.getAsInt()
                        + ": it must be at least 1; leave it out for no limit");
            }
        }

        /** The same with another number of workers. */
        public Limits workers(int other) {
            return new Limits(other, maxTime, maxFailures, shrink, shard, isolation);
        }

        /** The same for another share. */
        public Limits shard(Shard other) {
            return new Limits(workers, maxTime, maxFailures, shrink, Optional.of(other), isolation);
        }

        /** The same with another isolation. */
        public Limits isolation(Isolation other) {
            return new Limits(workers, maxTime, maxFailures, shrink, shard, Optional.of(other));
        }
    }

    /**
     * What can be known of the service beside its answers.
     *
     * @param log the file that it writes its log to while it runs, if there is one: from it the causes of its failures are told
     * @param packages of its own code, as {@code com.acme.shop}, with those inside them; if empty, all that is not known as a
     *     framework's is taken for its own
     * @param knowledge a file of rules that it has beyond its document, if there is one
     * @param dictionaries files of values that it knows
     * @param learning whether more is learnt from its answers while the run goes on; never in a run that is shared, where no share sees all of
     *     them
     */
    public record Service(
            Optional<Path> log,
            List<String> packages,
            Optional<Path> knowledge,
            List<Path> dictionaries,
            boolean learning) {
        /** Nothing. */
        public static final Service UNKNOWN = new Service(Optional.empty(), List.of());

        public Service {
            packages = List.copyOf(packages);
            dictionaries = List.copyOf(dictionaries);
        }

        /** Of what it takes, only its document tells. */
        public Service(Optional<Path> log, List<String> packages) {
            this(log, packages, Optional.empty(), List.of(), true);
        }

        /** The same with what it is known to take. */
        public Service knowing(Optional<Path> file, List<Path> values) {
            return new Service(log, packages, file, values, learning);
        }

        /** The same, and whether more is learnt of it from its answers. */
        public Service learning(boolean other) {
            return new Service(log, packages, knowledge, dictionaries, other);
        }
    }

    /**
     * What is written.
     *
     * @param directory for the journal and the reports
     * @param names of the reports; empty for all
     */
    public record Reporting(Path directory, List<String> names) {}
}
