package io.contractcheck.internal.doubt;

import io.contractcheck.event.ApiOutline;
import io.contractcheck.event.ApiOutline.Call;
import io.contractcheck.event.RunSummary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known at the end of a run, all of it from its journal.
 *
 * @param run the sum of its events
 * @param api what was to be tested, with the chosen operations only
 * @param users by name, the run's own first
 * @param baseUrl where the service was looked for
 */
public record Evidence(RunSummary run, ApiOutline api, List<String> users, String baseUrl) {

    /** The name of the user whom the run is made as; empty if there is none, or it has none. */
    String user() {
        return users.isEmpty() ? "" : users.get(0);
    }

    /** The operations that were to be tested, in document order, each with what came of it. */
    List<Fate> fates() {
        Map<String, Call> documented =
                api.operations().stream().collect(Collectors.toMap(Call::label, Function.identity(), (a, b) -> a));
        return run.operations().stream()
                .filter(o -> documented.containsKey(o.label()))
                .map(o -> new Fate(documented.get(o.label()), o))
                .toList();
    }

    /** Without those that hand out credentials, as they refuse what is made up. */
    List<Fate> notLogins() {
        return fates().stream().filter(f -> !f.operation().login()).toList();
    }

    /** Those of {@link #notLogins} of whose valid cases most ended so, and none well. */
    List<Fate> fates(Outcome outcome) {
        return notLogins().stream().filter(f -> f.outcome() == outcome).toList();
    }

    /** Those that got valid cases. */
    List<Fate> called() {
        return fates().stream().filter(f -> f.outcome() != Outcome.NONE).toList();
    }
}
