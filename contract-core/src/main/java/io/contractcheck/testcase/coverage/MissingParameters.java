package io.contractcheck.testcase.coverage;

import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.TestCase;
import java.util.stream.Stream;

/** Each required parameter left out, but those of the path, without which it would be another path, and Accept, which is always sent. */
final class MissingParameters implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        return baseline.parameters().keySet().stream()
                .filter(p -> p.required() && p.in() != ParameterLocation.PATH)
                .filter(p -> p.in() != ParameterLocation.HEADER || !p.name().equalsIgnoreCase("Accept"))
                .map(p -> of(baseline, p));
    }

    private static TestCase of(Baseline baseline, Parameter parameter) {
        return baseline.without(parameter).withIntent(Baseline.wrong(parameter, "required", "is missing"));
    }
}
