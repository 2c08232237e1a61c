package io.contractcheck.auth;

import static io.contractcheck.auth.AuthLab.NOW;
import static io.contractcheck.auth.AuthLab.PASSWORD;
import static io.contractcheck.auth.AuthLab.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Header;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCredentialsSourceTest {
    private static final String ID = "shop: +\u00e9";
    private static final String GOOD = "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\"}";

    private final AuthLab lab = new AuthLab();

    @AfterEach
    void close() {
        lab.close();
    }

    private static Grant client(Optional<String> url, List<String> scopes, boolean inBody, Map<String, String> more) {
        return new Grant.ClientCredentials(
                url,
                new SecretValue.Literal(ID, "<clientId>"),
                new SecretValue.Literal(PASSWORD, "<clientSecret>"),
                scopes,
                inBody,
                more);
    }

    private static Grant client() {
        return client(Optional.of("/oauth/token"), List.of(), false, Map.of());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : lab.payload.split("&")) {
            form.put(pair.split("=")[0], URLDecoder.decode(pair.split("=")[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Test
    void id_and_secret_travel_by_basic_authentication_encoded_as_in_a_form() {
        lab.answersJson(200, GOOD);

        assertThat(lab.fetch(client()).value()).isEqualTo(TOKEN);

        assertThat(lab.method + " " + lab.target).isEqualTo("POST /api/oauth/token");
        assertThat(lab.payload).isEqualTo("grant_type=client_credentials");
        String basic = Header.first(lab.sent, "Authorization").orElseThrow().substring("Basic ".length());
        assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.US_ASCII))
                .isEqualTo(encoded(ID) + ":" + encoded(PASSWORD));
        assertThat(lab.masked(basic + " " + PASSWORD + " " + TOKEN))
                .isEqualTo("${CONTRACT_CLIENT_BASIC_ANN} ${CONTRACT_CLIENT_SECRET_ANN} ${CONTRACT_TOKEN_ANN}");
    }

    @Test
    void id_and_secret_may_travel_in_the_body_with_scopes_and_more() {
        lab.answersJson(200, GOOD);
        Map<String, String> more = new LinkedHashMap<>();
        more.put("audience", "https://shop & co");

        lab.fetch(client(Optional.of("/oauth/token"), List.of("read", "write"), true, more));

        assertThat(Header.first(lab.sent, "Authorization")).isEmpty();
        assertThat(form())
                .containsEntry("scope", "read write")
                .containsEntry("audience", "https://shop & co")
                .containsEntry("client_id", ID)
                .containsEntry("client_secret", PASSWORD);
    }

    @Test
    void the_answer_tells_end_and_scopes() {
        lab.answersJson(200, GOOD.replace("}", ",\"expires_in\":300,\"scope\":\"read\"}"));

        Token token = lab.fetch(client(Optional.of("/t"), List.of("read", "write"), false, Map.of()));

        assertThat(token.expires()).contains(NOW.plusSeconds(300));
        assertThat(token.scopes()).contains(List.of("read"));
    }

    @Test
    void scopes_that_the_answer_does_not_tell_are_those_asked_for() {
        lab.answersJson(200, GOOD);

        assertThat(lab.fetch(client(Optional.of("/t"), List.of("read"), false, Map.of()))
                        .scopes())
                .contains(List.of("read"));
        assertThat(lab.fetch(client()).scopes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth/token, /oauth/token",
        "oauth/token, /api/oauth/token",
        "../token, /token",
    })
    void the_documents_token_url_may_be_relative_to_its_server(String url, String target) {
        lab.answersJson(200, GOOD);
        Grant grant = client(Optional.empty(), List.of(), false, Map.of());

        TokenSources.of(grant, lab.context(Optional.of(url))).fetch();

        assertThat(lab.target).isEqualTo(target);
    }

    @Test
    void the_documents_token_url_may_be_absolute() {
        lab.answersJson(200, GOOD);
        Grant grant = client(Optional.empty(), List.of(), false, Map.of());

        TokenSources.of(grant, lab.context(Optional.of(lab.origin() + "/t"))).fetch();

        assertThat(lab.target).isEqualTo("/t");
    }

    @Test
    void without_a_token_url_the_parameter_is_named() {
        assertThat(lab.error(client(Optional.empty(), List.of(), false, Map.of())))
                .startsWith("The client credentials of user 'ann' have no token URL.\n")
                .contains("Set <tokenUrl>");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client, <inBody>true</inBody>",
        "invalid_scope, Correct <scopes>",
        "unauthorized_client, allow client credentials for this client",
        "invalid_target, audience",
    })
    void a_refusal_is_told_in_the_servers_words(String error, String remedy) {
        lab.answersJson(
                401,
                "{\"error\":\"" + error + "\",\"error_description\":\"no\\ngood: " + PASSWORD.replace("\"", "\\\"")
                        + "\"}");

        assertThat(lab.error(client()))
                .startsWith("The token request of user 'ann' was answered 401 with the error " + error + ": POST "
                        + lab.origin() + "/api/oauth/token.\nIt says: no good: ${CONTRACT_CLIENT_SECRET_ANN}\n")
                .contains(remedy);
    }

    @Test
    void a_refusal_without_words_is_told_by_its_status() {
        lab.answers(404, "text/html", "<html/>");
        assertThat(lab.error(client())).contains("was answered 404: POST", "That is no token endpoint");
        lab.answersJson(400, "{\"error\":\"invalid_request\"}");
        assertThat(lab.error(client())).contains("It gave no description.");
        lab.answers(500, "", "");
        assertThat(lab.error(client())).contains("It gave no reason in the form of RFC 6749.");
    }

    @Test
    void an_answer_without_a_token_is_told_by_its_members() {
        lab.answersJson(200, "{\"token\":\"" + TOKEN + "\",\"access_token\":\"\"}");
        assertThat(lab.error(client()))
                .contains("was answered 200 without an access_token", "an object with the members token, access_token");
        lab.answers(200, "text/html", "<html/>");
        assertThat(lab.error(client())).contains("was answered 200 with an HTML page");
        lab.answersJson(200, "[]");
        assertThat(lab.error(client())).contains("was answered 200 with no JSON object");
    }

    @Test
    void a_token_that_is_not_just_sent_is_an_error() {
        lab.answersJson(200, GOOD.replace("Bearer", "DPoP"));

        assertThat(lab.error(client())).contains("gave a token of type 'DPoP', which is not bearer");
    }

    @Test
    void an_empty_client_secret_is_named() {
        Grant grant = new Grant.ClientCredentials(
                Optional.of("/t"),
                new SecretValue.Literal("shop", "<clientId>"),
                new SecretValue.Literal("", "settings.xml: server 'shop'"),
                List.of(),
                false,
                Map.of());

        assertThat(lab.error(grant))
                .startsWith("The client secret of user 'ann' is empty: settings.xml: server 'shop' holds nothing.");
    }
}
