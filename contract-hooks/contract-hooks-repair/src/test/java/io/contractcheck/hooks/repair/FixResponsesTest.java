package io.contractcheck.hooks.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.hook.HookException;
import io.contractcheck.json.Yaml;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixResponsesTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            paths:
              /books:
                get: {responses: {"200": {description: all}, 4XX: {description: refused}}}
                post: {responses: {"200": {description: made}, "404": {description: none}}}
              /any:
                get: {responses: {default: {description: anything}}}
            """;

    private static List<String> statuses(JsonNode document, String operation) {
        List<String> statuses = new ArrayList<>();
        document.at("/paths" + operation + "/responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    @Test
    void statuses_are_added_where_nothing_speaks_of_them_moved_and_removed() {
        TestContext context =
                TestContext.of("FixResponses.rules", "*: add 401; add 503\nPOST /books: move 200 to 201; remove 404");
        JsonNode fixed = new FixResponses().document(Yaml.parse(DOCUMENT), context);
        assertThat(statuses(fixed, "/~1books/get")).containsExactly("200", "4XX", "503");
        assertThat(statuses(fixed, "/~1books/post")).containsExactly("401", "503", "201");
        assertThat(fixed.at("/paths/~1books/post/responses/201/description").asText())
                .isEqualTo("made");
        assertThat(statuses(fixed, "/~1any/get")).containsExactly("default");
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void what_changes_nothing_is_told() {
        TestContext context =
                TestContext.of("FixResponses.rules", "GET *: add 404; remove 500\nPOST /book: remove 200");
        JsonNode document = Yaml.parse(DOCUMENT);
        assertThat(new FixResponses().document(document, context)).isEqualTo(document);
        assertThat(context.warnings())
                .containsExactly(
                        "FixResponses.rules: 'POST /book' matches none of the 3 operations of the document. Did you mean"
                                + " 'POST /books'?",
                        "FixResponses.rules: 'add 404' changes nothing at 'GET *': it is so already, or there is no such"
                                + " response.",
                        "FixResponses.rules: 'remove 500' changes nothing at 'GET *': it is so already, or there is no"
                                + " such response.");
    }

    @Test
    void an_order_that_cannot_be_read_is_an_error() {
        for (String wrong : new String[] {"add 600", "add", "move 200", "drop 200", "add 401 403"}) {
            assertThatThrownBy(() -> new FixResponses()
                            .document(Yaml.parse(DOCUMENT), TestContext.of("FixResponses.rules", "*: " + wrong)))
                    .isInstanceOf(HookException.class)
                    .hasMessageContaining("'" + wrong + "' is none of: add N, move N to N, remove N");
        }
    }
}
