package io.contractcheck.testcase.coverage;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.openapi.RequestBody;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.Optional;
import java.util.stream.Stream;

/** No body: as allowed as any where it is optional, and wrong where it is required. */
final class OmittedBody implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        TestCase omitted = baseline.template().withBody(Optional.empty());
        return baseline
                .operation()
                .requestBody()
                .map(RequestBody::required)
                .map(required -> omitted.withIntent(
                        required
                                ? Baseline.wrong(
                                        Mutation.Location.BODY,
                                        Optional.empty(),
                                        "required",
                                        "the required body is missing")
                                : new Intent.Positive(
                                        "without the optional body",
                                        new Focus.At(Mutation.Location.BODY, Optional.empty(), JsonPointer.empty()))))
                .stream();
    }
}
