package io.contractcheck.testcase.coverage;

import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A wish for an answer of a media type that the operation does not serve, where it says exactly what it serves. */
final class UnservedAccept implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        List<String> served = baseline.operation().responses().all().stream()
                .flatMap(r -> r.content().stream())
                .map(MediaTypeContent::mediaType)
                .toList();
        boolean exact = served.stream()
                .allMatch(
                        s -> MediaType.parse(s).isPresent() && !MediaType.of(s).isRange());
        return served.isEmpty() || !exact
                ? Stream.empty()
                : ForeignTypes.beside(served).stream()
                        .map(type -> baseline.template()
                                .with(new Deviation.Accept(type))
                                .withIntent(Baseline.wrong(
                                        Mutation.Location.FRAMING,
                                        Optional.of("Accept"),
                                        "content",
                                        "only " + type + " is accepted, which no documented answer has")));
    }
}
