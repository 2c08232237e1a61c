package io.contractcheck.maven;

import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Fails the build if {@code contract:integration-test} recorded a broken contract, or a run that could not be done. */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class VerifyMojo extends AbstractMojo {
    /** Reports findings without failing. */
    @Parameter(property = "contract.testFailureIgnore", defaultValue = "false")
    private boolean testFailureIgnore;

    /** Reports findings without failing, as Surefire's property. */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean mavenTestFailureIgnore;

    /** Where the journal is, if no run of this build tells. */
    @Parameter(property = "contract.reportsDirectory")
    private @Nullable String reportsDirectory;

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

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    /** For Maven, which makes it. */
    public VerifyMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (Skip.by(skip, skipITs, skipTests, mavenTestSkip, getLog())) {
            return;
        }
        for (String reason : new Recordings(project).refused().values()) {
            throw new MojoExecutionException("The contract tests could not run: " + reason);
        }
        for (Path directory : directories().values()) {
            Path journal = directory.resolve(ContractRun.JOURNAL);
            if (!Files.exists(journal)) {
                throw new MojoExecutionException("There is no record of a contract test at " + journal
                        + ". Bind the goal integration-test beside verify, or set reportsDirectory.");
            }
            Result.of(read(directory), directory).apply(testFailureIgnore || mavenTestFailureIgnore, getLog());
        }
    }

    /** This execution's own run if it has one, else all of this build's, else what an earlier build left. */
    private Map<String, Path> directories() {
        Map<String, Path> directories = new LinkedHashMap<>();
        Map<String, String> recorded = new Recordings(project).read();
        String own = recorded.get(String.valueOf(execution.getExecutionId()));
        if (own != null) {
            directories.put("", Path.of(own));
        } else if (!recorded.isEmpty()) {
            recorded.forEach((id, path) -> directories.put(id, Path.of(path)));
        } else {
            directories.put("", Directories.of(reportsDirectory, project, execution));
        }
        return directories;
    }

    private static RunSummary read(Path directory) throws MojoExecutionException {
        try {
            return ContractRun.recorded(directory);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("The record of the contract tests cannot be read: " + e.getMessage(), e);
        }
    }
}
