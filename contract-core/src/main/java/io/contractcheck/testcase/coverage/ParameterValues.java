package io.contractcheck.testcase.coverage;

import io.contractcheck.generate.walk.Lazy;
import io.contractcheck.generate.walk.WalkedValue;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of each parameter, one parameter changed at a time. */
final class ParameterValues implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        return Lazy.concat(baseline.walked().stream()
                .map(parameter -> () ->
                        baseline.parameters().get(parameter).values().map(walked -> of(baseline, parameter, walked))));
    }

    private static TestCase of(Baseline baseline, Parameter parameter, WalkedValue walked) {
        String description = Baseline.describe(parameter) + ": " + walked.description();
        Intent intent = walked.valid()
                ? new Intent.Positive(description, focus(baseline, parameter, walked))
                : Intent.Negative.alone(new Mutation(
                        Mutation.Location.valueOf(parameter.in().name()),
                        Optional.of(parameter.name()),
                        walked.pointer(),
                        walked.keyword(),
                        description));
        return baseline.with(parameter, walked.value()).withIntent(intent);
    }

    private static Focus focus(Baseline baseline, Parameter parameter, WalkedValue walked) {
        boolean plain = parameter.required()
                && walked.value().equals(baseline.parameters().get(parameter).template());
        return plain
                ? Focus.NOTHING
                : new Focus.At(
                        Mutation.Location.valueOf(parameter.in().name()),
                        Optional.of(parameter.name()),
                        walked.pointer());
    }
}
