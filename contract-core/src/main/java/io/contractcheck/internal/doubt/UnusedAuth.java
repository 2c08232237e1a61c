package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary.CredentialSummary;
import java.util.List;

/** Credentials that were put on no request. */
final class UnusedAuth implements Rule {
    private static final List<String> OF_STRANGERS =
            List.of("object_level_authorization", "function_level_authorization");

    @Override
    public List<String> messages(Evidence evidence) {
        boolean strangersCall =
                evidence.run().checks().stream().anyMatch(c -> c.operations() > 0 && OF_STRANGERS.contains(c.name()));
        return evidence.run().requests() == 0 || evidence.cut()
                ? List.of()
                : evidence.run().credentials().stream()
                        .filter(c -> c.requests() == 0)
                        .filter(c -> strangersCall || evidence.user().equals(c.user()))
                        .map(c -> message(c, evidence))
                        .toList();
    }

    private static String message(CredentialSummary credential, Evidence evidence) {
        List<String> required = evidence.fates().stream()
                .flatMap(f -> f.schemes().stream())
                .distinct()
                .map(s -> "'" + s + "'")
                .toList();
        return "The credential '" + credential.credential() + "'"
                + (credential.user().isEmpty() ? "" : " of " + credential.user()) + " was put on no request.\n"
                + "Likely cause: "
                + (required.isEmpty()
                        ? "the document has no security on any operation that was tested."
                        : "the operations that were tested require " + Words.or(required)
                                + ", and what it names is none of them, or another credential is there for it.")
                + "\nLet it name a scheme of the document, or take it out.";
    }
}
