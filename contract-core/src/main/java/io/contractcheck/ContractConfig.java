package io.contractcheck;

import io.contractcheck.check.CheckSettings;
import io.contractcheck.http.Header;
import io.contractcheck.testcase.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that decides a run.
 *
 * @param target what is tested
 * @param selection which part of it, by which phases and checks
 * @param generation how much is generated
 * @param network how it is sent
 * @param checks what users set for checks
 * @param reports what is written, and where
 * @param hookProperties settings for hooks, by name
 */
public record ContractConfig(
        Target target,
        Selection selection,
        Generation generation,
        Network network,
        CheckSettings checks,
        Reporting reports,
        Map<String, String> hookProperties) {

    /** The defaults, for the document at that location: a path, {@code classpath:} or an http(s) URL. */
    public static ContractConfig of(String spec) {
        return new ContractConfig(
                new Target(spec, Optional.empty(), Path.of("")),
                new Selection(List.of(), List.of(), List.of(), List.of(), List.of()),
                new Generation(Generation.DEFAULT_MAX_EXAMPLES, OptionalLong.empty()),
                new Network(Network.DEFAULT_REQUEST_TIMEOUT, Network.DEFAULT_STARTUP_TIMEOUT, List.of()),
                CheckSettings.defaults(),
                new Reporting(Path.of("target", "contract-reports"), List.of()),
                Map.of());
    }

    /** The same with another target. */
    public ContractConfig with(Target other) {
        return new ContractConfig(other, selection, generation, network, checks, reports, hookProperties);
    }

    /** The same with another selection. */
    public ContractConfig with(Selection other) {
        return new ContractConfig(target, other, generation, network, checks, reports, hookProperties);
    }

    /** The same with another generation. */
    public ContractConfig with(Generation other) {
        return new ContractConfig(target, selection, other, network, checks, reports, hookProperties);
    }

    /** The same with another network. */
    public ContractConfig with(Network other) {
        return new ContractConfig(target, selection, generation, other, checks, reports, hookProperties);
    }

    /** The same with other settings for checks. */
    public ContractConfig with(CheckSettings other) {
        return new ContractConfig(target, selection, generation, network, other, reports, hookProperties);
    }

    /** The same with other reports. */
    public ContractConfig with(Reporting other) {
        return new ContractConfig(target, selection, generation, network, checks, other, hookProperties);
    }

    /** The same with other hook settings. */
    public ContractConfig withHookProperties(Map<String, String> other) {
        return new ContractConfig(target, selection, generation, network, checks, reports, other);
    }

    /**
     * What is tested.
     *
     * @param spec where the document is: a path, {@code classpath:name} or an http(s) URL
     * @param baseUrl where the service is; if absent, the document's URL or a server it names decides, as long as that is on this
     *     machine or network
     * @param directory against which a relative path is resolved
     */
    public record Target(String spec, Optional<String> baseUrl, Path directory) {}

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
     */
    public record Generation(int maxExamples, OptionalLong seed, Mode mode, boolean duplicateQueryParameters) {
        /** As many as the field is used to. */
        public static final int DEFAULT_MAX_EXAMPLES = 100;

        /** Valid and invalid cases, no query parameter twice. */
        public Generation(int maxExamples, OptionalLong seed) {
            this(maxExamples, seed, Mode.ALL, false);
        }
    }

    /**
     * How requests are sent.
     *
     * @param requestTimeout for one request as a whole
     * @param startupTimeout how long to wait for the document and the service
     * @param headers sent with every request
     */
    public record Network(Duration requestTimeout, Duration startupTimeout, List<Header> headers) {
        /** Ten seconds. */
        public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(10);

        /** A minute. */
        public static final Duration DEFAULT_STARTUP_TIMEOUT = Duration.ofSeconds(60);
    }

    /**
     * What is written.
     *
     * @param directory for the journal and the reports
     * @param names of the reports; empty for all
     */
    public record Reporting(Path directory, List<String> names) {}
}
