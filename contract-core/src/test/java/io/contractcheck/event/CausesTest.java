package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.check.Clue;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final String WORDS = "500 Internal Server Error";

    private final List<Failure> seen = new ArrayList<>();

    private CausesTest failure(String cause, Clue clue) {
        seen.add(new Failure(
                new FailureId("GET /items", "not_a_server_error", cause),
                "Server error",
                "",
                "",
                Severity.CRITICAL,
                Optional.of(clue)));
        return this;
    }

    /** A case that is plain but for one place. */
    private CausesTest at(String place) {
        return failure(WORDS + " for " + place, new Clue(WORDS, true, List.of(place)));
    }

    /** The plain case. */
    private CausesTest plain() {
        return failure(WORDS, new Clue(WORDS, true, List.of()));
    }

    /** A valid case of drawn values, which has a value at each of these places. */
    private CausesTest drawn(String... places) {
        return failure(WORDS, new Clue(WORDS, false, List.of(places)));
    }

    /** An invalid case among drawn values. */
    private CausesTest wrong(String place, String... places) {
        return failure(WORDS + " for " + place, new Clue(WORDS, false, List.of(places)));
    }

    private static List<String> shown(List<Failure> failures) {
        Causes causes = new Causes(new RunOrder(List.of("fuzzing"), List.of()), (call, title) -> "");
        for (Failure failure : failures) {
            causes.seen(failure, call(failures.indexOf(failure)));
        }
        return causes.settled(findings(failures)).stream()
                .map(Causes.Settled::finding)
                .map(f -> f.id().cause().replace(WORDS, "500"))
                .sorted()
                .toList();
    }

    private static List<Finding> findings(List<Failure> failures) {
        return new LinkedHashSet<>(failures.stream().map(Failure::id).toList())
                .stream()
                        .map(id -> new Finding(
                                id,
                                "Server error",
                                "",
                                "",
                                Severity.CRITICAL,
                                1,
                                Optional.empty(),
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                List.of()))
                        .toList();
    }

    private static RunEvent.CallAnswered call(int number) {
        RunEvent.CallAnswered call =
                Sample.answered(Sample.id("fuzzing", "GET /items", number), Purpose.CASE, 500, false, new byte[0]);
        Request request = new Request("GET", "http://127.0.0.1:1", "/books?number=" + number, List.of(), null);
        return new RunEvent.CallAnswered(
                call.id(),
                call.purpose(),
                call.positive(),
                call.description(),
                call.sender(),
                new Exchange(
                        request, call.exchange().response(), call.exchange().elapsed()),
                List.of());
    }

    /** What is shown, which is the same in whatever order it was seen. */
    private List<String> shown() {
        List<String> shown = shown(seen);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(seen, random);
            assertThat(shown(seen)).isEqualTo(shown);
        }
        seen.clear();
        return shown;
    }

    @Test
    void places_are_causes_of_their_own() {
        assertThat(at("query limit type")
                        .at("query limit minimum")
                        .at("query q")
                        .shown())
                .containsExactly("500 for query limit minimum", "500 for query limit type", "500 for query q");
    }

    @Test
    void a_drawn_case_is_explained_by_a_place_where_it_has_a_value() {
        assertThat(at("query q").drawn("query limit", "query q").shown()).containsExactly("500 for query q");
    }

    @Test
    void a_drawn_case_that_no_known_place_explains_is_a_cause_of_its_own() {
        assertThat(at("query offset")
                        .drawn("query offset", "query q")
                        .drawn("query q", "query limit")
                        .shown())
                .containsExactly("500", "500 for query offset");
        assertThat(at("query limit type")
                        .drawn("query limit")
                        .drawn("query limit", "query q")
                        .shown())
                .as("no value that is wrong explains one that is right")
                .containsExactly("500", "500 for query limit type");
    }

    @Test
    void what_the_plain_case_shows_has_no_place() {
        assertThat(plain().at("query q").at("query limit type").drawn("query q").shown())
                .containsExactly("500");
    }

    @Test
    void what_many_places_show_has_no_place() {
        for (int i = 0; i < 30; i++) {
            at("body type at /p" + i);
        }
        assertThat(shown()).containsExactly("500");
    }

    @Test
    void drawn_cases_are_one_cause_unless_two_places_must_be_one_each() {
        assertThat(drawn("query limit", "query q")
                        .drawn("query q")
                        .drawn("query q", "query sort")
                        .shown())
                .as("the same, however much was drawn beside it")
                .containsExactly("500");
        assertThat(drawn("query limit", "query q")
                        .drawn("query q")
                        .drawn("query sort")
                        .shown())
                .containsExactly("500 for query q", "500 for query sort");
        assertThat(drawn("query limit", "query offset")
                        .drawn("query q")
                        .drawn("query sort")
                        .shown())
                .containsExactly("500", "500 for query q", "500 for query sort");
    }

    @Test
    void of_what_no_known_place_explains_a_case_is_shown_that_none_does() {
        Causes causes = new Causes(new RunOrder(List.of("fuzzing"), List.of()), (call, title) -> "");
        at("query offset")
                .drawn("query offset")
                .drawn("query offset", "query q")
                .drawn("query q", "query sort");
        for (int i = 0; i < seen.size(); i++) {
            causes.seen(seen.get(i), call(i));
        }
        assertThat(causes.settled(findings(seen)))
                .extracting(Causes.Settled::finding)
                .filteredOn(f -> f.id().cause().equals(WORDS))
                .extracting(f -> f.request().orElseThrow().target())
                .containsExactly("/books?number=3");
    }

    @Test
    void a_wrong_value_among_drawn_ones_is_explained_by_what_explains_them() {
        assertThat(at("query q")
                        .wrong("query limit type", "query limit", "query q")
                        .shown())
                .containsExactly("500 for query q");
        assertThat(drawn("query q", "query sort")
                        .wrong("query limit type", "query limit", "query q")
                        .shown())
                .as("valid ones fail in the same way")
                .containsExactly("500");
        assertThat(at("query q")
                        .wrong("query limit type", "query limit", "query q")
                        .wrong("query limit type", "query limit")
                        .shown())
                .containsExactly("500 for query limit type", "500 for query q");
        assertThat(wrong("query limit type", "query limit", "query q").shown())
                .containsExactly("500 for query limit type");
    }

    @Test
    void what_a_reader_says_of_a_malformed_body_is_one_cause_unless_others_are_told_the_same() {
        failure("500 for a malformed body", new Clue("500 Unexpected token", true, List.of("a malformed body")));
        failure("500 for a malformed body", new Clue("500 Unexpected end", true, List.of("a malformed body")));
        assertThat(shown()).containsExactly("500 for a malformed body");
        failure("500 for a malformed body", new Clue("500 no connection", true, List.of("a malformed body")));
        seen.add(new Failure(
                new FailureId("GET /items", "not_a_server_error", "500 no connection"),
                "Server error",
                "",
                "",
                Severity.CRITICAL));
        assertThat(shown()).containsExactly("500 no connection");
    }
}
