package io.contractcheck.maven;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractException;
import io.contractcheck.ContractRun;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.RunSummary;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a run beyond its cases, shared by the two goals that run. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
abstract class RunMojo extends ApiMojo {
    /** Which checks look at the answers: their names, {@code all}, or {@code -name} to leave one out. All by default. */
    @Parameter(property = "contract.checks")
    private @Nullable List<String> checks;

    /** Checks to leave out. */
    @Parameter(property = "contract.excludeChecks")
    private @Nullable List<String> excludeChecks;

    /**
     * Statuses that a check accepts in place of its own list, each as {@code check: statuses} or {@code check GET /path: statuses}, such
     * as {@code positive_data_acceptance POST /books: 2xx 404 422}; in the property, several are separated by a line break.
     */
    @Parameter(property = "contract.expectedStatuses")
    private @Nullable Lines expectedStatuses;

    /** How long one request may take as a whole, such as {@code 10s} or {@code 500ms}. */
    @Parameter(property = "contract.requestTimeout", defaultValue = "10s")
    private String requestTimeout;

    /** The longest an answer may take before {@code max_response_time} reports it, such as {@code 2s}. Not limited by default. */
    @Parameter(property = "contract.maxResponseTime")
    private @Nullable String maxResponseTime;

    /** Which reports are written: {@code summary}, {@code junit}. All by default. */
    @Parameter(property = "contract.reports")
    private @Nullable List<String> reports;

    /**
     * Runs, and tells Maven's log.
     *
     * @throws ContractException if the run is broken; that is in the journal too
     */
    final RunSummary run(Path directory) {
        ConsoleLog console = new ConsoleLog(getLog(), directory);
        try (ContractRun.Recording recording = ContractRun.record(directory, List.of(console))) {
            try {
                return with(hooks -> recording.run(config(directory), hooks));
            } catch (ContractException e) {
                throw recording.broken(e);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // Whatever it was, the service that this build started has to be stopped, so the build goes on to that
                throw recording.broken(new ContractException(
                        "ContractCheck failed by itself, which is a defect of it, or of a hook: " + e, e));
            }
        }
    }

    private ContractConfig config(Path directory) {
        ContractConfig cases = cases(directory);
        return cases.with(new Selection(
                        cases.selection().includes(),
                        cases.selection().excludes(),
                        cases.selection().phases(),
                        Values.names(checks),
                        Values.names(excludeChecks)))
                .with(new Network(
                        Values.duration("requestTimeout", requestTimeout).orElse(Network.DEFAULT_REQUEST_TIMEOUT),
                        cases.network().startupTimeout(),
                        cases.network().headers()))
                .with(new CheckSettings(
                        expectedStatuses == null
                                ? List.of()
                                : expectedStatuses.all().stream()
                                        .map(e -> Values.expected("expectedStatuses", e))
                                        .toList(),
                        Values.duration("maxResponseTime", maxResponseTime)))
                .with(new Reporting(directory, Values.names(reports)));
    }
}
