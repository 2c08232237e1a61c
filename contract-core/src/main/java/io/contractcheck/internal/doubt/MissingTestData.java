package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary.OperationSummary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations whose valid requests name nothing that exists, or that are not served. */
final class MissingTestData implements Rule {

    @Override
    public List<String> messages(Evidence evidence) {
        List<Fate> named = new ArrayList<>();
        List<Fate> unmade = new ArrayList<>();
        List<Fate> waiting = new ArrayList<>();
        List<Fate> absent = new ArrayList<>();
        Set<String> reached = reached(evidence);
        for (Fate fate : evidence.fates(Outcome.NOT_FOUND)) {
            boolean waits = !missing(fate, reached).isEmpty();
            (namesNothing(fate) ? absent : !unmade(fate).isEmpty() ? unmade : waits ? waiting : named).add(fate);
        }
        List<String> messages = new ArrayList<>();
        if (!unmade.isEmpty()) {
            messages.add(Words.noneSucceeded(unmade, "found nothing")
                    + "Likely cause: nothing exists by the values that were made up for "
                    + Words.some(unmade.stream()
                            .flatMap(f -> unmade(f).stream())
                            .distinct()
                            .toList())
                    + ", and no operation is known to bring one that does.\n"
                    + "If an operation does, say which with <links>; otherwise name values that exist, with"
                    + " <dictionary> (contract.dictionary), by a CaseHook, or by examples in the document."
                    + Words.example(unmade));
        }
        if (!waiting.isEmpty()) {
            messages.add(Words.noneSucceeded(waiting, "found nothing") + "Likely cause: what would bring "
                    + (waiting.size() == 1 ? "it" : "them") + " something that exists never succeeded either: "
                    + Words.some(waiting.stream()
                            .flatMap(f -> missing(f, reached).stream())
                            .distinct()
                            .toList())
                    + ".\nMake " + (waiting.size() == 1 ? "that" : "those")
                    + " succeed first, or name values that exist,"
                    + " with <dictionary> (contract.dictionary), by a CaseHook, or by examples in the document."
                    + Words.example(waiting));
        }
        if (!named.isEmpty()) {
            messages.add(Words.noneSucceeded(named, "found nothing") + why(named) + Words.example(named));
        }
        if (!absent.isEmpty()) {
            messages.add(Words.noneSucceeded(absent, "found nothing")
                    + "Likely cause: the service does not serve " + (absent.size() == 1 ? "it" : "them") + " at "
                    + evidence.baseUrl() + ".\nServe " + (absent.size() == 1 ? "it" : "them")
                    + " there, or leave " + (absent.size() == 1 ? "it" : "them")
                    + " out with <excludes> (contract.excludes)." + Words.example(absent));
        }
        return messages;
    }

    static String why(List<Fate> fates) {
        return "Likely cause: nothing exists by the values that were made up for "
                + Words.some(fates.stream()
                        .flatMap(f -> names(f).stream())
                        .distinct()
                        .toList())
                + ".\nGive the requests values that exist, with <dictionary> (contract.dictionary), by a CaseHook, or by examples in the document.";
    }

    private static Set<String> reached(Evidence evidence) {
        Set<String> reached = new LinkedHashSet<>();
        evidence.run().operations().stream()
                .filter(OperationSummary::reached2xx)
                .forEach(o -> reached.add(o.label()));
        return reached;
    }

    /** What no operation brings. */
    private static List<String> unmade(Fate fate) {
        return fate.operation().needs().entrySet().stream()
                .filter(need -> need.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Operations that would bring what it needs and never succeeded, where none of those that would did. */
    private static List<String> missing(Fate fate, Set<String> reached) {
        return fate.operation().needs().values().stream()
                .filter(producers -> !producers.isEmpty() && producers.stream().noneMatch(reached::contains))
                .flatMap(List::stream)
                .filter(label -> !label.equals(fate.label()))
                .toList();
    }

    /** Whether nothing in the request could be what is not found. */
    private static boolean namesNothing(Fate fate) {
        return fate.operation().bare();
    }

    /** What the request may name things by: path parameters, otherwise query parameters and the body. */
    private static Set<String> names(Fate fate) {
        Set<String> names = new LinkedHashSet<>(fate.pathParameters());
        if (names.isEmpty()) {
            names.addAll(fate.operation().queryParameters());
            if (fate.operation().body()) {
                names.add("the body of " + fate.label());
            }
        }
        return names;
    }
}
