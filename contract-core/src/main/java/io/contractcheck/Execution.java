package io.contractcheck;

import io.contractcheck.auth.Callers;
import io.contractcheck.auth.DocumentAccess;
import io.contractcheck.auth.Granted;
import io.contractcheck.auth.Users;
import io.contractcheck.event.ApiOutline;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.Shard;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.RunHook;
import io.contractcheck.http.Pace;
import io.contractcheck.http.Proxy;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.ServiceTransport;
import io.contractcheck.http.Watch;
import io.contractcheck.internal.doubt.Doubts;
import io.contractcheck.internal.doubt.Evidence;
import io.contractcheck.internal.engine.Engine;
import io.contractcheck.internal.engine.EngineSettings;
import io.contractcheck.internal.phase.Known;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.learn.Learner;
import io.contractcheck.openapi.Operation;
import io.contractcheck.service.ServiceLog;
import io.contractcheck.trace.OwnCode;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One run from its configuration to its last event. */
final class Execution {
    private static final Duration LONGEST_COMEBACK = Duration.ofSeconds(30);

    private final ContractConfig config;
    private final List<Hook> hooks;
    private final ContractRun.Recording listener;
    private final Secrets secrets = new Secrets();

    Execution(ContractConfig config, List<Hook> hooks, ContractRun.Recording listener) {
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
        DocumentAccess access = new DocumentAccess(config.auth(), secrets, Clock.systemUTC());
        HookSetup setup = HookSetup.of(hooks, config.hooks(), secrets, listener);
        listener.join(setup.list().listener());
        Scope scope = Scope.of(config, setup, secrets, access);
        String baseUrl = BaseUrl.of(config.target(), scope.api());
        scope.tell(config.target().spec(), baseUrl, scope.checks(), secrets, listener);
        Optional<Isolation> isolation = isolation(scope);
        listener.on(new RunEvent.LimitsSet(
                isolation.filter(Isolation.SCENARIO::equals).isPresent()
                        ? 1
                        : config.limits().workers(),
                config.limits().maxTime(),
                config.limits().maxFailures(),
                config.limits().shard(),
                isolation));
        Connecting connecting = Connecting.of(config.network().connection(), secrets);
        listener.on(new RunEvent.NetworkSet(
                connecting.curl(baseUrl, config.network().pace().maxRedirects() > 0)));
        connecting.warnings(baseUrl).forEach(w -> listener.on(new RunEvent.Warned(secrets.mask(w))));
        config.service()
                .log()
                .filter(Files::notExists)
                .ifPresent(log -> listener.on(new RunEvent.Warned(secrets.mask("serviceLog: there is no file " + log
                        + ", so that nothing is known of why the service fails when it does. Name the file that it"
                        + " writes its log to with serviceLog (contract.serviceLog)."))));
        RunEvent.RunPlanned planned = planned(scope);
        listener.on(planned);
        Planned.tell(scope, config, listener);
        if (scope.api().operations().isEmpty()) {
            throw new ContractException("the document promises no operation that can be tested, so nothing would be"
                    + " tested. Look at the reasons above, or at spec "
                    + config.target().spec() + ".");
        }
        Diagnosis diagnosis = new Diagnosis(scope.api(), listener);
        listener.join(diagnosis);
        try {
            Reachable.await(
                    baseUrl, config.network().startupTimeout(), connecting.onTheWay(baseUrl), listener.stopping());
            scope.hooks()
                    .around(
                            new RunHook.Run(scope.api(), baseUrl, scope.seed()),
                            () -> send(scope, planned, baseUrl, access, connecting));
            diagnosis.tell();
            if (whole()) {
                scope.hooks()
                        .failures(listener.summary(), Scope.builtIn(), secrets)
                        .forEach(listener::on);
            }
        } finally {
            diagnosis.tell();
            scope.hooks().used().forEach(listener::on);
        }
        setup.tellUnread();
        if (whole()) {
            Doubts.of(evidence(planned, baseUrl), config.failOn())
                    .forEach(d -> listener.on(
                            new RunEvent.Doubted(new Doubt(d.kind(), secrets.mask(d.message()), d.fails()))));
        }
        RunEvent end = new RunEvent.RunFinished(Duration.ofNanos(System.nanoTime() - begin));
        listener.on(end);
        return end;
    }

    /** Whether the run can be judged: of a shard, only what it shares in can. */
    private boolean whole() {
        return config.limits().shard().filter(shard -> shard.count() > 1).isEmpty();
    }

    private RunEvent.RunPlanned planned(Scope scope) {
        Callers callers = Callers.of(config.auth(), scope.api());
        return new RunEvent.RunPlanned(
                DocumentHash.of(scope.api()),
                Deciding.settings(config),
                ApiOutline.of(scope.api(), callers, scope.links().graph()),
                callers.users().stream().map(Granted::user).toList());
    }

    private void send(
            Scope scope, RunEvent.RunPlanned planned, String baseUrl, DocumentAccess access, Connecting connecting) {
        listener.stopping().check();
        Knowledge knowledge = Beforehand.knowledge(config.service(), scope.api(), listener);
        Learner learner = whole() && config.service().learning() ? new Learner(knowledge) : Learner.deaf(knowledge);
        try (ServiceTransport transport =
                transport(connecting, scope.tailoring().longestTimeout())) {
            Users users = UserSetup.of(config, scope, baseUrl, transport.straight(), access, secrets, listener);
            Callers callers = UserSetup.granted(scope.settings().callers(), users, scope.whole());
            Known known = new Known(() -> scope.links().graph(), knowledge);
            try {
                Engine engine = new Engine(
                        new EngineSettings(
                                baseUrl,
                                scope.seed(),
                                phases(scope, callers, connecting.onTheWay(baseUrl)),
                                scope.tailoring().checkSettings().with(callers),
                                limits(),
                                () -> futile(planned, baseUrl),
                                timeout(scope),
                                log(),
                                () -> known.with(learner.knowledge()),
                                learner),
                        transport,
                        users,
                        secrets,
                        scope.hooks(),
                        scope.checks(),
                        listener);
                listener.stopping().by(engine::stop);
                engine.run(scope.api(), scope.links().order(), scope.phases());
            } finally {
                Beforehand.tell(learner, scope.api(), secrets, listener);
                users.used()
                        .forEach(u -> listener.on(new RunEvent.CredentialUsed(u.user(), u.credential(), u.requests())));
            }
        }
    }

    private EngineSettings.Log log() {
        return new EngineSettings.Log(
                config.service().log().map(ServiceLog::new),
                new OwnCode(config.service().packages()));
    }

    /** Asked for each request only where not all have the same. */
    private Function<Operation, Optional<Duration>> timeout(Scope scope) {
        return config.operations().isEmpty()
                ? operation -> Optional.empty()
                : operation -> Optional.of(scope.tailoring().of(operation).requestTimeout());
    }

    /** A proxy would read malformed requests itself, and is nobody's to test. */
    private static PhaseSettings phases(Scope scope, Callers callers, Optional<Proxy> proxy) {
        PhaseSettings settings = scope.settings().with(callers);
        return proxy.isPresent() ? settings.with(settings.probes().withoutMalformed()) : settings;
    }

    private ServiceTransport transport(Connecting connecting, Duration longest) {
        Pace pace = config.limits()
                .shard()
                .map(shard -> config.network().pace().sharedBy(shard.count()))
                .orElse(config.network().pace());
        try {
            return new ServiceTransport(
                    connecting.settings(longest, config.limits().workers()),
                    pace,
                    config.limits().maxTime(),
                    Watch.system(),
                    new Telling(listener, secrets));
        } catch (IllegalArgumentException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        }
    }

    /** How often state is brought back, if a hook can do so. */
    private Optional<Isolation> isolation(Scope scope) {
        Optional<Isolation> chosen = config.limits().isolation();
        if (scope.hooks().restores()) {
            return Optional.of(chosen.orElse(Isolation.SCENARIO));
        }
        chosen.filter(i -> i != Isolation.NONE).ifPresent(i -> {
            throw new ContractException("isolation: '" + i + "' needs a hook that brings the service's state back, and"
                    + " this run has none. Add one to the plugin's <dependencies>, such as contract-hooks-postgres,"
                    + " or leave isolation (contract.isolation) out.");
        });
        return Optional.empty();
    }

    private EngineSettings.Limits limits() {
        ContractConfig.Limits limits = config.limits();
        return new EngineSettings.Limits(
                limits.workers(),
                limits.maxTime(),
                limits.maxFailures(),
                limits.shrink(),
                limits.shard().orElse(new Shard(1, 1)),
                comeback(),
                limits.isolation().orElse(Isolation.SCENARIO));
    }

    /** What starts quickly is back quickly, too. */
    private Duration comeback() {
        Duration startup = config.network().startupTimeout();
        return startup.compareTo(LONGEST_COMEBACK) < 0 ? startup : LONGEST_COMEBACK;
    }

    /** Why there is no point in going on; where users do not mind, there always is. */
    private Optional<String> futile(RunEvent.RunPlanned planned, String baseUrl) {
        boolean fails = config.failOn().contains(Doubt.Kind.NOTHING_TESTED)
                || config.failOn().contains(Doubt.Kind.MISSING_AUTH);
        return fails && whole() ? Doubts.turnedAway(evidence(planned, baseUrl)) : Optional.empty();
    }

    private Evidence evidence(RunEvent.RunPlanned planned, String baseUrl) {
        return new Evidence(listener.summary(), planned.api(), planned.users(), baseUrl);
    }
}
