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
    /** Of so many random values one would have suited. */
    private static final int ENOUGH = 20;

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
        return notLogins().stream()
                .filter(f -> f.outcome() == outcome)
                .filter(f -> !outcome.mayChange() || settled(f))
                .toList();
    }

    /** Whether the run ended before it was through, so that what it never saw may be for want of time. */
    boolean cut() {
        return run.cut().isPresent();
    }

    /** Whether what would still have been sent is not likely to have fared otherwise. */
    private boolean settled(Fate fate) {
        return Fate.sum(fate.summary().positives()) >= ENOUGH
                || run.cut().stream()
                        .flatMap(c -> c.unreached().stream())
                        .noneMatch(u -> u.operation().equals(fate.label()));
    }

    /** Those that got valid cases. */
    List<Fate> called() {
        return fates().stream().filter(f -> f.outcome() != Outcome.NONE).toList();
    }
}
