package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FocusTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: '1'}
            paths:
              /books/{id}:
                put:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 9}}
                    - {name: q, in: query, schema: {type: string, maxLength: 5}}
                    - {name: page, in: query, schema: {type: integer}}
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [title]
                          properties: {title: {type: string, minLength: 1}, price: {type: number}}
                  responses: {'200': {description: ok, content: {application/json: {}}}}
            """;

    private static List<TestCase> cases() {
        URI uri = URI.create("file:///shop.yaml");
        Api api = ApiReader.read(Documents.of(uri, Yaml.parse(DOCUMENT)).root(uri));
        return new Coverage(api, new CoverageSettings(Mode.ALL, true, true, true, true, true))
                .cases(api.operations().get(0), warning -> {})
                .toList();
    }

    @Test
    void every_case_says_what_is_out_of_the_ordinary_in_it() {
        List<TestCase> cases = cases();
        assertThat(cases)
                .filteredOn(c -> c.intent().focus() instanceof Focus.Nothing)
                .hasSize(1);
        assertThat(cases)
                .filteredOn(c -> c.intent().focus() instanceof Focus.Anywhere)
                .as("what has several parameters more")
                .hasSize(1);
        assertThat(cases).filteredOn(c -> c.intent() instanceof Intent.Negative).allSatisfy(c -> {
            Intent.Negative negative = (Intent.Negative) c.intent();
            assertThat(negative.focus())
                    .isEqualTo(Intent.Negative.alone(negative.mutation()).focus());
        });
    }

    @Test
    void all_but_the_place_is_as_in_the_plain_case() {
        List<TestCase> cases = cases();
        TestCase plain = cases.stream()
                .filter(c -> c.intent().focus() instanceof Focus.Nothing)
                .findFirst()
                .orElseThrow();
        for (TestCase testCase : cases) {
            if (testCase.intent().focus() instanceof Focus.At at && testCase.intent() instanceof Intent.Positive) {
                boolean body = at.parameter().isEmpty();
                assertThat(testCase.parameters().stream()
                                .filter(p -> !at.parameter()
                                        .equals(Optional.of(p.parameter().name())))
                                .toList())
                        .isSubsetOf(plain.parameters());
                assertThat(body || testCase.body().equals(plain.body())).isTrue();
            }
        }
    }
}
