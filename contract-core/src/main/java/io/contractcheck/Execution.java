package io.contractcheck;

import io.contractcheck.auth.Users;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.Hook;
import io.contractcheck.http.ApacheTransport;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.http.TransportSettings;
import io.contractcheck.internal.engine.Engine;
import io.contractcheck.internal.engine.EngineSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One run from its configuration to its last event. */
final class Execution {
    private static final int CONNECTIONS = 8;
    private static final long KEPT_RESPONSE_BYTES = 8L << 20;

    private final ContractConfig config;
    private final List<Hook> hooks;
    private final RunListener listener;
    private final Secrets secrets = new Secrets();

    Execution(ContractConfig config, List<Hook> hooks, RunListener listener) {
        this.config = config;
        this.hooks = List.copyOf(hooks);
        this.listener = listener;
    }

    /**
     * Runs.
     *
     * @throws ContractException if the run is broken or wrongly configured
     */
    void run() {
        Guard.of(secrets, this::tell);
    }

    private RunEvent tell() {
        long begin = System.nanoTime();
        Scope scope = Scope.of(config, hooks, secrets, listener);
        String baseUrl = BaseUrl.of(config.target().baseUrl(), scope.api());
        scope.tell(config.target().spec(), baseUrl, scope.checks(), secrets, listener);
        if (scope.api().operations().isEmpty()) {
            throw new ContractException("the document promises no operation that can be tested, so nothing would be"
                    + " tested. Look at the reasons above, or at spec "
                    + config.target().spec() + ".");
        }
        Reachable.await(baseUrl, config.network().startupTimeout());
        try (Transport transport = new ApacheTransport(new TransportSettings(
                config.network().requestTimeout(),
                CONNECTIONS,
                KEPT_RESPONSE_BYTES,
                "ContractCheck/" + Version.text()))) {
            Users users = users(scope, transport, baseUrl);
            try {
                new Engine(
                                new EngineSettings(
                                        baseUrl,
                                        scope.seed(),
                                        scope.settings(),
                                        config.checks(),
                                        config.failOn().contains(Doubt.Kind.MISSING_AUTH)),
                                transport,
                                users,
                                secrets,
                                scope.hooks(),
                                scope.checks(),
                                listener)
                        .run(scope.api(), scope.phases());
            } finally {
                users.used()
                        .forEach(u -> listener.on(new RunEvent.CredentialUsed(u.user(), u.credential(), u.requests())));
            }
        } finally {
            scope.hooks().used().forEach(listener::on);
        }
        RunEvent end = new RunEvent.RunFinished(Duration.ofNanos(System.nanoTime() - begin));
        listener.on(end);
        return end;
    }

    /** All that call, with every credential got and told of. */
    private Users users(Scope scope, Transport transport, String baseUrl) {
        Consumer<String> warnings = warning -> listener.on(new RunEvent.Warned(secrets.mask(warning)));
        Users users = Users.of(
                config.auth(),
                config.network().headers(),
                scope.whole(),
                new Users.Surroundings(transport, baseUrl, secrets, Clock.systemUTC(), warnings));
        for (Users.Ready ready : users.ready()) {
            listener.on(
                    new RunEvent.CredentialReady(ready.user(), ready.credential(), secrets.mask(ready.description())));
            users.ended(ready).ifPresent(warnings);
        }
        users.lacking(scope.api()).forEach(warnings);
        return users;
    }
}
