package io.contractcheck.internal.doubt;

import java.util.List;

/** Operations whose method is not served. */
final class MethodNotAllowed implements Rule {
    @Override
    public List<String> messages(Evidence evidence) {
        List<Fate> fates = evidence.fates(Outcome.NO_SUCH_METHOD);
        return fates.isEmpty()
                ? List.of()
                : List.of(
                        Words.count(fates.size(), "operation") + " of the document "
                                + (fates.size() == 1 ? "is" : "are") + " not served: "
                                + Words.some(fates.stream().map(Fate::told).toList()) + ".\n"
                                + "Likely cause: the method is not implemented, or switched off, as for a service that is read-only.\n"
                                + "Serve it, take it out of the document, or leave it out with <excludes> (contract.excludes).");
    }
}
