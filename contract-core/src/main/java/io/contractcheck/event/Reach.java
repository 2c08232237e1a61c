package io.contractcheck.event;

import io.contractcheck.event.RunSummary.Unreached;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far each phase came with each operation. What was cut off without a word is seen by what was never done. */
final class Reach {
    private final Map<Part, Integer> begun = new LinkedHashMap<>();
    private final Map<Part, Integer> cut = new LinkedHashMap<>();
    private final Set<Part> done = new LinkedHashSet<>();

    private record Part(String phase, String operation) {}

    void begun(CaseId id) {
        if (id.step() == 0) {
            begun.merge(new Part(id.scenario().phase(), id.scenario().operation()), 1, Integer::sum);
        }
    }

    void on(RunEvent.OperationDone event) {
        done.add(new Part(event.phase(), event.operation()));
    }

    void on(RunEvent.OperationCut event) {
        cut.merge(new Part(event.phase(), event.operation()), event.scenarios(), Integer::sum);
    }

    /** What was to be done and was not, by phase and operation in the order of the run. */
    List<Unreached> missing(RunEvent.@Nullable RunStarted started) {
        Map<Part, Integer> missing = new LinkedHashMap<>(cut);
        if (cut.isEmpty() && started != null) {
            for (String phase : started.phases()) {
                for (String operation : started.operations()) {
                    Part part = new Part(phase, operation);
                    if (!done.contains(part)) {
                        missing.put(part, begun.getOrDefault(part, 0));
                    }
                }
            }
        }
        List<Unreached> unreached = new ArrayList<>();
        missing.forEach((part, scenarios) -> unreached.add(new Unreached(part.operation, part.phase, scenarios)));
        return unreached;
    }

    /** Why an operation has no case. */
    static String before(RunEvent.RunCut.Reason reason) {
        return switch (reason) {
            case TIME -> "the time of the run was up before any of its cases was done";
            case FAILURES -> "the run had found enough before any of its cases was done";
            case STOPPED -> "the run was stopped before any of its cases was done";
            case KILLED -> "the run was killed before any of its cases was done";
        };
    }
}
