package io.contractcheck.testcase.coverage;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.Optional;
import java.util.stream.Stream;

/** A query parameter of which the document does not speak, and which it therefore does not forbid. */
final class UndeclaredQuery implements Family {
    private static final String NAME = "x-contractcheck-unknown";

    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        return Stream.of(baseline.template()
                .with(new Deviation.ExtraQuery(NAME, "42"))
                .withIntent(new Intent.Positive(
                        "with the query parameter '" + NAME + "', which is not documented",
                        new Focus.At(Mutation.Location.QUERY, Optional.of(NAME), JsonPointer.empty()))));
    }
}
