package io.contractcheck.internal.doubt;

import java.util.List;

/** Operations whose method is not served. */
final class MethodNotAllowed implements Rule {
    @Override
    public List<String> messages(Evidence evidence) {
        List<Fate> fates = evidence.fates(Outcome.NO_SUCH_METHOD);
        return fates.isEmpty()
                ? List.of()
                : List.of(Words.noneSucceeded(fates, "were answered that the method is not there")
                        + "Likely cause: it is not implemented, or switched off, as for a service that is read-only.\n"
                        + "Serve it, take it out of the document, or leave it out with <excludes> (contract.excludes)."
                        + Words.example(fates));
    }
}
