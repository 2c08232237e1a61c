package io.contractcheck.check;

import static io.contractcheck.check.Fixture.failures;
import static io.contractcheck.check.Fixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderCheckTest {
    static Fixture documented() {
        return Fixture.get("""
                '200':
                  description: ok
                  headers:
                    X-Any: {schema: {type: string}}
                    X-Count: {schema: {type: integer, minimum: 0}}
                    X-Rate: {schema: {type: number}}
                    X-Flag: {schema: {type: boolean}}
                    X-Since: {schema: {type: string, format: date-time, minLength: 20, maxLength: 20}}
                    Last-Modified: {schema: {type: string, format: date-time, minLength: 20, maxLength: 20}}
                    X-List: {schema: {type: array, items: {type: integer}}}
                    X-Words: {schema: {type: array, minItems: 1, items: {type: string}}}
                    X-Object: {schema: {type: object, required: [n], properties: {n: {type: integer}, s: {type: string}}}}
                    X-Exploded: {explode: true, schema: {$ref: '#/components/schemas/Book'}}
                    X-Json: {content: {application/json: {schema: {type: object, required: [a]}}}}
                    X-Either: {schema: {anyOf: [{type: integer}, {type: string, enum: [all]}]}}
                    X-Null: {schema: {type: integer, nullable: true}}
                    X-Code: {schema: {type: string, pattern: '^[0-9]+$'}}
                    Content-Type: {schema: {type: integer}}
                '201':
                  description: made
                  headers: {Location: {required: true, schema: {type: string}}}
                """);
    }

    private final Fixture get = documented();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Any: ",
                "X-Any: a, b=c",
                "X-Count: 7",
                "X-Count: 007",
                "X-Count: +7",
                "X-Rate: 1.5",
                "X-Rate: 1e3",
                "X-Rate: 5",
                "X-Flag: true",
                "X-Flag: False",
                "X-Since: 2026-11-21T10:00:00Z",
                "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
                "X-List: ",
                "X-List: 1",
                "X-List: 1,2, 3",
                "X-Words: a",
                "X-Words: ",
                "X-Words: 1,true,x",
                "X-Object: n,1",
                "X-Object: n,1,s,2",
                "X-Object: n=1,s=true",
                "X-Exploded: title=Emma,price=5",
                "X-Exploded: title=5,price=5,tags=a",
                "X-Json: {\"a\":1}",
                "X-Either: 5",
                "X-Either: all",
                "X-Null: ",
                "X-Null: null",
                "X-Null: 4",
                "X-Code: 123",
                "x-count: 0",
                "Content-Type: text/plain",
                "X-Undocumented: whatever"
            })
    void a_value_that_has_a_valid_reading_is_fine(String header) {
        assertThat(failures(get.answer(200, "", header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Count: many",
                "X-Count: -1",
                "X-Count: 1.5",
                "X-Rate: fast",
                "X-Flag: yes",
                "X-Since: Sun, 06 Nov 1994 08:49:37 GMT",
                "Last-Modified: yesterday",
                "X-List: 1,b",
                "X-Object: s,1",
                "X-Object: n,one",
                "X-Object: nothing",
                "X-Json: {",
                "X-Json: {}",
                "X-Either: some",
                "X-Code: 12a"
            })
    void a_value_without_a_valid_reading_is_a_finding(String header) {
        Failure failure = only(get.answer(200, "", header));
        assertThat(failure.id().check()).isEqualTo("response_headers_conformance");
        assertThat(failure.message())
                .contains("shop.yaml#/paths/~1books~1{id}/get/responses/200/headers/")
                .contains("What came: " + header);
    }

    @Test
    void the_cause_is_the_header_and_the_rule() {
        assertThat(only(get.answer(200, "", "x-count: -1")).id().cause()).isEqualTo("200 x-count minimum");
        assertThat(only(get.answer(200, "", "X-Count: a")).id().cause()).isEqualTo("200 x-count type");
        assertThat(only(get.answer(200, "", "X-List: 1,b")).id().cause()).isEqualTo("200 x-list type at /*");
        assertThat(only(get.answer(200, "", "X-Object: n,b")).id().cause()).isEqualTo("200 x-object type at /n");
        assertThat(only(get.answer(200, "", "X-Json: {")).id().cause()).isEqualTo("200 x-json json");
    }

    @Test
    void several_lines_are_one_list_or_each_by_itself() {
        assertThat(failures(get.answer(200, "", "X-List: 1", "X-List: 2,3"))).isEmpty();
        assertThat(failures(get.answer(200, "", "X-Count: 1", "X-Count: 2"))).isEmpty();
        assertThat(failures(get.answer(200, "", "X-List: 1", "X-List: b"))).hasSize(1);
    }

    @Test
    void a_missing_header_is_a_finding_only_if_it_is_required() {
        assertThat(failures(get.answer(200, ""))).isEmpty();
        assertThat(failures(get.answer(201, "", "location: /books/1"))).isEmpty();
        Failure failure = only(get.answer(201, ""));
        assertThat(failure.id())
                .isEqualTo(new FailureId("GET /books/{id}", "response_headers_conformance", "201 location required"));
        assertThat(failure.message()).contains("shop.yaml#/paths/~1books~1{id}/get/responses/201/headers/Location");
    }

    @Test
    void every_broken_header_is_told() {
        assertThat(failures(get.answer(200, "", "X-Count: a", "X-Rate: b"))).hasSize(2);
    }
}
