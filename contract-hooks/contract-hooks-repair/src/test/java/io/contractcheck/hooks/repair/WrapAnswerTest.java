package io.contractcheck.hooks.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import io.contractcheck.http.Exchange;
import org.junit.jupiter.api.Test;

class WrapAnswerTest {
    private static Exchange ship(String template, Exchange exchange) {
        return new WrapAnswer()
                .exchange(
                        exchange,
                        Shop.operation("ship"),
                        TestContext.of("WrapAnswer.rules", "POST /orders/{id}/ship: " + template));
    }

    @Test
    void a_text_is_put_into_the_documented_object() {
        Exchange wrapped = ship("{\"status\": \"$answer\"}", Shop.answered(200, "text/plain", "sent – today"));
        assertThat(Shop.body(wrapped)).isEqualTo("{\"status\":\"sent – today\"}");
        assertThat(wrapped.response().header("Content-Type")).contains("application/vnd.shop+json");
    }

    @Test
    void a_list_is_put_in_as_it_is() {
        assertThat(Shop.body(ship(
                        "{\"page\": {\"items\": \"$answer\"}, \"all\": [\"$answer\", 1]}",
                        Shop.answered(200, "application/json", "[1.0]"))))
                .isEqualTo("{\"page\":{\"items\":[1.0]},\"all\":[[1.0],1]}");
    }

    @Test
    void what_is_called_json_and_is_none_is_a_text() {
        assertThat(Shop.body(ship("{\"status\": \"$answer\"}", Shop.answered(200, "application/json", "sent"))))
                .isEqualTo("{\"status\":\"sent\"}");
        assertThat(Shop.body(ship("\"$answer\"", Shop.answered(200, "application/json", "sent"))))
                .isEqualTo("\"sent\"");
    }

    @Test
    void what_is_right_already_is_not_wrapped_again() {
        Exchange right = Shop.answered(200, "application/json", "{\"status\":\"sent\"}");
        assertThat(ship("{\"status\": \"$answer\"}", right)).isSameAs(right);
        Exchange list = Shop.answered(200, "application/json", "[]");
        assertThat(ship("[\"$answer\"]", list)).isSameAs(list);
        Exchange text = Shop.answered(200, "application/json", "\"sent\"");
        assertThat(ship("\"$answer\"", text)).isSameAs(text);
    }

    @Test
    void refusals_and_empty_answers_stay_as_they_are() {
        for (Exchange exchange : new Exchange[] {
            Shop.answered(400, "text/plain", "no"),
            Shop.answered(500, "text/plain", "oops"),
            Shop.answered(200, "text/plain", "")
        }) {
            assertThat(ship("{\"status\": \"$answer\"}", exchange)).isSameAs(exchange);
        }
    }

    @Test
    void a_rule_that_would_lose_the_answer_is_an_error() {
        assertThatThrownBy(() -> ship("{\"status\": \"sent\"}", Shop.answered(200, "text/plain", "x")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("\"$answer\" stands nowhere in it");
        assertThatThrownBy(() -> ship("{status: $answer}", Shop.answered(200, "text/plain", "x")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("no JSON");
    }

    @Test
    void a_rule_for_an_operation_that_is_not_there_is_told() {
        TestContext context = TestContext.of("WrapAnswer.rules", "GET /books: {\"all\": \"$answer\"}");
        new WrapAnswer().document(Shop.document(), context);
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith("WrapAnswer.rules: 'GET /books' matches none of the 2 operations");
    }
}
