package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists the hooks that a run would have, in the order in which they apply: where each comes from, with a hash of its contents, to which
 * operations it applies, and what is set for it. Sends nothing and needs no service, no document and no pom. Fails if a hook is missing that
 * {@code requiredHooks}, {@code hooks} or {@code hookScopes} name, or if a required one takes no part, since nothing sets it up.
 */
@Mojo(name = "hooks", requiresProject = false, threadSafe = true)
public final class HooksMojo extends HookedMojo {
    /** For Maven, which makes it. */
    public HooksMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        Console console = new Console(getLog());
        try {
            HookLoader loader = loader();
            HookSettings settings = hookSettings();
            List<Hook> found = loader.found();
            console.info(Counts.of(found.size(), "hook") + " on the class path of contract-maven-plugin "
                    + loader.version() + (found.isEmpty() ? ". Hooks are added under its <dependencies>." : ":"));
            HookReport report = new HookReport(artifacts(), settings);
            report.lines(HookLoader.ordered(names(), found)).forEach(console::info);
            console.explain();
            List<String> wrong = new ArrayList<>(loader.missing(names(), settings, found));
            wrong.addAll(report.idle(found));
            if (!wrong.isEmpty()) {
                throw new MojoExecutionException(String.join("\n", wrong));
            }
        } catch (ContractException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
