package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.ContractLinks;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.LinkText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows which operation brings what another one needs, as users, hooks and the document say it and as names, paths and schemas suggest: in
 * the log, and as a Mermaid flow chart, {@value #FILE} in the reports. Sends nothing and needs no service and no pom.
 */
@Mojo(name = "links", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class LinksMojo extends ApiMojo {
    /** The flow chart's name in the reports directory. */
    static final String FILE = "links.mmd";

    /** Whether the flow chart is written, beside the lines in the log. */
    @Parameter(property = "contract.linksChart", defaultValue = "true")
    private String linksChart;

    /** For Maven, which makes it. */
    public LinksMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        if (skipped()) {
            return;
        }
        Console console = new Console(getLog());
        Path directory = directory();
        try {
            LinkGraph graph = with(hooks -> ContractLinks.of(cases(directory), hooks, List.of()));
            graph.warnings().forEach(console::warn);
            LinkText.lines(graph).forEach(console::info);
            console.info(Counts.of(graph.links().size(), "link") + "; "
                    + Counts.of(graph.unmet().size(), "operation") + " with something that nothing brings.");
            if (Values.flag("linksChart", linksChart)) {
                Files.createDirectories(directory);
                Files.writeString(directory.resolve(FILE), LinkText.mermaid(graph));
                console.info("As a flow chart: " + directory.resolve(FILE));
            }
        } catch (ContractException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("reportsDirectory: cannot write " + directory.resolve(FILE) + ": " + e, e);
        }
    }
}
