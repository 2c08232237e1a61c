package io.contractcheck.internal.doubt;

import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Callers;
import java.util.List;

/** Operations that refuse all that is valid by the document, but for those that hand out credentials: they refuse what is made up. */
final class ValidationMismatch implements Rule {
    @Override
    public List<String> messages(Evidence evidence) {
        Callers callers = Callers.of(AuthSettings.NONE, evidence.api());
        List<Fate> fates = evidence.fates(Outcome.REFUSED).stream()
                .filter(f -> !callers.logsIn(f.operation()))
                .toList();
        return fates.isEmpty()
                ? List.of()
                : List.of(Words.noneSucceeded(fates, "were refused as invalid")
                        + "Likely cause: the service has rules that the document does not tell of, such as a pattern, or"
                        + " values that must exist.\nWrite the rules into the document, or let a CaseHook give values"
                        + " that are taken." + Words.example(fates));
    }
}
