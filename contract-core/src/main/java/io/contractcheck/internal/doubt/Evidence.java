package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known at the end of a run.
 *
 * @param run the sum of its events
 * @param api what was to be tested, with the chosen operations only
 * @param baseUrl where the service was looked for
 * @param users the names of those who may call, the run's own first
 */
public record Evidence(RunSummary run, Api api, String baseUrl, List<String> users) {

    /** The operations that were to be tested, in document order, each with what came of it. */
    List<Fate> fates() {
        Map<String, Operation> documented =
                api.operations().stream().collect(Collectors.toMap(Operation::label, Function.identity(), (a, b) -> a));
        return run.operations().stream()
                .filter(o -> documented.containsKey(o.label()))
                .map(o -> new Fate(documented.get(o.label()), o))
                .toList();
    }

    /** Those of whose valid cases most ended so, and none well. */
    List<Fate> fates(Outcome outcome) {
        return fates().stream().filter(f -> f.outcome() == outcome).toList();
    }

    /** Those that got valid cases. */
    List<Fate> called() {
        return fates().stream().filter(f -> f.outcome() != Outcome.NONE).toList();
    }
}
