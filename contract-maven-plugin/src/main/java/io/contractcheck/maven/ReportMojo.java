package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the reports of a run again, from its journal, and prints what it found: also of a run that was killed, everything up to the last
 * case that was done. Sends nothing, and never fails for what was found; {@code contract:verify} does. Needs no pom.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class ReportMojo extends AbstractMojo {
    /** Where the journal is, and where the reports go. By default {@code target/contract-reports}. */
    @Parameter(property = "contract.reportsDirectory")
    private @Nullable String reportsDirectory;

    /** Which reports are written: {@code summary}, {@code junit}, {@code knowledge}. All by default. */
    @Parameter(property = "contract.reports")
    private @Nullable List<String> reports;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    /** For Maven, which makes it. */
    public ReportMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        Path directory = Directories.of(reportsDirectory, project, execution);
        Path journal = directory.resolve(ContractRun.JOURNAL);
        if (!Files.exists(journal)) {
            throw new MojoExecutionException("There is no record of a contract test at " + journal
                    + ". Set reportsDirectory (contract.reportsDirectory) to the folder that holds one.");
        }
        try {
            RunSummary summary = ContractRun.report(directory, Values.names(reports));
            Console console = new Console(getLog());
            if (summary.broken().isPresent()) {
                console.error(
                        "The contract tests could not run: " + summary.broken().get());
            }
            new RunResults(console, summary, directory).print();
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("The record of the contract tests cannot be read: " + e.getMessage(), e);
        } catch (ContractException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
