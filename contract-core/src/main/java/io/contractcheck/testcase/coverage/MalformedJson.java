package io.contractcheck.testcase.coverage;

import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Bytes that no reader of JSON takes, however lenient: a text that is cut off, and brackets that do not close each other. */
final class MalformedJson implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        return baseline.bodies().stream()
                .filter(body -> {
                    MediaType documented = MediaType.of(body.content().mediaType());
                    return documented.isJson()
                            && !documented.isRange()
                            && body.content().codecs().of(documented).isEmpty();
                })
                .flatMap(body -> of(baseline, body));
    }

    private static Stream<TestCase> of(Baseline baseline, Baseline.Body body) {
        String json = Json.write(body.walk().template());
        String cut = json.endsWith("}") || json.endsWith("]") || json.endsWith("\"")
                ? json.substring(0, json.length() - 1)
                : "[" + json;
        return Stream.of(
                of(baseline, body, cut, "JSON that ends too early"),
                of(baseline, body, "{\"a\":[}", "JSON whose brackets do not match"));
    }

    private static TestCase of(Baseline baseline, Baseline.Body body, String text, String description) {
        return baseline.template()
                .withBody(Optional.of(body.with(body.walk().template())))
                .with(new Deviation.RawBody(text.getBytes(StandardCharsets.UTF_8), body.mediaType()))
                .withIntent(
                        Baseline.wrong(Mutation.Location.FRAMING, Optional.empty(), "syntax", "body: " + description));
    }
}
