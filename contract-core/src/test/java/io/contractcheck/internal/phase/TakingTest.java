package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.json.Json;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakingTest {
    private static final Api API = Shelf.api("""
            /orders/{id}:
              put:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer}}
                  - {name: shop, in: query, schema: {type: string}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [customer, lines]
                        properties:
                          customer: {type: object, required: [id], properties: {id: {type: integer}}}
                          lines: {type: array, minItems: 2, items: {type: object, required: [bookId], properties: {bookId: {type: string, maxLength: 3}}}}
                responses: {"200": {description: ok}}
            """);
    private static final Operation PUT = API.operations().get(0);
    private static final Target ID = new Target.OfParameter(ParameterLocation.PATH, "id");
    private static final Target CUSTOMER = new Target.OfBody(List.of("customer", "id"));
    private static final Target BOOKS = new Target.OfBody(List.of("lines", "*", "bookId"));

    private static TestCase drawn() {
        return CaseGenerator.of(PUT).next(new Random(3)).value();
    }

    private static TestCase taking(TestCase testCase, Target target, String json) {
        Taken taken = new Taken(target, 0, new Source.ResponseBody(List.of("id")));
        return Taking.into(testCase, List.of(new Brought.Value(taken, Json.parse(json))));
    }

    @Test
    void a_value_is_put_where_it_fits_and_that_is_noted() {
        TestCase with = taking(taking(taking(drawn(), ID, "\"17\""), CUSTOMER, "4"), BOOKS, "5");

        assertThat(with.parameters().get(0).value()).isEqualTo(Json.parse("17"));
        assertThat(with.body().orElseThrow().value().at("/customer/id")).isEqualTo(Json.parse("4"));
        assertThat(with.body().orElseThrow().value().get("lines"))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line.get("bookId")).isEqualTo(Json.parse("\"5\"")));
        assertThat(with.taken()).extracting(Taken::target).containsExactly(ID, CUSTOMER, BOOKS);
    }

    @Test
    void a_value_that_the_schema_does_not_allow_is_not_taken() {
        TestCase drawn = drawn();

        assertThat(taking(drawn, ID, "\"seventeen\"")).isEqualTo(drawn);
        assertThat(taking(drawn, BOOKS, "\"too long\"")).isEqualTo(drawn);
        assertThat(taking(drawn, ID, "{\"id\": 1}")).isEqualTo(drawn);
    }

    /** Of invalid cases also what is around the place and what is within it is left as it is; of valid ones the place alone. */
    @ParameterizedTest
    @CsvSource({
        "/customer/id, true, true",
        "/customer, true, false",
        "'', true, false",
        "/lines, false, false",
        "/lines/0/bookId, false, false"
    })
    void what_a_case_is_about_in_its_body_stays(String pointer, boolean negative, boolean positive) {
        Mutation mutation = new Mutation(
                Mutation.Location.BODY, Optional.empty(), JsonPointer.compile(pointer), Optional.of("type"), "wrong");
        Focus focus = new Focus.At(Mutation.Location.BODY, Optional.empty(), JsonPointer.compile(pointer));

        assertThat(Taking.isAbout(drawn().withIntent(new Intent.Negative(mutation)), CUSTOMER))
                .isEqualTo(negative);
        assertThat(Taking.isAbout(drawn().withIntent(new Intent.Positive("x", focus)), CUSTOMER))
                .isEqualTo(positive);
    }

    @Test
    void what_is_wrong_with_a_body_stays_wrong_and_nothing_else_is() {
        TestCase drawn = drawn();
        TestCase wrong = drawn.withBody(drawn.body()
                        .map(body -> body.with(Json.parse(
                                "{\"customer\": {\"id\": 1}, \"lines\": [{\"bookId\": true}, {\"bookId\": \"a\"}]}"))))
                .withIntent(new Intent.Negative(new Mutation(
                        Mutation.Location.BODY,
                        Optional.empty(),
                        JsonPointer.compile("/lines/0/bookId"),
                        Optional.of("type"),
                        "wrong")));

        assertThat(taking(wrong, CUSTOMER, "44").body().orElseThrow().value())
                .isEqualTo(Json.parse(
                        "{\"customer\": {\"id\": 44}, \"lines\": [{\"bookId\": true}, {\"bookId\": \"a\"}]}"));
        assertThat(taking(wrong, CUSTOMER, "\"x\"")).isEqualTo(wrong);
        assertThat(taking(wrong, BOOKS, "\"b\"")).isEqualTo(wrong);
    }
}
