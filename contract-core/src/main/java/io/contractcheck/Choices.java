package io.contractcheck;

import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.check.Check;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.report.Report;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.BrokenOperation;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a configuration chooses from what there is; a name that is not there is an error that says what was meant. */
final class Choices {
    private Choices() {}

    /** Checks that have nothing to say of a run with that configuration, each with what it needs. */
    static Map<String, String> idle(ContractConfig config) {
        Map<String, String> idle = new LinkedHashMap<>();
        if (config.checks().maxResponseTime().isEmpty()) {
            idle.put(
                    "max_response_time",
                    "needs a limit: set <maxResponseTime> (contract.maxResponseTime), such as 2s.");
        }
        if (config.auth().users().size() < 2) {
            idle.put(
                    "object_level_authorization",
                    "needs a second user, who must not reach what the first one owns: name both under <users>.");
        }
        if (config.auth().users().isEmpty()) {
            idle.put(
                    "function_level_authorization",
                    "needs a user whose scopes are known, as a <user> with <scopes> under <users>.");
        }
        return idle;
    }

    /** @param idle as {@link #idle} gives them; chosen by name, they are an error */
    static List<Check> checks(Selection selection, List<Check> available, Map<String, String> idle) {
        List<String> known = available.stream().map(Check::name).toList();
        Set<String> chosen = new LinkedHashSet<>();
        boolean onlyRemovals = selection.checks().stream().allMatch(c -> c.startsWith("-"));
        if (onlyRemovals) {
            chosen.addAll(known);
        }
        for (String name : selection.checks()) {
            if (name.equals("all")) {
                chosen.addAll(known);
            } else if (name.startsWith("-")) {
                chosen.remove(require("checks", name.substring(1), known));
            } else {
                chosen.add(require("checks", name, known));
            }
        }
        for (String name : selection.excludeChecks()) {
            chosen.remove(require("excludeChecks", name, known));
        }
        idle.forEach((name, need) -> {
            if (chosen.remove(name) && selection.checks().contains(name)) {
                throw new ContractException("checks: " + name + " " + need);
            }
        });
        if (chosen.isEmpty()) {
            throw new ContractException("checks: no check is left. Allowed: all, " + String.join(", ", known));
        }
        return available.stream().filter(c -> chosen.contains(c.name())).toList();
    }

    /** What phases do; nothing is sent that only a check would look at that was left out. */
    static PhaseSettings phaseSettings(ContractConfig.Generation generation, List<Check> checks) {
        List<String> names = checks.stream().map(Check::name).toList();
        return new PhaseSettings(
                generation.maxExamples(),
                generation.mode(),
                new PhaseSettings.Probes(
                        names.contains("unsupported_method"),
                        names.contains("allow_header_conformance"),
                        names.contains("head_conformance"),
                        generation.duplicateQueryParameters(),
                        names.contains("ignored_auth"),
                        names.contains("object_level_authorization"),
                        names.contains("function_level_authorization"),
                        generation.malformedRequests() && names.contains("not_a_server_error")));
    }

    static List<Phase> phases(Selection selection, List<Phase> available) {
        return named("phases", selection.phases(), available, Phase::name);
    }

    static List<Report> reports(List<String> names, List<Report> available) {
        return named("reports", names, available, Report::name);
    }

    private static <T> List<T> named(
            String parameter, List<String> names, List<T> available, Function<T, String> name) {
        List<String> known = available.stream().map(name).toList();
        names.forEach(n -> require(parameter, n, known));
        return names.isEmpty()
                ? available
                : available.stream().filter(a -> names.contains(name.apply(a))).toList();
    }

    static String require(String parameter, String given, List<String> known) {
        if (!known.contains(given)) {
            throw Names.unknown(parameter, given, known);
        }
        return given;
    }

    /** Those, without what is switched off by itself. */
    static List<Operation> operations(ContractConfig config, Api api) {
        List<Operation> chosen = operations(config.selection(), api);
        int before = chosen.size();
        chosen.removeIf(o -> !Tailoring.settings(config, o)
                .flatMap(OperationSettings::enabled)
                .orElse(true));
        if (chosen.isEmpty() && before > 0 && broken(config, api).isEmpty()) {
            throw new ContractException("operations: enabled is false for all " + before
                    + " operations that are included. Nothing would be tested: switch some on.");
        }
        return chosen;
    }

    /** The operations that are included and not excluded. */
    static List<Operation> operations(Selection selection, Api api) {
        List<Operation> chosen = new ArrayList<>(api.operations());
        List<OperationFilter> includes = filters("includes", selection.includes(), api);
        if (!includes.isEmpty()) {
            chosen.removeIf(o -> includes.stream().noneMatch(f -> f.matches(o)));
        }
        List<OperationFilter> excludes = filters("excludes", selection.excludes(), api);
        chosen.removeIf(o -> excludes.stream().anyMatch(f -> f.matches(o)));
        if (chosen.isEmpty()
                && !api.operations().isEmpty()
                && broken(selection, api).isEmpty()) {
            throw new ContractException("includes and excludes leave no operation of the "
                    + api.operations().size() + " in " + api.document() + ". Nothing would be tested: widen them.");
        }
        return chosen;
    }

    /** Those, without what is switched off by itself. */
    static List<BrokenOperation> broken(ContractConfig config, Api api) {
        return broken(config.selection(), api).stream()
                .filter(b -> config.operations().stream()
                        .filter(s ->
                                s.filters().stream().anyMatch(f -> f.matches(b).orElse(false)))
                        .reduce(OperationSettings::then)
                        .flatMap(OperationSettings::enabled)
                        .orElse(true))
                .toList();
    }

    /** The broken operations that are not left out; one of which nobody can tell stays, so that nothing is lost in silence. */
    static List<BrokenOperation> broken(Selection selection, Api api) {
        List<OperationFilter> includes = filters("includes", selection.includes(), api);
        List<OperationFilter> excludes = filters("excludes", selection.excludes(), api);
        return api.broken().stream()
                .filter(b -> includes.isEmpty()
                        || includes.stream().anyMatch(f -> f.matches(b).orElse(true)))
                .filter(b -> excludes.stream().noneMatch(f -> f.matches(b).orElse(false)))
                .toList();
    }

    private static List<OperationFilter> filters(String parameter, List<String> texts, Api api) {
        List<OperationFilter> filters = new ArrayList<>();
        for (String text : texts) {
            filters.add(filter(parameter, text, api));
        }
        return filters;
    }

    /** A filter that matches something. */
    static OperationFilter filter(String parameter, String text, Api api) {
        OperationFilter filter = filter(parameter, text);
        if (api.operations().stream().noneMatch(filter::matches)
                && api.broken().stream().noneMatch(b -> filter.matches(b).orElse(false))) {
            List<String> known =
                    api.operations().stream().flatMap(Choices::names).distinct().toList();
            throw new ContractException(parameter + ": '" + text + "' matches none of the "
                    + api.operations().size() + " operations."
                    + Names.nearest(text, known)
                            .map(n -> " Did you mean '" + n + "'?")
                            .orElse(
                                    " Write a path such as /books/*, GET /books, tag:name, method:GET or operationId:name.")
                    + " * stands for any text.");
        }
        return filter;
    }

    private static OperationFilter filter(String parameter, String text) {
        try {
            return new OperationFilter(text);
        } catch (IllegalArgumentException e) {
            throw new ContractException(parameter + ": " + e.getMessage(), e);
        }
    }

    /** What a filter for the operation may be written as. */
    private static Stream<String> names(Operation operation) {
        return Stream.of(
                        Stream.of(operation.path(), operation.label()),
                        operation.operationId().stream().flatMap(id -> Stream.of(id, "operationId:" + id)),
                        operation.tags().stream().map(tag -> "tag:" + tag),
                        Stream.of("method:" + operation.method()))
                .flatMap(name -> name);
    }
}
