package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
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

    /** The same, called by another scenario. */
    Candidate as(String other) {
        return new Candidate(value, other, pointer, faults, description);
    }

    /** The same, with other rules of the same place allowed to be broken too. */
    Candidate inCompany() {
        return withFaults(faults.stream().map(Fault::inCompany).toList());
    }

    /**
     * The same, made for one of several schemas. Where it fits none of them, what is wrong with a part of it is told by that one; what is
     * wrong with all of it is just that.
     */
    Candidate in(Schema branch, String alternatives) {
        List<Fault> all = new ArrayList<>(faults);
        faults.stream().filter(f -> !f.pointer().matches()).forEach(f -> all.add(f.in(branch, alternatives)));
        all.add(new Fault(JsonPointer.empty(), alternatives, true));
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
