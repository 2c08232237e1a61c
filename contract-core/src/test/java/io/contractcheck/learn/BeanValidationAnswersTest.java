package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeanValidationAnswersTest {
    private static String quarkus(String field, String message) {
        return "{\"title\":\"Constraint Violation\",\"status\":400,\"violations\":[{\"field\":\"" + field
                + "\",\"message\":\"" + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}]}";
    }

    @Test
    void quarkus_names_the_method_and_its_parameter_before_the_field() {
        assertThat(Answered.refused("{title: ''}", quarkus("create.book.title", "must not be empty"))
                        .rules())
                .containsExactly("body.title minLength 1", "body.title required");
        assertThat(Answered.refused(Map.of("limit", "0"), quarkus("list.limit", "must be greater than or equal to 1"))
                        .rules())
                .containsExactly("query.limit minimum 1");
    }

    @Test
    void micronaut_writes_the_place_into_the_message() {
        String body =
                "{\"message\":\"Bad Request\",\"_embedded\":{\"errors\":[{\"message\":\"book.pages: must be greater than 0\"}]},"
                        + "\"_links\":{\"self\":{\"href\":\"/books\",\"templated\":false}}}";
        assertThat(Answered.refused("{pages: 0}", body).rules()).containsExactly("body.pages exclusiveMinimum 0");
    }

    @Test
    void several_messages_may_stand_in_one_text() {
        assertThat(Answered.refused(
                                "{pages: 0, title: ''}",
                                "{\"message\":\"add.book.pages: must be greater than 0, add.book.title: must not be empty\"}")
                        .rules())
                .contains("body.pages exclusiveMinimum 0", "body.title minLength 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | 'too long' | size must be between 0 and 5 | [body.title maxLength 5]",
                "tags | [] | must not be empty | [body.tags minItems 1, body.tags required]",
                "tags | [a, b, c] | size must be between 1 and 2 | [body.tags minItems 1, body.tags maxItems 2]",
                "price | -1 | must be greater than or equal to 0.5 | [body.price minimum 0.5]",
                "price | 1000 | must be less than 99.5 | [body.price exclusiveMaximum 99.5]",
                "pages | 70 | must be between 1 and 50 | [body.pages minimum 1, body.pages maximum 50]",
                "pages | -1 | must be positive | [body.pages exclusiveMinimum 0]",
                "isbn | abc | must match \"[0-9]{3}\" | [body.isbn pattern \"^(?:[0-9]{3})$\"]",
                "isbn | abc | must be a valid UUID | [body.isbn format \"uuid\"]",
                "isbn | abc | must be a well-formed email address | [body.isbn format \"email\"]",
                "price | 1.234 | numeric value out of bounds (<3 digits>.<2 digits> expected)"
                        + " | [body.price minimum -999, body.price maximum 999, body.price multipleOf 0.01]",
                "title | abc | must be a well-formed title | []",
                "title | abc | must not be blank | []",
                "pages | 3 | must be greater than or equal to 1 | []",
            })
    void messages_say_what_is_taken(String field, String value, String message, String rules) {
        List<String> learnt = Answered.refused("{" + field + ": " + value + "}", quarkus(field, message))
                .rules();
        assertThat(learnt).hasToString(rules);
    }

    @Test
    void days_that_are_over_are_some_days() {
        assertThat(Answered.refused("{published: '2999-01-01'}", quarkus("published", "must be a past date"))
                        .rules())
                .singleElement()
                .asString()
                .startsWith("body.published enum [\"1970-01-02\",");
    }
}
