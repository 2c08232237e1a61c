package io.contractcheck.maven;

import io.contractcheck.ContractException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Tests the service against its document and records what happened. Does not fail the build, so that the service can be stopped in
 * post-integration-test: {@code contract:verify} does.
 */
@Mojo(name = "integration-test", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class IntegrationTestMojo extends RunMojo {
    /** For Maven, which makes it. */
    public IntegrationTestMojo() {}

    @Override
    public void execute() {
        if (skipped()) {
            return;
        }
        Path directory = reports();
        try {
            recordings().add(executionId(), directory);
        } catch (ContractException e) {
            recordings().refuse(executionId(), String.valueOf(e.getMessage()));
            getLog().error(e.getMessage());
            getLog().error("contract:verify will fail the build.");
            return;
        }
        try {
            run(directory);
        } catch (ContractException e) {
            getLog().debug(e); // the log has the message already
            getLog().error("contract:verify will fail the build.");
        } catch (UncheckedIOException e) {
            // The record is not whole, so that verify could not tell from it alone
            String message = "the record of the contract tests cannot be written: " + e.getMessage();
            recordings().refuse(executionId(), message);
            getLog().error(message);
            getLog().error("contract:verify will fail the build.");
        }
    }
}
