package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/** Negatives, told as they are on the wire. */
final class Told {
    private Told() {}

    /**
     * The case with the rule that is broken when it is read back, which may be another than was meant where media type or style have fewer
     * types than JSON. Nothing if it is valid as it is sent, if anything else is wrong, or if a value is only sent twice.
     */
    static Optional<TestCase> of(TestCase negative) {
        Mutation meant = ((Intent.Negative) negative.intent()).mutation();
        List<Fault> faults;
        try {
            faults = Proofs.faults(negative);
        } catch (UnwritableException | UnreadableException e) {
            return Optional.empty();
        }
        if (faults.isEmpty()
                || !faults.stream().allMatch(f -> f.isOf(meant) && !f.keyword().equals("duplicate"))) {
            return Optional.empty();
        }
        JsonPointer place = faults.get(0).pointer();
        if (!faults.stream().allMatch(f -> f.pointer().equals(place))) {
            return Optional.empty();
        }
        Fault fault = faults.stream()
                .filter(f -> meant.keyword().filter(f.keyword()::equals).isPresent())
                .findFirst()
                .orElse(faults.get(0));
        return Optional.of(negative.withIntent(new Intent.Negative(new Mutation(
                meant.location(), meant.parameter(), place, Optional.of(fault.keyword()), fault.message()))));
    }
}
