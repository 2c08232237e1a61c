package io.contractcheck.check;

import static io.contractcheck.check.Fixture.failures;
import static io.contractcheck.check.Fixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Framing;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedTest {
    private static CheckContext answer(Framing framing, int status, String body, String... headers) {
        CheckContext plain = Fixture.get(
                        "{'200': {description: ok, content: {application/json: {schema: {type: object}}}}}")
                .answer(status, body, headers);
        Deviation.Malformed how = new Deviation.Malformed(framing, Optional.empty());
        return new CheckContext(
                plain.testCase().with(how).withIntent(new Intent.Negative(how.mutation(framing.description()))),
                new io.contractcheck.http.Exchange(
                        plain.exchange().request().with(framing),
                        plain.response(),
                        plain.exchange().elapsed()),
                plain.settings());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {200, 201, 204, 302, 400, 401, 404, 405, 408, 411, 413, 414, 418, 431, 429, 501, 502, 503, 504, 505})
    void any_answer_is_fine_but_one_of_a_service_that_failed(int status) {
        assertThat(failures(answer(Framing.NO_HOST, status, "<html>sorry</html>", "Content-Type: text/html")))
                .isEmpty();
        assertThat(failures(answer(Framing.SHORT_BODY, status, "[1,2", "Content-Type: application/json", "Allow: PUT")))
                .isEmpty();
    }

    @Test
    void a_service_that_failed_is_told_what_was_wrong_with_the_request() {
        Failure failure = only(answer(Framing.SHORT_BODY, 500, "java.io.EOFException"));
        assertThat(failure.id().check()).isEqualTo("not_a_server_error");
        assertThat(failure.message())
                .contains("malformed on purpose: the body ends before its Content-Length is reached")
                .contains("nc does that with -N");
        assertThat(only(answer(Framing.NUL, 500, "")).message()).doesNotContain("nc does");
    }
}
