package io.contractcheck.maven;

import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractException;
import io.contractcheck.ContractMerge;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes one run of its shards: the journal, the reports and the verdict that the run would have if it had not been shared. Sends nothing, and
 * needs neither the service nor the document. Fails if the contract is broken, as {@code contract:verify} does, or if a shard is missing, did
 * not come to its end, or is not of the same run.
 */
@Mojo(name = "merge", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class MergeMojo extends HookedMojo {
    /** Folders that shards left their journals in, or folders above those. By default {@code reportsDirectory}, in which each shard has its own. */
    @Parameter(property = "contract.shards")
    private @Nullable List<String> shards;

    /** Where the journal and the reports of the whole go; where shards left theirs, unless {@code shards} says otherwise. */
    @Parameter(property = "contract.reportsDirectory")
    private @Nullable String reportsDirectory;

    /** Doubts that fail the build, as in {@code contract:check}. Of shards alone there are none. */
    @Parameter(property = "contract.failOn")
    private @Nullable List<String> failOn;

    /** Which reports are written: {@code summary}, {@code junit}, {@code knowledge}. All by default. */
    @Parameter(property = "contract.reports")
    private @Nullable List<String> reports;

    /** Reports findings without failing. */
    @Parameter(property = "contract.testFailureIgnore", defaultValue = "false")
    private boolean testFailureIgnore;

    /** Reports findings without failing, as Surefire's property. */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean mavenTestFailureIgnore;

    /** Skips contract tests. */
    @Parameter(property = "contract.skip", defaultValue = "false")
    private boolean skip;

    /** Skips integration tests, and contract tests with them. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /** Skips running tests, and contract tests with them. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips all about tests. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /** For Maven, which makes it. */
    public MergeMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (Skip.by(skip, skipITs, skipTests, mavenTestSkip, getLog())) {
            return;
        }
        Path directory = Directories.of(reportsDirectory, project(), execution());
        try {
            Result.of(merge(directory), directory).apply(testFailureIgnore || mavenTestFailureIgnore, getLog());
        } catch (ContractException e) {
            throw new MojoExecutionException("The shards could not be merged: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("reportsDirectory: " + e.getMessage(), e);
        }
    }

    private RunSummary merge(Path directory) {
        List<Path> folders = Values.texts(shards).stream()
                .map(folder -> base().resolve(folder).normalize())
                .toList();
        ConsoleLog console = new ConsoleLog(new Console(getLog()), directory);
        console.settings(hookSettings());
        return with(hooks -> ContractRun.merge(
                new ContractMerge(
                        folders.isEmpty() ? List.of(directory) : folders,
                        hookSettings(),
                        new Reporting(directory, Values.names(reports)),
                        FailOn.of(Values.names(failOn))),
                hooks,
                List.of(console)));
    }
}
