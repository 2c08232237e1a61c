package io.contractcheck.maven;

import io.contractcheck.ContractException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Tests the service against its document and fails if the contract is broken, at once. Needs no pom. */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends RunMojo {
    /** Reports findings without failing. */
    @Parameter(property = "contract.testFailureIgnore", defaultValue = "false")
    private boolean testFailureIgnore;

    /** Reports findings without failing, as Surefire's property. */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean mavenTestFailureIgnore;

    /** For Maven, which makes it. */
    public CheckMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipped()) {
            return;
        }
        Path directory = reports();
        try {
            Result.of(run(directory), directory).apply(testFailureIgnore || mavenTestFailureIgnore, getLog());
        } catch (ContractException e) {
            throw new MojoExecutionException("The contract tests could not run: " + e.getMessage(), e);
        }
    }
}
