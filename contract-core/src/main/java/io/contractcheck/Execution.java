package io.contractcheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.auth.Credentials;
import io.contractcheck.check.Check;
import io.contractcheck.check.Checks;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.http.ApacheTransport;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.http.TransportSettings;
import io.contractcheck.internal.engine.Engine;
import io.contractcheck.internal.engine.EngineSettings;
import io.contractcheck.internal.engine.HookList;
import io.contractcheck.internal.engine.RunBrokenException;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Phases;
import io.contractcheck.json.Located;
import io.contractcheck.json.Origin;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.OpenApiException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SpecVersion;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        try {
            tell();
        } catch (ContractException | RunBrokenException e) {
            String message = String.valueOf(e.getMessage());
            String masked = secrets.mask(message);
            // A cause would tell what was masked
            throw masked.equals(message) ? e : new ContractException(masked);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String message =
                    "ContractCheck failed by itself, which is a defect of it, of a hook or of a listener: " + e;
            String masked = secrets.mask(message);
            throw masked.equals(message) ? new ContractException(message, e) : new ContractException(masked);
        }
    }

    private void tell() {
        long begin = System.nanoTime();
        SpecSecrets.hide(config.target().spec(), secrets);
        List<Check> checks = Choices.checks(
                config.selection(),
                Checks.standard(),
                config.checks().maxResponseTime().isPresent());
        List<Phase> phases = Choices.phases(config.selection(), Phases.standard());
        config.network().headers().forEach(secrets::addHeader);
        hooks.forEach(h -> listener.on(new RunEvent.HookLoaded(h.getClass().getName(), Origins.of(h))));
        HookList hookList = new HookList(hooks, new Context());

        Api whole = read(hookList);
        Credentials.hide(config.network().headers(), whole.securitySchemes(), secrets);
        List<Operation> operations = Choices.operations(config.selection(), whole);
        List<String> known = Checks.standard().stream().map(Check::name).toList();
        config.checks().expected().forEach(e -> Choices.require("expectedStatuses", e.check(), known));
        config.checks()
                .expected()
                .forEach(e -> e.operations().ifPresent(f -> Choices.filter("expectedStatuses", f.text(), whole)));
        Api api = new Api(
                whole.title(),
                whole.version(),
                whole.specification(),
                whole.spec(),
                whole.document(),
                whole.servers(),
                operations,
                Choices.broken(config.selection(), whole),
                whole.securitySchemes(),
                whole.warnings());
        String baseUrl = BaseUrl.of(config.target().baseUrl(), api);
        long seed = config.generation().seed().orElseGet(() -> new SecureRandom().nextInt(Integer.MAX_VALUE));
        listener.on(new RunEvent.RunStarted(
                Version.text(),
                secrets.mask(config.target().spec()),
                (api.spec() == SpecVersion.SWAGGER_2_0 ? "Swagger " : "OpenAPI ") + api.specification(),
                api.title(),
                api.version(),
                secrets.mask(baseUrl),
                seed,
                Instant.now(),
                operations.stream().map(Operation::label).toList(),
                phases.stream().map(Phase::name).toList(),
                checks.stream().map(Check::name).toList()));
        api.warnings().forEach(w -> listener.on(new RunEvent.Warned(w)));
        api.broken()
                .forEach(b -> listener.on(new RunEvent.OperationNotTested(b.label(), Optional.empty(), b.reason())));
        if (operations.isEmpty()) {
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
            new Engine(
                            new EngineSettings(
                                    baseUrl, seed, Choices.phaseSettings(config.generation(), checks), config.checks()),
                            transport,
                            Credentials.headers(config.network().headers(), api.securitySchemes()),
                            secrets,
                            hookList,
                            checks,
                            listener)
                    .run(api, phases);
        } finally {
            hookList.used().forEach(listener::on);
        }
        listener.on(new RunEvent.RunFinished(Duration.ofNanos(System.nanoTime() - begin)));
    }

    private Api read(HookList hookList) {
        ContractConfig.Target target = config.target();
        try {
            Origin plain = Origin.of(target.spec(), target.directory())
                    .waiting(config.network().startupTimeout());
            // The service's own credentials may guard its document; any other host must not see them
            boolean own = target.baseUrl()
                    .map(b -> BaseUrl.sameOrigin(b, plain.uri()))
                    .orElseGet(() -> BaseUrl.isNearBy(plain.uri()));
            Origin origin = own ? plain.asking(headers()) : plain;
            Located root = ApiReader.open(origin);
            JsonNode changed = hookList.document(root.node());
            return ApiReader.read(
                    changed == root.node()
                            ? root
                            : origin.documents().replace(origin.uri(), changed).root(origin.uri()),
                    hookList.extensions());
        } catch (OpenApiException e) {
            throw new ContractException("spec: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ContractException("spec: " + e.getMessage(), e);
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        config.network().headers().forEach(h -> headers.put(h.name(), h.value()));
        return headers;
    }

    private final class Context implements HookContext {
        private final Set<String> said = new LinkedHashSet<>();

        @Override
        public Optional<String> setting(String name) {
            return Optional.ofNullable(config.hookProperties().get(name));
        }

        @Override
        public Optional<String> environment(String name) {
            return Optional.ofNullable(System.getenv(name));
        }

        @Override
        public void secret(String variable, String value) {
            secrets.add(variable, value);
        }

        @Override
        public synchronized void warn(String message) {
            if (said.add(message)) {
                listener.on(new RunEvent.Warned(secrets.mask(message)));
            }
        }
    }
}
