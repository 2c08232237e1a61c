package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextTest {
    private final Fixture get = Fixture.get("'200': {description: ok}");

    private String cause(String body, String... headers) {
        return ErrorText.of(get.answer(400, body, headers)).cause();
    }

    @Test
    void the_fields_that_frameworks_use_are_read_in_order() {
        assertThat(
                        cause(
                                "{\"timestamp\":\"2026-11-21T10:00:00Z\",\"status\":400,\"error\":\"Bad Request\",\"path\":\"/books/7\"}"))
                .isEqualTo("Bad Request");
        assertThat(cause("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"detail\":\"Failed to read request\"}"))
                .isEqualTo("Bad Request: Failed to read request");
        assertThat(cause("{\"error\":{\"code\":3,\"message\":\"no such shelf\"}}"))
                .isEqualTo("no such shelf");
        assertThat(cause("{\"detail\":[{\"loc\":[\"body\",\"price\"],\"msg\":\"field required\"}]}"))
                .isEqualTo("body.price field required");
        assertThat(cause("no such shelf\n\tat Shop.java:7")).isEqualTo("no such shelf");
        assertThat(cause("<html><head><title>HTTP Status 400 – Bad Request</title></head><body>x</body></html>"))
                .isEqualTo("HTTP Status # – Bad Request");
    }

    @Test
    void what_changes_with_every_request_is_no_part_of_the_cause() {
        assertThat(
                        cause(
                                "{\"message\":\"Book 550e8400-e29b-41d4-a716-446655440000 was changed at 2026-11-21T10:00:00.123Z by 0x1f\"}"))
                .isEqualTo(
                        cause(
                                "{\"message\":\"Book 123e4567-e89b-12d3-a456-426614174000 was changed at 2025-01-01T00:00:00Z by 0xff\"}"));
        assertThat(cause("{\"message\":\"Unrecognized token 'abc' (line 1, column 7)\"}"))
                .isEqualTo(cause("{\"message\":\"Unrecognized token 'it is' (line 12, column 70)\"}"));
        assertThat(cause("{\"message\":\"java.lang.Object@1b2c3d4e is odd\"}"))
                .isEqualTo(cause("{\"message\":\"java.lang.Object@99aabbcc is odd\"}"));
    }

    @Test
    void an_echo_of_what_was_sent_is_no_part_of_the_cause() {
        String one = ErrorText.of(get.sending("alpha beta", null).answer(400, "book alpha beta is unknown"))
                .cause();
        String two = ErrorText.of(get.sending("gamma$1", null).answer(400, "book gamma$1 is unknown"))
                .cause();
        assertThat(one).isEqualTo(two).isEqualTo("book … is unknown");
    }

    @Test
    void names_from_the_document_tell_complaints_apart() {
        assertThat(cause("parameter 'id' is odd")).isEqualTo("parameter 'id' is odd");
        assertThat(cause("parameter 'xyz' is odd")).isEqualTo("parameter '…' is odd");
    }

    @Test
    void different_complaints_are_different_causes() {
        assertThat(cause("{\"message\":\"price must not be negative\"}"))
                .isNotEqualTo(cause("{\"message\":\"title must not be blank\"}"));
    }

    @Test
    void the_same_complaint_in_other_company_is_the_same() {
        assertThat(
                        cause(
                                "{\"errors\":[{\"field\":\"price\",\"defaultMessage\":\"too low\"},{\"field\":\"title\",\"defaultMessage\":\"blank\"}]}"))
                .isEqualTo(
                        cause(
                                "{\"errors\":[{\"field\":\"title\",\"defaultMessage\":\"odd\"},{\"field\":\"price\",\"defaultMessage\":\"too low\"}]}"));
    }

    @Test
    void apostrophes_do_not_swallow_text() {
        assertThat(cause("can't do it, won't do it")).isEqualTo("can't do it, won't do it");
    }

    @Test
    void no_body_and_any_bytes_have_a_cause_too() {
        assertThat(cause("")).isEqualTo("without a message");
        assertThat(cause("{}")).isEqualTo("without a message");
        assertThat(ErrorText.of(get.answer(500, new byte[] {0, (byte) 0xff, 1, '{'}))
                        .cause())
                .isNotEmpty();
        assertThat(ErrorText.of(get.answer(500, "x", "Content-Encoding: br")).cause())
                .isEqualTo("without a message");
        assertThat(cause("x".repeat(100_000)).length()).isLessThan(200);
        assertThat(cause("1.".repeat(50_000)).length()).isLessThan(200);
        assertThat(cause("{\"message\":\"" + "1.1'".repeat(10_000) + "\"}")).isNotEmpty();
        assertThat(cause("x", "Content-Type: a/b;c=\"" + "\\a".repeat(100_000))).isEqualTo("x");
        assertThat(cause("{\"a\":".repeat(5000))).isNotEmpty();
    }

    @Test
    void a_single_letter_that_was_sent_is_no_echo() {
        assertThat(ErrorText.of(get.sending("x", null).answer(400, "x marks the spot"))
                        .cause())
                .isEqualTo("x marks the spot");
    }
}
