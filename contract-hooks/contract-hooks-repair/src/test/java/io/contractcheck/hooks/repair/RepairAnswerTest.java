package io.contractcheck.hooks.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.hook.HookException;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RepairAnswerTest {
    private static TestContext rules(String rules) {
        return TestContext.of("RepairAnswer.rules", rules);
    }

    private static Exchange login(Exchange exchange, TestContext context) {
        return new RepairAnswer().exchange(exchange, Shop.operation("login"), context);
    }

    private static Exchange login(String rule, Exchange exchange) {
        return login(exchange, rules("POST /auth/token: " + rule));
    }

    @Test
    void an_answer_becomes_what_the_document_says() {
        Exchange repaired = login(
                "status 201 to 200; type application/json; move /access_token to /token;"
                        + " set /tokenType to \"Bearer\"; remove /debug",
                Shop.answered(201, "text/plain", "{\"access_token\":\"abc\",\"debug\":{\"user\":1}}"));
        assertThat(repaired.response().status()).isEqualTo(200);
        assertThat(repaired.response().header("Content-Type")).contains("application/json");
        assertThat(Shop.body(repaired)).isEqualTo("{\"token\":\"abc\",\"tokenType\":\"Bearer\"}");
    }

    @Test
    void one_member_can_be_kept_as_the_whole() {
        assertThat(Shop.body(login("keep /data", Shop.answered(200, "application/json", "{\"data\":[1],\"ok\":true}"))))
                .isEqualTo("[1]");
    }

    @Test
    void places_lie_as_deep_as_they_are_written_and_in_lists() {
        assertThat(Shop.body(login(
                        "move /a/0/b to /x/y; set /a/0/c to 1.10",
                        Shop.answered(200, "application/json", "{\"a\":[{\"b\":12345678901234567890.5}]}"))))
                .isEqualTo("{\"a\":[{\"c\":1.10}],\"x\":{\"y\":12345678901234567890.5}}");
    }

    @Test
    void an_empty_answer_can_be_filled() {
        assertThat(Shop.body(login(
                        "status 204 to 200; type application/json; set /token to \"none; yet\"",
                        Shop.answered(204, "text/plain", ""))))
                .isEqualTo("{\"token\":\"none; yet\"}");
    }

    @Test
    void what_is_right_already_stays_the_same_to_the_byte() {
        Exchange right = Shop.answered(200, "application/json", "{ \"token\" : \"abc\", \"tokenType\":\"Bearer\" }");
        assertThat(login(
                        "status 201 to 200; type application/json; move /access_token to /token;"
                                + " set /tokenType to \"Bearer\"; remove /debug; keep /data",
                        right))
                .isSameAs(right);
        Exchange both = Shop.answered(200, "application/json", "{\"access_token\":\"old\",\"token\":\"new\"}");
        assertThat(login("move /access_token to /token", both)).isSameAs(both);
    }

    @Test
    void a_refusal_and_an_error_are_never_touched() {
        for (int status : new int[] {302, 400, 401, 500, 503}) {
            Exchange refused = Shop.answered(status, "text/plain", "{\"access_token\":\"abc\"}");
            assertThat(login(
                            "status 201 to 200; type application/json; move /access_token to /token; set /a to 1",
                            refused))
                    .isSameAs(refused);
        }
    }

    @Test
    void other_operations_are_left_alone() {
        Exchange exchange = Shop.answered(201, "application/json", "{}");
        assertThat(new RepairAnswer()
                        .exchange(exchange, Shop.operation("ship"), rules("operationId:login: status 201 to 200")))
                .isSameAs(exchange);
    }

    @Test
    void all_rules_of_an_operation_act_in_their_order() {
        assertThat(Shop.body(login(
                        Shop.answered(200, "application/json", "{\"a\":1}"),
                        rules("\n  tag:auth: move /a to /b\n\n  /auth/*: move /b to /c\n  GET *: remove /c\n"))))
                .isEqualTo("{\"c\":1}");
    }

    @Test
    void a_packed_answer_is_unpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("{\"access_token\":\"abc\"}".getBytes(StandardCharsets.UTF_8));
        }
        Response packed = new Response(
                200,
                "",
                List.of(new Header("Content-Encoding", "gzip"), new Header("content-length", "44")),
                bytes.toByteArray(),
                false);
        Exchange repaired = login("move /access_token to /token", Shop.answered(packed));
        assertThat(Shop.body(repaired)).isEqualTo("{\"token\":\"abc\"}");
        assertThat(repaired.response().headers()).containsExactly(new Header("Content-Length", "15"));
    }

    @Test
    void a_body_that_is_no_json_is_told() {
        TestContext context = rules("POST /auth/token: remove /debug");
        Exchange page = Shop.answered(200, "text/html", "<html>");
        assertThat(login(page, context)).isSameAs(page);
        assertThat(context.warnings())
                .containsExactly("RepairAnswer.rules: an answer to POST /auth/token cannot be repaired, since its body"
                        + " (text/html) is no JSON.");
    }

    @Test
    void a_rule_for_an_operation_that_is_not_there_is_told() {
        TestContext context = rules("POST /auth/tokn: remove /debug\nPOST /auth/token: remove /debug");
        assertThat(new RepairAnswer().document(Shop.document(), context)).isEqualTo(Shop.document());
        assertThat(context.warnings())
                .containsExactly("RepairAnswer.rules: 'POST /auth/tokn' matches none of the 2 operations of the"
                        + " document. Did you mean 'POST /auth/token'?");
    }

    @Test
    void nobody_can_tell_what_another_file_has() {
        TestContext context = rules("POST /auth/tokn: remove /debug");
        ObjectNode document = Shop.document().deepCopy();
        document.withObject("/paths").putObject("/elsewhere").put("$ref", "paths.yaml#/elsewhere");
        new RepairAnswer().document(document, context);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void without_rules_nothing_happens() {
        TestContext context = TestContext.of();
        Exchange exchange = Shop.answered(500, "text/html", "");
        assertThat(login(exchange, context)).isSameAs(exchange);
        new RepairAnswer().document(Shop.document(), context);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void a_rule_that_cannot_be_read_is_an_error_that_shows_one_that_can() {
        for (String wrong : new String[] {
            "POST /auth/token",
            "POST /auth/token: ",
            "POST /auth/token: ;",
            "POST /auth/token: rename a to b",
            "POST /auth/token: status ok to 200",
            "POST /auth/token: set /a to Bearer",
            "POST /auth/token: type json",
            ": remove /a"
        }) {
            assertThatThrownBy(() -> new RepairAnswer().document(Shop.document(), rules(wrong)))
                    .as(wrong)
                    .isInstanceOf(HookException.class)
                    .hasMessageStartingWith("RepairAnswer.rules: the rule '")
                    .hasMessageEndingWith(
                            "Write one rule a line, as POST /auth/token: status 201 to 200; move /access_token to"
                                    + " /token");
        }
    }
}
