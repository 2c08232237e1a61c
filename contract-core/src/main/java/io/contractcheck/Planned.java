package io.contractcheck;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.check.Check;
import io.contractcheck.check.Subject;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Optional;

/** What each check has to look at, by the document and by what users chose. */
final class Planned {
    private Planned() {}

    static void tell(Scope scope, ContractConfig config, RunListener listener) {
        int users = config.auth().users().size();
        for (Check check : scope.checks()) {
            int operations = (int) scope.api().operations().stream()
                    .filter(o -> comes(check, scope.tailoring().of(o), users))
                    .filter(o -> concerns(check, o, listener) && mayBeSent(check.subject(), o, scope))
                    .count();
            listener.on(new RunEvent.CheckPlanned(check.name(), operations));
        }
    }

    private static boolean comes(Check check, Tailoring.Own own, int users) {
        return own.checks().contains(check) && comes(check.subject(), own.phases(), own.generation(), users);
    }

    /** Whether the chosen phases and mode make such calls. */
    static boolean comes(Subject subject, List<String> phases, Generation generation, int users) {
        boolean coverage = phases.contains("coverage");
        boolean fuzzing = phases.contains("fuzzing");
        return switch (subject) {
            case ANY -> true;
            case VALID -> generation.mode().positive();
            // the first random case is a valid one, where valid ones are made
            case INVALID ->
                generation.mode().negative()
                        && (coverage
                                || fuzzing
                                        && (generation.maxExamples() > 1
                                                || !generation.mode().positive()));
            case METHOD -> generation.mode().negative() && coverage;
            case HEAD -> generation.mode().positive() && coverage;
            case SEQUENCE -> generation.mode().positive() && phases.contains("stateful");
            case SENDER -> phases.contains("security");
            case STRANGER -> phases.contains("security") && users > 1;
        };
    }

    /** Whether somebody who may not can be told from the request: not at a login, nor where the connection proves who calls. */
    private static boolean mayBeSent(Subject subject, Operation operation, Scope scope) {
        return subject != Subject.SENDER && subject != Subject.STRANGER
                || !scope.settings().callers().logsIn(operation) && !scope.api().provenByConnection(operation);
    }

    private static boolean concerns(Check check, Operation operation, RunListener listener) {
        try {
            return check.concerns(operation);
        } catch (ReferenceException e) {
            return false; // the document's fault, and told where it is read
        } catch (RuntimeException e) {
            listener.on(new RunEvent.ErrorOccurred(
                    Optional.of(operation.label()),
                    "check " + check.name() + " failed by itself, which is a defect of the check: " + e));
            return false;
        }
    }
}
