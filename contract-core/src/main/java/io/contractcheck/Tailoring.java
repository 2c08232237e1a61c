package io.contractcheck;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.http.Header;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.phase.Phases;
import io.contractcheck.internal.phase.TailoredPhase;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds for each operation, with its own settings in place of those for all. */
final class Tailoring {
    private final ContractConfig config;
    private final List<Operation> operations;
    private final Own common;
    private final Map<String, Own> own;

    /**
     * What holds for an operation.
     *
     * @param generation how much is generated
     * @param phases names
     * @param checks in order
     * @param maxResponseTime if limited
     * @param requestTimeout for each request
     * @param headers for each request
     */
    record Own(
            Generation generation,
            List<String> phases,
            List<Check> checks,
            Optional<Duration> maxResponseTime,
            Duration requestTimeout,
            List<Header> headers) {}

    private Tailoring(ContractConfig config, List<Operation> operations, Own common, Map<String, Own> own) {
        this.config = config;
        this.operations = operations;
        this.common = common;
        this.own = own;
    }

    /**
     * By the configuration.
     *
     * @param available checks, with those of hooks
     * @throws ContractException if something is named that there is not
     */
    static Tailoring of(ContractConfig config, Api whole, List<Check> available) {
        Own common = own(config, available);
        Map<String, Own> own = new LinkedHashMap<>();
        for (OperationSettings settings : config.operations()) {
            settings.filters().forEach(f -> Choices.filter("operations", f.text(), whole));
            own(config, settings, available); // tells what is wrong with it alone, by its name
        }
        for (Operation operation : whole.operations()) {
            settings(config, operation)
                    .ifPresent(settings -> own.put(operation.label(), own(config, settings, available)));
        }
        return new Tailoring(config, whole.operations(), common, own);
    }

    /** All that is set for an operation by itself. */
    static Optional<OperationSettings> settings(ContractConfig config, Operation operation) {
        return config.operations().stream().filter(s -> s.matches(operation)).reduce(OperationSettings::then);
    }

    private static Own own(ContractConfig config, OperationSettings settings, List<Check> available) {
        Selection all = config.selection();
        List<String> excluded = new ArrayList<>(all.excludeChecks());
        excluded.addAll(settings.judging().excludeChecks());
        Generation generation = config.generation();
        try {
            return own(
                    config.with(new Selection(
                                    all.includes(),
                                    all.excludes(),
                                    settings.cases().phases().isEmpty()
                                            ? all.phases()
                                            : settings.cases().phases(),
                                    settings.judging().checks().isEmpty()
                                            ? all.checks()
                                            : settings.judging().checks(),
                                    excluded))
                            .with(new Generation(
                                    settings.cases().maxExamples().orElse(generation.maxExamples()),
                                    generation.seed(),
                                    settings.cases().mode().orElse(generation.mode()),
                                    generation.duplicateQueryParameters(),
                                    generation.malformedRequests()))
                            .with(new CheckSettings(
                                    config.checks().expected(),
                                    settings.judging().maxResponseTime().or(config.checks()::maxResponseTime)))
                            .with(config.network()
                                    .with(
                                            settings.sending()
                                                    .requestTimeout()
                                                    .orElse(config.network().requestTimeout()),
                                            OperationSettings.Sending.over(
                                                    config.network().headers(),
                                                    settings.sending().headers()))),
                    available);
        } catch (ContractException e) {
            throw new ContractException(settings.name() + ": " + e.getMessage(), e);
        }
    }

    private static Own own(ContractConfig config, List<Check> available) {
        return new Own(
                config.generation(),
                Choices.phases(config.selection(), Phases.standard()).stream()
                        .map(Phase::name)
                        .toList(),
                Choices.checks(config.selection(), available, Choices.idle(config)),
                config.checks().maxResponseTime(),
                config.network().requestTimeout(),
                config.network().headers());
    }

    /** What holds for an operation. */
    Own of(Operation operation) {
        return own.getOrDefault(operation.label(), common);
    }

    private boolean some() {
        return !own.isEmpty();
    }

    private List<Own> everything() {
        List<Own> all = new ArrayList<>(List.of(common));
        all.addAll(own.values());
        return all;
    }

    /** The checks that look at any operation, in order. */
    List<Check> checks(List<Check> available) {
        Set<Check> chosen = new LinkedHashSet<>();
        everything().forEach(o -> chosen.addAll(o.checks()));
        return available.stream().filter(chosen::contains).toList();
    }

    /** The phases that do something with any operation, in order; each with what holds for an operation. */
    List<Phase> phases() {
        Set<String> chosen = new LinkedHashSet<>();
        everything().forEach(o -> chosen.addAll(o.phases()));
        return Phases.standard().stream()
                .filter(p -> chosen.contains(p.name()))
                .map(p -> some() ? new TailoredPhase(p, (operation, all) -> settings(p, operation, all)) : p)
                .toList();
    }

    private Optional<PhaseSettings> settings(Phase phase, Operation operation, PhaseSettings all) {
        Own settings = of(operation);
        PhaseSettings made =
                Choices.phaseSettings(settings.generation(), settings.checks()).with(all.callers());
        return settings.phases().contains(phase.name())
                ? Optional.of(malformed(all) ? made : made.with(made.probes().withoutMalformed()))
                : Optional.empty();
    }

    /** Whether malformed requests can be sent, as far as that was settled since. */
    private boolean malformed(PhaseSettings all) {
        return all.probes().malformed()
                || !Choices.phaseSettings(common.generation(), common.checks())
                        .probes()
                        .malformed();
    }

    /** What users set for checks, with what holds for some operations only. */
    CheckSettings checkSettings() {
        List<CheckSettings.Expected> expected = new ArrayList<>(config.checks().expected());
        config.operations()
                .forEach(s -> s.judging()
                        .expectedStatuses()
                        .forEach((check, statuses) -> s.filters()
                                .forEach(f ->
                                        expected.add(new CheckSettings.Expected(check, Optional.of(f), statuses)))));
        Map<String, CheckSettings.ForOperation> byOperation = new LinkedHashMap<>();
        // Where some operations have checks of their own, the others must not be looked at by these
        for (Operation operation : some() ? operations : List.<Operation>of()) {
            Own o = of(operation);
            byOperation.put(
                    operation.label(),
                    new CheckSettings.ForOperation(
                            o.checks().stream().map(Check::name).toList(), o.maxResponseTime()));
        }
        return new CheckSettings(
                expected, config.checks().maxResponseTime(), config.checks().callers(), byOperation);
    }

    /** The longest time that any request may take. */
    Duration longestTimeout() {
        return everything().stream()
                .map(Own::requestTimeout)
                .max(Duration::compareTo)
                .orElse(common.requestTimeout());
    }

    /** The headers of operations that have their own, by label. */
    Map<String, List<Header>> headers() {
        Map<String, List<Header>> headers = new LinkedHashMap<>();
        own.forEach((label, o) -> {
            if (!o.headers().equals(common.headers())) {
                headers.put(label, o.headers());
            }
        });
        return headers;
    }
}
