package io.contractcheck.internal.doubt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Operations whose valid requests name nothing that exists, or that are not served. */
final class MissingTestData implements Rule {

    @Override
    public List<String> messages(Evidence evidence) {
        List<Fate> named = new ArrayList<>();
        List<Fate> absent = new ArrayList<>();
        evidence.fates(Outcome.NOT_FOUND).forEach(f -> (namesNothing(f) ? absent : named).add(f));
        List<String> messages = new ArrayList<>();
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
                + ".\nGive the requests values that exist, by a CaseHook or by examples in the document.";
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
