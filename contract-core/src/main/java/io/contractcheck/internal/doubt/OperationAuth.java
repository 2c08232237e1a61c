package io.contractcheck.internal.doubt;

import java.util.ArrayList;
import java.util.List;

/** Operations that turn every valid request away, by cause. */
final class OperationAuth implements Rule {
    @Override
    public List<String> messages(Evidence evidence) {
        List<String> messages = new ArrayList<>();
        TurnedAway.byCause(evidence, evidence.fates(Outcome.TURNED_AWAY))
                .forEach((cause, fates) -> messages.add(Words.noneSucceeded(fates, "were turned away")
                        + cause.why(evidence, fates)
                        + Words.example(fates)));
        return messages;
    }
}
