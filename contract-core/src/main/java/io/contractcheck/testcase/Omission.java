package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.openapi.Parameter;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/**
 * Leaves out what is required.
 *
 * @param parameter nothing for the body
 */
record Omission(Optional<Parameter> parameter) implements Spoiler, Spoiler.Spoil {
    @Override
    public Optional<Spoil> next(Random random) {
        return Optional.of(this);
    }

    @Override
    public TestCase on(TestCase valid) {
        Mutation mutation = new Mutation(
                parameter.map(p -> Mutation.Location.valueOf(p.in().name())).orElse(Mutation.Location.BODY),
                parameter.map(Parameter::name),
                JsonPointer.empty(),
                Optional.of("required"),
                "without the required "
                        + parameter.map(ParameterStyles::describe).orElse("body"));
        TestCase without = parameter.isEmpty()
                ? valid.withBody(Optional.empty())
                : valid.withParameters(valid.parameters().stream()
                        .filter(v -> !v.parameter().equals(parameter.get()))
                        .toList());
        return without.withIntent(new Intent.Negative(mutation));
    }

    @Override
    public Stream<Spoil> shrink() {
        return Stream.empty();
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(0);
    }
}
