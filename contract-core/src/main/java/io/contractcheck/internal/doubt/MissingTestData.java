package io.contractcheck.internal.doubt;

import java.util.ArrayList;
import java.util.List;

/** Operations whose valid requests name nothing that exists. */
final class MissingTestData implements Rule {
    static final String REMEDY =
            "give the requests values that exist, by a CaseHook that sets the path's parameters, or by"
                    + " examples in the document.";

    @Override
    public List<String> messages(Evidence evidence) {
        List<Fate> all = evidence.fates(Outcome.NOT_FOUND);
        List<Fate> named =
                all.stream().filter(f -> !f.pathParameters().isEmpty()).toList();
        List<Fate> others =
                all.stream().filter(f -> f.pathParameters().isEmpty()).toList();
        List<String> messages = new ArrayList<>();
        if (!named.isEmpty()) {
            List<String> parameters = named.stream()
                    .flatMap(f -> f.pathParameters().stream())
                    .distinct()
                    .toList();
            messages.add(Words.count(named.size(), "operation") + " found nothing by valid requests: "
                    + Words.some(named.stream().map(Fate::told).toList()) + ".\n"
                    + "Likely cause: nothing exists by the values that were made up for "
                    + Words.some(parameters) + ".\nTo test more than the refusal, " + REMEDY);
        }
        if (!others.isEmpty()) {
            messages.add(Words.count(others.size(), "operation") + " found nothing by valid requests: "
                    + Words.some(others.stream().map(Fate::told).toList()) + ".\n"
                    + "Likely cause: the service does not serve them at " + evidence.baseUrl()
                    + ", or has them switched off.\nServe them, take them out of the document, or leave them out with"
                    + " <excludes> (contract.excludes).");
        }
        return messages;
    }
}
