package io.contractcheck;

import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Callers;
import io.contractcheck.auth.Users;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.Hook;
import io.contractcheck.http.ApacheTransport;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.http.TransportSettings;
import io.contractcheck.internal.doubt.Doubts;
import io.contractcheck.internal.doubt.Evidence;
import io.contractcheck.internal.engine.Engine;
import io.contractcheck.internal.engine.EngineSettings;
import io.contractcheck.openapi.Api;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One run from its configuration to its last event. */
final class Execution {
    private static final int CONNECTIONS = 8;
    private static final long KEPT_RESPONSE_BYTES = 8L << 20;

    private final ContractConfig config;
    private final List<Hook> hooks;
    private final RunListener listener;
    private final Supplier<RunSummary> soFar;
    private final Secrets secrets = new Secrets();

    /** @param soFar the sum of what the listener was told */
    Execution(ContractConfig config, List<Hook> hooks, RunListener listener, Supplier<RunSummary> soFar) {
        this.config = config;
        this.hooks = List.copyOf(hooks);
        this.listener = listener;
        this.soFar = soFar;
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
        Planned.tell(scope, config.generation(), listener);
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
            Callers callers = callers(scope, users);
            try {
                new Engine(
                                new EngineSettings(
                                        baseUrl,
                                        scope.seed(),
                                        scope.settings().with(callers),
                                        config.checks().with(callers),
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
        doubt(scope.api(), baseUrl);
        RunEvent end = new RunEvent.RunFinished(Duration.ofNanos(System.nanoTime() - begin));
        listener.on(end);
        return end;
    }

    private void doubt(Api api, String baseUrl) {
        List<String> users =
                config.auth().users().stream().map(AuthSettings.User::name).toList();
        Doubts.of(new Evidence(soFar.get(), api, baseUrl, users), config.failOn())
                .forEach(d ->
                        listener.on(new RunEvent.Doubted(new Doubt(d.kind(), secrets.mask(d.message()), d.fails()))));
    }

    /** What is known of those who call, now that their tokens are there. */
    private Callers callers(Scope scope, Users users) {
        Callers callers = Callers.of(config.auth(), scope.whole());
        for (String user : users.names()) {
            Optional<List<String>> scopes = users.scopes(user);
            if (scopes.isPresent()) {
                callers = callers.granting(user, scopes.get(), scope.whole());
            }
        }
        return callers;
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
