package io.contractcheck.maven;

import io.contractcheck.ContractException;
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
        Path directory = directory();
        recordings().add(executionId(), directory);
        try {
            run(directory);
        } catch (ContractException e) {
            getLog().error("The contract tests could not run: " + e.getMessage());
            getLog().debug(e);
            getLog().error("contract:verify will fail the build.");
        }
    }
}
