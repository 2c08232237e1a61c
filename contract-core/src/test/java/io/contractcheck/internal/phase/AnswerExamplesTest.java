package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerExamplesTest {
    private static final Api API = Shelf.api("""
            /books:
              post:
                responses:
                  "201":
                    description: made
                    content:
                      application/json:
                        schema: {type: object, properties: {id: {type: integer}, genre: {type: string}}}
                        example: {id: 42, genre: crime}
              get:
                parameters:
                  - {name: genre, in: query, schema: {type: string}}
                  - {name: page, in: query, schema: {type: integer}, example: 2}
                responses: {"200": {description: all}}
            /books/{id}:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                responses: {"200": {description: it}}
            /books/{id}/blurb:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: integer, maximum: 9}}]
                responses: {"200": {description: it}}
            /authors:
              post:
                responses:
                  "201":
                    description: made
                    content:
                      application/json:
                        schema: {type: object, properties: {id: {type: string, example: a-7}, genre: {type: string}}}
              get:
                parameters: [{name: genre, in: query, schema: {type: string}}]
                responses: {"200": {description: all}}
            /authors/{id}:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses: {"200": {description: it}}
            """);

    /** The parameters of each case of an operation in the phase, as they are sent where nothing is known of a service. */
    private static List<String> cases(String label) {
        Operation operation = API.operations().stream()
                .filter(o -> o.label().equals(label))
                .findFirst()
                .orElseThrow();
        List<String> cases = new ArrayList<>();
        try (Stream<Scenario> scenarios = new ExamplesPhase()
                .plan(API, new PhaseSettings(10), warning -> {})
                .of(operation)) {
            scenarios.forEach(scenario -> {
                Shelf shelf = new Shelf(1, request -> Shelf.answer(200));
                scenario.body().run(shelf);
                cases.add(shelf.cases.get(0).parameters().stream()
                        .map(AnswerExamplesTest::describe)
                        .collect(Collectors.joining(" ")));
            });
        }
        return cases;
    }

    private static String describe(ParameterValue value) {
        return value.parameter().name() + "=" + value.value().asText();
    }

    @Test
    void a_parameter_takes_what_a_link_brings_from_an_answer_that_is_shown() {
        assertThat(cases("GET /books/{id}")).containsExactly("id=42");
    }

    @Test
    void the_example_of_a_property_is_shown_as_well() {
        assertThat(cases("GET /authors/{id}")).containsExactly("id=a-7");
    }

    @Test
    void what_is_called_the_same_in_the_same_part_of_the_api_is_taken_and_own_examples_stay() {
        assertThat(cases("GET /books")).containsExactly("genre=crime page=2");
        assertThat(cases("GET /authors")).isEmpty();
    }

    @Test
    void what_is_no_valid_value_is_left_out() {
        assertThat(cases("GET /books/{id}/blurb")).isEmpty();
    }

    @Test
    void links_that_a_user_forbids_show_nothing() {
        AnswerExamples shown = new AnswerExamples(API, () -> LinkGraph.of(API, List.of(), links -> List.of()));

        assertThat(shown.of(API.operations().get(5))).isEmpty();
    }
}
