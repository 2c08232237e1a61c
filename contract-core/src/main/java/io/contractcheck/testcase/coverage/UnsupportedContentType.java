package io.contractcheck.testcase.coverage;

import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The valid body, called a media type that the operation does not take. */
final class UnsupportedContentType implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        if (baseline.template().body().isEmpty()) {
            return Stream.empty();
        }
        List<String> taken = baseline.operation().requestBody().orElseThrow().content().stream()
                .map(MediaTypeContent::mediaType)
                .toList();
        return ForeignTypes.beside(taken).stream()
                .map(type -> baseline.template()
                        .with(new Deviation.ContentType(type))
                        .withIntent(Baseline.wrong(
                                Mutation.Location.FRAMING,
                                Optional.of("Content-Type"),
                                "content",
                                "the body is called " + type + ", which is not documented")));
    }
}
