package io.contractcheck;

import io.contractcheck.auth.Callers;
import io.contractcheck.auth.DocumentAccess;
import io.contractcheck.auth.Users;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Checks;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Header;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.engine.HookList;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.phase.Phases;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SpecVersion;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration asks for, with its document read: all that is settled before the first case is made.
 *
 * @param api with the chosen operations only
 * @param whole with all operations of the document
 * @param phases those chosen, in order
 * @param checks those chosen, in order
 * @param settings how much phases do
 * @param hooks which have changed the document already
 * @param seed of the run
 * @param tailoring what holds for each operation
 * @param links between the chosen operations
 */
record Scope(
        Api api,
        Api whole,
        List<Phase> phases,
        List<Check> checks,
        PhaseSettings settings,
        HookList hooks,
        long seed,
        Tailoring tailoring,
        Links links) {

    /**
     * Reads and chooses.
     *
     * @param secrets learns what must not be seen
     * @param hooks are told of, and asked
     * @param access to the document, where it is guarded
     * @throws ContractException if the configuration or the document is wrong
     */
    static Scope of(ContractConfig config, HookSetup hooks, Secrets secrets, DocumentAccess access) {
        SpecSecrets.hide(config.target().spec(), secrets);
        List<Check> available = new ArrayList<>(Checks.standard());
        available.addAll(hooks.list().checks(builtIn()));
        // what is wrong with them is told before anything is read
        Choices.phases(config.selection(), Phases.standard());
        Choices.checks(config.selection(), available, Choices.idle(config));
        List<Header> headers = new ArrayList<>(config.network().headers());
        config.operations().forEach(o -> headers.addAll(o.sending().headers()));
        headers.forEach(secrets::addHeader);
        hooks.tell();

        Api whole = SpecReading.read(
                config, hooks.list(), access, Connecting.of(config.network().connection(), secrets));
        hooks.checkScopes(whole);
        Users.hide(headers, whole.securitySchemes(), secrets);
        List<Operation> operations = hooks.tested(Choices.operations(config, whole));
        List<String> known = available.stream().map(Check::name).toList();
        Tailoring tailoring = Tailoring.of(config, whole, available);
        List<Check> checks = tailoring.checks(available);
        List<CheckSettings.Expected> expected = tailoring.checkSettings().expected();
        expected.forEach(e -> Choices.require("expectedStatuses", e.check(), known));
        expected.forEach(e -> e.operations().ifPresent(f -> Choices.filter("expectedStatuses", f.text(), whole)));
        Api api = whole.with(operations, Choices.broken(config, whole));
        config.limits()
                .shard()
                .filter(shard -> shard.count() > 1 && config.generation().seed().isEmpty())
                .ifPresent(shard -> {
                    throw new ContractException("shard: " + shard + " needs a seed, since all shards must make the same"
                            + " cases to share them. Set seed (contract.seed) to the same number on all of them.");
                });
        long seed = config.generation().seed().orElseGet(() -> new SecureRandom().nextInt(Integer.MAX_VALUE));
        PhaseSettings settings =
                Choices.phaseSettings(config.generation(), checks).with(Callers.of(config.auth(), whole));
        Links links = Links.of(api, whole, config.links(), hooks.list());
        return new Scope(api, whole, tailoring.phases(), checks, settings, hooks.list(), seed, tailoring, links);
    }

    /** The names of the checks that hooks cannot take. */
    static List<String> builtIn() {
        return Checks.standard().stream().map(Check::name).toList();
    }

    /** Tells what will be done, and what the document leaves to say. */
    void tell(String spec, String baseUrl, List<Check> used, Secrets secrets, RunListener listener) {
        listener.on(new RunEvent.RunStarted(
                Version.text(),
                secrets.mask(spec),
                (api.spec() == SpecVersion.SWAGGER_2_0 ? "Swagger " : "OpenAPI ") + api.specification(),
                api.title(),
                api.version(),
                secrets.mask(baseUrl),
                seed,
                Instant.now(),
                links.order().stream().map(Operation::label).toList(),
                phases.stream().map(Phase::name).toList(),
                used.stream().map(Check::name).toList()));
        api.warnings().forEach(w -> listener.on(new RunEvent.Warned(w)));
        api.broken()
                .forEach(b -> listener.on(new RunEvent.OperationNotTested(b.label(), Optional.empty(), b.reason())));
    }
}
