package io.contractcheck;

import io.contractcheck.auth.DocumentAccess;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.Hook;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.engine.RunBrokenException;
import io.contractcheck.link.LinkGraph;
import java.time.Clock;
import java.util.List;

/** Which of the operations that a run would test brings what another one needs. No service is needed, nothing is sent to one. */
public final class ContractLinks {
    private ContractLinks() {}

    /**
     * The graph of the operations that the configuration chooses.
     *
     * @param hooks of which those for the document, operations and links apply
     * @param listeners are told what cannot be tested, and why
     * @throws ContractException if the configuration or the document is wrong, or a hook failed
     */
    public static LinkGraph of(ContractConfig config, List<Hook> hooks, List<RunListener> listeners) {
        Secrets secrets = new Secrets();
        RunListener all = event -> listeners.forEach(l -> l.on(event));
        try {
            return Guard.of(secrets, () -> {
                Scope scope = Scope.of(
                        config,
                        HookSetup.of(hooks, config.hooks(), secrets, all),
                        secrets,
                        new DocumentAccess(config.auth(), secrets, Clock.systemUTC()));
                return scope.links().graph();
            });
        } catch (RunBrokenException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        }
    }
}
