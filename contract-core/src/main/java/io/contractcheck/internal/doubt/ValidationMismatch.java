package io.contractcheck.internal.doubt;

import java.util.List;

/** Operations that refuse all that is valid by the document. */
final class ValidationMismatch implements Rule {
    @Override
    public List<String> messages(Evidence evidence) {
        List<Fate> fates = evidence.fates(Outcome.REFUSED);
        return fates.isEmpty()
                ? List.of()
                : List.of(Words.noneSucceeded(fates, "were refused as invalid")
                        + "Likely cause: the service has rules that the document does not tell of, such as a pattern, or"
                        + " values that must exist.\nWrite the rules into the document, or give values that are taken, with"
                        + " <dictionary> (contract.dictionary) or by a CaseHook." + Words.examples(fates));
    }
}
