package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A value that a family proposes, not yet proven.
 *
 * @param faults what is wrong with it, the most exact reading first; none if it is meant to be valid
 */
record Candidate(JsonNode value, String scenario, JsonPointer pointer, List<Fault> faults, String description) {

    static Candidate valid(JsonNode value, String scenario, String description) {
        return new Candidate(value, scenario, JsonPointer.empty(), List.of(), description);
    }

    static Candidate invalid(JsonNode value, String scenario, String keyword, String description) {
        return invalid(value, scenario, new Fault(JsonPointer.empty(), keyword, true), description);
    }

    static Candidate invalid(JsonNode value, String scenario, Fault fault, String description) {
        return new Candidate(value, scenario, fault.pointer(), List.of(fault), description);
    }

    /** The same, with other rules of the same place allowed to be broken too. */
    Candidate inCompany() {
        return withFaults(faults.stream()
                .map(f -> new Fault(f.pointer(), f.keyword(), false))
                .toList());
    }

    /** The same, or, where the value is told to fit no alternative, so told. */
    Candidate orElse(String keyword) {
        List<Fault> all = new ArrayList<>(faults);
        all.add(new Fault(JsonPointer.empty(), keyword, true));
        return withFaults(all);
    }

    /** This candidate as a part of a larger value. */
    Candidate inside(JsonPointer step, UnaryOperator<JsonNode> whole) {
        return new Candidate(
                whole.apply(value),
                scenario,
                step.append(pointer),
                faults.stream().map(f -> f.under(step)).toList(),
                description);
    }

    private Candidate withFaults(List<Fault> other) {
        return new Candidate(value, scenario, pointer, other, description);
    }
}
