package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.json.Json;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Mutation.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final String SILENT =
            "{\"timestamp\":\"2026-11-21T10:00:00Z\",\"status\":500,\"error\":\"Internal Server Error\",\"path\":\"/books\"}";

    private final Fixture post = Fixture.post("'200': {description: ok}")
            .sending("7", Json.parse("{\"title\":\"Emma\",\"price\":-1,\"tags\":[\"new\"]}"));

    private static Mutation mutation(Location location, String parameter, String pointer, String keyword) {
        return new Mutation(
                location,
                Optional.of(parameter).filter(p -> !p.isEmpty()),
                JsonPointer.compile(pointer),
                Optional.of(keyword),
                "a description");
    }

    private static Failure failure(Fixture fixture, String body) {
        return Fixture.failures(fixture.answer(500, body)).get(0);
    }

    private String cause(Intent intent, String body) {
        return failure(post.with(intent), body).id().cause();
    }

    @Test
    void words_that_tell_need_no_place() {
        Failure failure = failure(
                post.with(Intent.Negative.alone(mutation(Location.BODY, "", "/price", "minimum"))),
                "{\"message\":\"no such shelf\"}");
        assertThat(failure.id().cause()).isEqualTo("500 no such shelf");
        assertThat(failure.clue()).isEmpty();
    }

    @Test
    void where_words_say_nothing_the_broken_rule_tells() {
        Failure failure =
                failure(post.with(Intent.Negative.alone(mutation(Location.BODY, "", "/price", "minimum"))), SILENT);
        assertThat(failure.id().cause()).isEqualTo("500 Internal Server Error for body minimum at /price");
        assertThat(failure.clue())
                .contains(new Clue("500 Internal Server Error", true, List.of("body minimum at /price")));
        assertThat(cause(Intent.Negative.alone(mutation(Location.PATH, "id", "", "required")), ""))
                .isEqualTo("500 without a message for path id required");
        assertThat(cause(Intent.Negative.alone(mutation(Location.METHOD, "", "", "method")), ""))
                .isEqualTo("500 without a message for an undocumented method");
        assertThat(cause(Intent.Negative.alone(mutation(Location.FRAMING, "Content-Type", "", "content")), ""))
                .isEqualTo("500 without a message for Content-Type");
    }

    @Test
    void what_keeps_a_value_from_being_read_is_one_kind_of_fault() {
        Fixture published = post.sending("7", Json.parse("{\"title\":\"Emma\",\"price\":1,\"published\":\"soon\"}"));
        Fixture number = post.sending("7", Json.parse("{\"title\":\"Emma\",\"price\":1,\"published\":7}"));
        Fixture overlong = post.sending("7", Json.parse("{\"title\":\"Emma\",\"price\":-99999999999}"));
        assertThat(failure(
                                published.with(
                                        Intent.Negative.alone(mutation(Location.BODY, "", "/published", "format"))),
                                "")
                        .id())
                .isEqualTo(failure(
                                number.with(Intent.Negative.alone(mutation(Location.BODY, "", "/published", "type"))),
                                "")
                        .id());
        assertThat(failure(overlong.with(Intent.Negative.alone(mutation(Location.BODY, "", "/price", "minimum"))), "")
                        .id()
                        .cause())
                .isEqualTo("500 without a message for body type at /price");
    }

    @Test
    void of_a_valid_case_the_place_that_is_out_of_the_ordinary_tells() {
        Focus at = new Focus.At(Location.BODY, Optional.empty(), JsonPointer.compile("/tags/0"));
        assertThat(cause(new Intent.Positive("x", at), SILENT))
                .isEqualTo("500 Internal Server Error for body at /tags/*");
        assertThat(cause(new Intent.Positive("x", Focus.NOTHING), SILENT)).isEqualTo("500 Internal Server Error");
    }

    @Test
    void among_drawn_values_each_may_be_the_cause() {
        Failure failure = failure(post.with(new Intent.Positive("x")), SILENT);
        assertThat(failure.id().cause()).isEqualTo("500 Internal Server Error");
        assertThat(failure.clue())
                .contains(new Clue(
                        "500 Internal Server Error",
                        false,
                        List.of(
                                "path id",
                                "body",
                                "body at /title",
                                "body at /price",
                                "body at /tags",
                                "body at /tags/*")));
        assertThat(failure(post.with(new Intent.Negative(mutation(Location.BODY, "", "/price", "minimum"))), SILENT)
                        .clue()
                        .orElseThrow()
                        .sure())
                .isFalse();
    }

    @Test
    void of_a_malformed_body_readers_say_what_they_like() {
        Intent malformed = Intent.Negative.alone(mutation(Location.FRAMING, "", "", "syntax"));
        assertThat(cause(malformed, "{\"message\":\"Unexpected end of input\"}"))
                .isEqualTo(cause(malformed, "{\"message\":\"Unexpected token\"}"))
                .isEqualTo("500 for a malformed body");
    }

    @Test
    void statuses_of_what_is_stored_have_no_place() {
        Intent at = new Intent.Positive("x", new Focus.At(Location.BODY, Optional.empty(), JsonPointer.empty()));
        Failure failure = Fixture.failures(post.with(at).answer(409, "")).get(0);
        assertThat(failure.id())
                .isEqualTo(new FailureId("POST /books/{id}", "status_code_conformance", "409 without a message"));
        assertThat(failure.clue()).isEmpty();
    }

    @Test
    void undocumented_statuses_are_told_apart_by_what_is_said_but_refusals_are_to_be_documented_once() {
        assertThat(undocumented(409, "the name is taken")).isEqualTo("409 the name is taken");
        assertThat(undocumented(409, "the shelf is closed")).isEqualTo("409 the shelf is closed");
        assertThat(undocumented(400, "title is missing", "Content-Type: text/plain;charset=UTF-8"))
                .isEqualTo(undocumented(400, "price is missing", "Content-Type: text/plain"))
                .isEqualTo("400 as text/plain");
        assertThat(undocumented(400, "")).isEqualTo("400 as an empty answer");
        assertThat(undocumented(404, "no such book", "Content-Type: text/plain"))
                .isEqualTo(undocumented(404, "the limit is no number", "Content-Type: text/plain"))
                .isEqualTo("404 as text/plain");
    }

    private String undocumented(int status, String body, String... headers) {
        return Fixture.failures(post.answer(status, body, headers)).stream()
                .filter(f -> f.id().check().equals("status_code_conformance"))
                .findFirst()
                .orElseThrow()
                .id()
                .cause();
    }
}
