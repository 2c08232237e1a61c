package io.contractcheck.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.schema.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Of the violations of one value, those that tell something of their own. */
final class Distinct {
    private Distinct() {}

    private record Fault(JsonPointer instance, String keyword, String detail) {
        static Fault of(Violation violation) {
            // each missing property is a fault of its own, and only the message names it
            boolean missing = violation.keyword().equals("required")
                    || violation.keyword().equals("dependentRequired");
            return new Fault(violation.instance(), violation.keyword(), missing ? violation.message() : "");
        }
    }

    /**
     * The first for each place and keyword: schemas that are combined often state a rule twice. Where a value has the wrong type, that
     * alone, since the other rules were written for another kind of value.
     */
    static List<Violation> of(List<Violation> violations) {
        Set<JsonPointer> wrongType = violations.stream()
                .filter(v -> v.keyword().equals("type"))
                .map(Violation::instance)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Fault> told = new LinkedHashSet<>();
        List<Violation> distinct = new ArrayList<>();
        for (Violation violation : violations) {
            boolean noise = !violation.keyword().equals("type") && wrongType.contains(violation.instance());
            if (!noise && told.add(Fault.of(violation))) {
                distinct.add(violation);
            }
        }
        return distinct;
    }
}
