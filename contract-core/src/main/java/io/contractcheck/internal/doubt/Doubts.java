package io.contractcheck.internal.doubt;

import io.contractcheck.event.Doubt;
import io.contractcheck.event.Doubt.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to doubt at the end of a run. A run that tested its service well gives none. */
public final class Doubts {
    private static final Map<Kind, List<Kind>> EXPLAINS = explains();

    private static final Map<Kind, Rule> RULES = rules();

    private Doubts() {}

    /** What a doubt of the run as a whole says of its parts too. */
    private static Map<Kind, List<Kind>> explains() {
        Map<Kind, List<Kind>> explains = new LinkedHashMap<>();
        explains.put(
                Kind.NOTHING_TESTED,
                List.of(
                        Kind.MISSING_AUTH,
                        Kind.OPERATION_AUTH,
                        Kind.MISSING_TEST_DATA,
                        Kind.VALIDATION_MISMATCH,
                        Kind.METHOD_NOT_ALLOWED,
                        Kind.UNUSED_CHECK));
        explains.put(Kind.MISSING_AUTH, List.of(Kind.OPERATION_AUTH, Kind.UNUSED_CHECK));
        return explains;
    }

    private static Map<Kind, Rule> rules() {
        Map<Kind, Rule> rules = new LinkedHashMap<>();
        rules.put(Kind.REQUIRED_HOOK, new RequiredHooks());
        rules.put(Kind.NOTHING_TESTED, new NothingTested());
        rules.put(Kind.MISSING_AUTH, new MissingAuth());
        rules.put(Kind.OPERATION_AUTH, new OperationAuth());
        rules.put(Kind.MISSING_TEST_DATA, new MissingTestData());
        rules.put(Kind.VALIDATION_MISMATCH, new ValidationMismatch());
        rules.put(Kind.METHOD_NOT_ALLOWED, new MethodNotAllowed());
        rules.put(Kind.UNUSED_CHECK, new UnusedChecks());
        rules.put(Kind.UNUSED_HOOK, new UnusedHooks());
        rules.put(Kind.UNUSED_AUTH, new UnusedAuth());
        return rules;
    }

    /**
     * All there is to doubt. What another doubt explains already is left out, unless the build fails by it and not by the other.
     *
     * @param failOn the kinds that fail the build
     */
    public static List<Doubt> of(Evidence evidence, List<Kind> failOn) {
        List<Doubt> doubts = new ArrayList<>();
        for (Map.Entry<Kind, Rule> rule : RULES.entrySet()) {
            Kind kind = rule.getKey();
            boolean fails = kind == Kind.REQUIRED_HOOK || failOn.contains(kind);
            boolean explained = doubts.stream()
                    .anyMatch(d -> EXPLAINS.getOrDefault(d.kind(), List.of()).contains(kind) && (d.fails() || !fails));
            if (!explained) {
                rule.getValue().messages(evidence).forEach(m -> doubts.add(new Doubt(kind, m, fails)));
            }
        }
        return List.copyOf(doubts);
    }

    /** Why there is no point in going on: many valid requests were answered, and all of them with 401 or 403. */
    public static Optional<String> turnedAway(Evidence evidence) {
        return NothingTested.turnedAway(evidence);
    }
}
