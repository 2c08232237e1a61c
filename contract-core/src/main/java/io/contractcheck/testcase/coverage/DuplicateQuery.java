package io.contractcheck.testcase.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.TestCase;
import java.util.stream.Stream;

/** Each query parameter that is one value sent twice. */
final class DuplicateQuery implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        return baseline.walked().stream()
                .filter(p -> p.in() == ParameterLocation.QUERY)
                .filter(p -> baseline.parameters().get(p).template().isValueNode())
                .map(p -> of(baseline, p));
    }

    private static TestCase of(Baseline baseline, Parameter parameter) {
        JsonNode value = baseline.parameters().get(parameter).template();
        return baseline.with(parameter, value)
                .with(new Deviation.ExtraQuery(parameter.name(), value.asText()))
                .withIntent(Baseline.wrong(parameter, "duplicate", "is sent twice, though it is one value"));
    }
}
