package io.contractcheck.maven;

import io.contractcheck.ContractCases;
import io.contractcheck.ContractConfig;
import io.contractcheck.ContractException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes the cases that a run would send into {@code cases.ndjson} in {@code reportsDirectory}, one JSON object a line. Needs no service
 * and sends nothing; needs no pom. Credentials, {@code headers} among them, and request hooks are not in the cases: they are put on when a
 * case is sent. Without {@code baseUrl}, paths begin as the document's server has them. Without {@code seed}, one is drawn and printed,
 * since the same cases every day find the same things every day; the same seed writes the same file.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, requiresProject = false, threadSafe = true)
public final class GenerateMojo extends ApiMojo {
    /** For Maven, which makes it. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        if (skipped()) {
            return;
        }
        Path directory = directory();
        try {
            CasesLog log = new CasesLog(new Console(getLog()), hookSettings());
            ContractConfig config = cases(directory);
            log.results(
                    with(hooks -> ContractCases.write(config, hooks, List.of(log))),
                    directory.resolve(ContractCases.FILE));
        } catch (ContractException e) {
            throw new MojoExecutionException("No cases could be written: " + e.getMessage(), e);
        }
    }
}
