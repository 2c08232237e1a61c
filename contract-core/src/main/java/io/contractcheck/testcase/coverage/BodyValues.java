package io.contractcheck.testcase.coverage;

import io.contractcheck.generate.walk.Lazy;
import io.contractcheck.generate.walk.WalkedValue;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The values of the body, of every media type; without a body, the plain case. */
final class BodyValues implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        Stream<Supplier<Stream<TestCase>>> bodies = baseline.bodies().stream()
                .map(body -> () -> body.walk().values().map(walked -> of(baseline, body, walked)));
        return baseline.template().body().isPresent()
                ? Lazy.concat(bodies)
                : Lazy.concat(Stream.concat(Stream.of(() -> Stream.of(baseline.template())), bodies));
    }

    private static TestCase of(Baseline baseline, Baseline.Body body, WalkedValue walked) {
        String place = baseline.bodies().size() == 1 ? "body" : "body (" + body.mediaType() + ")";
        String description = place + ": " + walked.description();
        Intent intent = walked.valid()
                ? new Intent.Positive(description, focus(baseline, body, walked))
                : Intent.Negative.alone(new Mutation(
                        Mutation.Location.BODY, Optional.empty(), walked.pointer(), walked.keyword(), description));
        return baseline.template()
                .withBody(Optional.of(body.with(walked.value())))
                .withIntent(intent);
    }

    private static Focus focus(Baseline baseline, Baseline.Body body, WalkedValue walked) {
        return baseline.template()
                        .body()
                        .filter(b -> b.mediaType().equals(body.mediaType())
                                && b.value().equals(walked.value()))
                        .isPresent()
                ? Focus.NOTHING
                : new Focus.At(Mutation.Location.BODY, Optional.empty(), walked.pointer());
    }
}
