package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExampleCasesTest {

    private static List<List<String>> cases(ExampleCases examples) {
        Random random = new Random(0);
        return examples.cases().stream()
                .map(c -> values(c.next(random).value()))
                .toList();
    }

    @Test
    void the_nth_case_takes_the_nth_example_of_each_part() {
        Operation operation = Operations.of(
                "3.1.0",
                "/a/{id}",
                "parameters: [{in: path, name: id, required: true, schema: {type: integer}, examples: {x: {value: 1},"
                        + " y: {value: 2}}}, {in: query, name: q, schema: {type: string, example: z}}, {in: query, name:"
                        + " r, schema: {type: string}}]\nrequestBody: {content: {application/json: {schema: {type:"
                        + " integer}, examples: {a: {value: 7}, b: {value: 8}, c: {value: 9}}}}}");
        ExampleCases examples = ExampleCases.of(operation);
        assertThat(cases(examples))
                .containsExactly(
                        List.of("id=1", "q=\"z\"", "body=7"),
                        List.of("id=2", "q=\"z\"", "body=8"),
                        List.of("id=1", "q=\"z\"", "body=9"));
        assertThat(examples.dropped()).isEmpty();
        assertThat(examples.cases().get(1).next(new Random(0)).value().intent().description())
                .isEqualTo("example 2 of 3 in the document");
    }

    @Test
    void without_examples_there_are_no_cases() {
        Operation operation = Operations.parameters("/a", "{in: query, name: q, schema: {type: string}}");
        assertThat(ExampleCases.of(operation).cases()).isEmpty();
    }

    @Test
    void what_is_required_and_has_no_example_is_drawn() {
        Operation operation = Operations.of(
                "3.1.0",
                "/a",
                "parameters: [{in: query, name: q, example: z, schema: {type: string}}, {in: query, name: r, required:"
                        + " true, schema: {type: boolean}}]\nrequestBody: {required: true, content: {text/plain: {schema:"
                        + " {type: integer, minimum: 5, maximum: 5}}}}");
        assertThat(cases(ExampleCases.of(operation)))
                .singleElement()
                .satisfies(c -> assertThat(c)
                        .startsWith("q=\"z\"")
                        .endsWith("body=5")
                        .anyMatch(v -> v.matches("r=(true|false)")));
    }

    @Test
    void an_example_that_violates_its_schema_is_dropped_and_named() {
        Operation operation = Operations.parameters(
                "/a",
                "{in: query, name: q, schema: {type: integer, maximum: 3}, examples: {a: {value: 4}, b: {value: 3}}}");
        ExampleCases examples = ExampleCases.of(operation);
        assertThat(cases(examples)).containsExactly(List.of("q=3"));
        assertThat(examples.dropped())
                .singleElement()
                .asString()
                .startsWith(
                        "the example 4 of the query parameter 'q' (shop.yaml#/paths/~1a/post/parameters/0) is not used: "
                                + "it violates maximum");
    }

    @Test
    void what_only_responses_have_is_taken_out_of_an_example() {
        Operation operation = Operations.body(
                "application/json",
                "{schema: {type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name:"
                        + " {type: string}}}, example: {id: 1, name: x}}");
        ExampleCases examples = ExampleCases.of(operation);
        assertThat(cases(examples)).containsExactly(List.of("body={\"name\":\"x\"}"));
        assertThat(examples.dropped()).isEmpty();
    }

    @Test
    void examples_of_properties_are_put_together_and_completed() {
        Operation operation = Operations.body(
                "application/json",
                "{schema: {type: object, required: [name, size], additionalProperties: false, properties: {name:"
                        + " {type: string, examples: [x, y]}, size: {type: integer, minimum: 4, maximum: 4}, in: {type:"
                        + " object, properties: {a: {type: array, items: {type: integer, example: 7}}}}}}}");
        assertThat(cases(ExampleCases.of(operation))).hasSize(2).satisfies(all -> {
            assertThat(all.get(0).get(0)).contains("\"name\":\"x\"", "\"size\":4", "\"in\":{\"a\":[7]}");
            assertThat(all.get(1).get(0)).contains("\"name\":\"y\"");
        });
    }

    @Test
    void swagger_extensions_are_examples_even_as_text() {
        Operation operation =
                Operations.of("2.0", "/a", "parameters: [{in: query, name: q, type: integer, x-example: '5'}]");
        assertThat(cases(ExampleCases.of(operation))).containsExactly(List.of("q=5"));
    }
}
