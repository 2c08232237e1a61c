package io.contractcheck.auth;

import static io.contractcheck.auth.AuthLab.NOW;
import static io.contractcheck.auth.AuthLab.PASSWORD;
import static io.contractcheck.auth.AuthLab.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Header;
import io.contractcheck.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSourceTest {
    private static final Grant.Extract AT_TOKEN = new Grant.Extract.Body("/data/token");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final AuthLab lab = new AuthLab();

    @AfterEach
    void close() {
        lab.close();
    }

    private static Grant login(String url, String type, Optional<String> payload, Grant.Extract token) {
        return new Grant.Login(
                url,
                "POST",
                List.of(),
                type,
                payload,
                Optional.of(new SecretValue.Literal("ann", "<username>")),
                Optional.of(new SecretValue.Literal(PASSWORD, "<password>")),
                token);
    }

    private static Grant login(Grant.Extract token) {
        return login("/login", JSON, Optional.empty(), token);
    }

    private static Grant login() {
        return login(AT_TOKEN);
    }

    private static String answer(String more) {
        return "{\"data\":{\"token\":\"" + TOKEN + "\"" + more + "}}";
    }

    @Test
    void user_name_and_password_travel_as_json() {
        lab.answersJson(200, answer(""));

        assertThat(lab.fetch(login()).value()).isEqualTo(TOKEN);

        assertThat(lab.method + " " + lab.target).isEqualTo("POST /api/login");
        assertThat(Header.first(lab.sent, "Content-Type")).contains(JSON);
        assertThat(Json.parse(lab.payload).path("password").textValue()).isEqualTo(PASSWORD);
        assertThat(lab.masked(lab.payload))
                .isEqualTo("{\"username\":\"ann\",\"password\":\"${CONTRACT_PASSWORD_ANN}\"}");
        assertThat(lab.masked(TOKEN)).isEqualTo("${CONTRACT_TOKEN_ANN}");
    }

    @Test
    void user_name_and_password_travel_as_a_form() {
        lab.answersJson(200, answer(""));

        lab.fetch(login("/login", FORM, Optional.of("who=${username}&pw=${password}&x=1"), AT_TOKEN));

        String password = lab.payload.substring("who=ann&pw=".length(), lab.payload.indexOf("&x=1"));
        assertThat(URLDecoder.decode(password, StandardCharsets.UTF_8)).isEqualTo(PASSWORD);
        assertThat(lab.masked(lab.payload)).isEqualTo("who=ann&pw=${CONTRACT_PASSWORD_ANN}&x=1");
    }

    @Test
    void a_payload_of_another_type_is_sent_as_it_is_but_for_xml() {
        lab.answersJson(200, answer(""));

        lab.fetch(login("/login", "text/plain", Optional.of("${username} ${password}"), AT_TOKEN));
        assertThat(lab.payload).isEqualTo("ann " + PASSWORD);
        lab.fetch(login("/login", "application/xml", Optional.of("<p>${password}</p>"), AT_TOKEN));
        assertThat(lab.payload).isEqualTo("<p>" + PASSWORD.replace("&", "&amp;").replace("\"", "&quot;") + "</p>");
        assertThat(lab.error(login("/login", "text/plain", Optional.empty(), AT_TOKEN)))
                .startsWith("The login of user 'ann' has no payload");
    }

    @Test
    void secrets_in_a_payload_of_ones_own_are_hidden_by_their_names() {
        lab.answersJson(500, "{\"error\":\"" + PASSWORD + "\"}");
        String payload = Json.write(Json.NODES.objectNode().put("user", "ann").put("passwd", PASSWORD));
        Grant grant = new Grant.Login(
                "/login?api_key=" + TOKEN,
                "POST",
                List.of(new Header("Authorization", "Basic YW5uOk5pZW1hbmQx")),
                JSON,
                Optional.of(payload),
                Optional.empty(),
                Optional.empty(),
                AT_TOKEN);

        assertThat(lab.error(grant)).contains("POST " + lab.origin() + "/api/login.");
        assertThat(lab.masked(lab.payload)).isEqualTo("{\"user\":\"ann\",\"passwd\":\"${CONTRACT_PASSWD_ANN}\"}");
        assertThat(lab.masked("YW5uOk5pZW1hbmQx Niemand1"))
                .isEqualTo("${CONTRACT_LOGIN_AUTHORIZATION_ANN} ${CONTRACT_PASSWORD}");
    }

    @Test
    void a_payload_that_wants_what_is_not_there_is_an_error() {
        Grant grant = new Grant.Login(
                "/login",
                "POST",
                List.of(),
                JSON,
                Optional.of("{\"pin\":\"${password}\"}"),
                Optional.empty(),
                Optional.empty(),
                AT_TOKEN);

        assertThat(lab.error(grant))
                .startsWith("The payload of the login of user 'ann' holds ${password}, and there is no password.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                ",\"expires_in\":60                           # 2026-01-02T03:05:05Z",
                ",\"expiresIn\":\"60\"                        # 2026-01-02T03:05:05Z",
                ",\"expires_at\":\"2026-01-02T04:00:00+01:00\" # 2026-01-02T03:00:00Z",
                ",\"expires_at\":1767322800                   # 2026-01-02T03:00:00Z",
                ",\"expiresAt\":1767322800000                 # 2026-01-02T03:00:00Z",
                ",\"expires_at\":\"tomorrow\"                 # ``",
                ",\"expires_in\":-1                           # ``",
                ",\"expires_in\":1e99                         # ``",
            })
    void when_a_token_ends_stands_beside_it(String member, String end) {
        lab.answersJson(200, answer(member));

        assertThat(lab.fetch(login()).expires().map(Object::toString).orElse(""))
                .isEqualTo(end);
    }

    @Test
    void a_refresh_token_beside_it_is_hidden_too() {
        lab.answersJson(
                200, answer(",\"refresh_token\":\"Another7Secret\",\"token_type\":\"Bearer\",\"scope\":\"a b\""));

        assertThat(lab.fetch(login()).scopes()).contains(List.of("a", "b"));
        assertThat(lab.masked("Another7Secret Bearer")).isEqualTo("${CONTRACT_REFRESH_TOKEN_ANN} Bearer");
    }

    @Test
    void the_token_goes_by_one_variable_whatever_its_member_is_called() {
        lab.answersJson(200, "{\"access_token\":\"" + TOKEN + "\"}");
        lab.fetch(login(new Grant.Extract.Body("/access_token")));

        assertThat(lab.masked(TOKEN)).isEqualTo("${CONTRACT_TOKEN_ANN}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, It did not understand the payload",
        "401, User name or password are wrong",
        "404, Nothing is there: the path is wrong",
        "405, It wants another method than POST",
        "429, There were too many logins",
        "503, It failed; its own log says why",
        "302, 'It leads elsewhere, and is not followed'",
    })
    void a_refusal_is_told_by_its_status_and_never_by_its_body(int status, String hint) {
        lab.answersJson(status, "{\"message\":\"wrong: " + PASSWORD + "\"}");

        assertThat(lab.error(login()))
                .startsWith("The login of user 'ann' was answered " + status + ": POST " + lab.origin()
                        + "/api/login.\n" + hint)
                .containsPattern("Its answer has [0-9]+ bytes of application/json, not shown")
                .doesNotContain("wrong:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"data\":{\"id\":7,\"jwt\":\"x\"}} # At /data there is an object with the members id, jwt.",
                "{\"user\":\"T\",\"n\":1}            # The answer is an object with the members user, n.",
                "{\"data\":{\"token\":null}}         # At /data/token there is null.",
                "{\"data\":{\"token\":\"\"}}         # At /data/token there is an empty text.",
                "{\"data\":[1,2]}                    # At /data there is a list of 2.",
                "{\"data\":{}}                       # At /data there is an empty object.",
                "[]                                  # The answer is a list of 0.",
                "true                                # The answer is a boolean.",
            })
    void where_no_token_is_the_names_there_are_told_and_no_values(String body, String described) {
        lab.answersJson(200, body.replace("\"T\"", "\"" + TOKEN + "\""));

        assertThat(lab.error(login()))
                .startsWith("The login of user 'ann' was answered 200 without a token at /data/token: POST ")
                .contains("\n" + described + "\n");
    }

    @Test
    void a_page_where_people_log_in_is_recognised() {
        lab.answers(200, "text/html; charset=utf-8", "<html>" + TOKEN + "</html>");

        assertThat(lab.error(login()))
                .startsWith(
                        "The login of user 'ann' was answered 200 with an HTML page, so there is nothing at /data/token:")
                .contains("It may be the page where people log in.");
        assertThat(lab.error(login(new Grant.Extract.Body("")))).contains("with an HTML page where the whole answer");
    }

    @Test
    void an_answer_that_is_no_json_is_told_by_its_length() {
        lab.answers(200, "text/plain", "token: " + TOKEN);
        assertThat(lab.error(login())).contains("with no JSON, so there is nothing", "31 bytes of text/plain");
        lab.answers(204, "", "");
        assertThat(lab.error(login())).contains("was answered 204 with nothing", "0 bytes of no type");
    }

    @Test
    void a_pointer_that_is_none_is_told_how_to_be_written() {
        lab.answersJson(200, answer(""));

        assertThat(lab.error(login(new Grant.Extract.Body("data.token"))))
                .contains("'data.token' is no JSON Pointer", "Write it as /data/token");
    }

    @Test
    void the_whole_answer_may_be_the_token() {
        lab.answers(200, "text/plain", TOKEN + "\n");
        assertThat(lab.fetch(login(new Grant.Extract.Body(""))).value()).isEqualTo(TOKEN);
        lab.answersJson(200, "\"" + TOKEN + "\"");
        assertThat(lab.fetch(login(new Grant.Extract.Body(""))).value()).isEqualTo(TOKEN);
        lab.answersJson(200, answer(""));
        assertThat(lab.error(login(new Grant.Extract.Body("")))).contains("with JSON where the whole answer should be");
        lab.answers(200, "text/plain", " ");
        assertThat(lab.error(login(new Grant.Extract.Body("")))).contains("with no text where");
        lab.answers(200, "text/plain", "welcome " + TOKEN);
        assertThat(lab.error(login(new Grant.Extract.Body("")))).contains("holds a space at its character 8 of 32");
    }

    @Test
    void the_token_may_be_in_a_header() {
        lab.answers(204, "", "", new Header("X-Auth-Token", "Bearer " + TOKEN));

        assertThat(lab.fetch(login(new Grant.Extract.FromHeader("x-auth-token")))
                        .bare())
                .isEqualTo(TOKEN);
        assertThat(lab.error(login(new Grant.Extract.FromHeader("Authorization"))))
                .startsWith("The login of user 'ann' was answered 204 without a header Authorization: POST ")
                .containsIgnoringCase("x-auth-token");
    }

    @Test
    void the_token_may_be_a_cookie() {
        lab.answers(
                302,
                "",
                "",
                new Header("Location", "/home"),
                new Header("Set-Cookie", "old=1; Max-Age=0"),
                new Header("Set-Cookie", "lang=de; Path=/"),
                new Header("Set-Cookie", "sid=" + TOKEN + "; Max-Age=60; HttpOnly"));

        Token token = lab.fetch(login(new Grant.Extract.Cookie("sid")));
        assertThat(token.headers()).containsExactly(new Header("Cookie", "sid=" + TOKEN));
        assertThat(token.expires()).contains(NOW.plusSeconds(60));
        assertThat(lab.masked(TOKEN + " de")).isEqualTo("${CONTRACT_COOKIE_SID_ANN} de");

        assertThat(lab.fetch(login(new Grant.Extract.Cookie(""))).headers())
                .containsExactly(new Header("Cookie", "lang=de; sid=" + TOKEN));
        assertThat(lab.error(login(new Grant.Extract.Cookie("SESSION"))))
                .startsWith("The login of user 'ann' was answered 302 without a cookie SESSION: POST ")
                .contains("It sets the cookies: lang, sid. It leads to /home.");
    }

    @Test
    void a_form_that_refuses_leads_back() {
        lab.answers(302, "", "", new Header("Location", "/login?error"), new Header("Set-Cookie", "sid=" + TOKEN));

        assertThat(lab.error(login(new Grant.Extract.Cookie("sid"))))
                .contains("was answered 302 and led back to a page about an error", "It leads to /login.");
        lab.answers(200, "", "");
        assertThat(lab.error(login(new Grant.Extract.Cookie("")))).contains("without a cookie", "It sets no cookies.");
    }

    @Test
    void nobody_there_is_told_with_the_address() {
        assertThat(lab.error(login("http://127.0.0.1:1/x?pw=" + TOKEN, JSON, Optional.empty(), AT_TOKEN)))
                .startsWith("The login of user 'ann' got no answer: no connection to http://127.0.0.1:1: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ann:Niemand1@127.0.0.1/x", "/a b", "http:///x"})
    void a_wrong_url_is_told_without_a_password(String url) {
        assertThat(lab.error(login(url, JSON, Optional.empty(), AT_TOKEN)))
                .startsWith("The URL of the login of user 'ann' is none")
                .doesNotContain("Niemand1");
    }

    @Test
    void a_login_may_be_a_get_at_another_address() {
        lab.answersJson(200, answer(""));
        Grant grant = new Grant.Login(
                lab.origin() + "/elsewhere?x=1",
                "GET",
                List.of(new Header("X-Api-Version", "2")),
                JSON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AT_TOKEN);

        assertThat(lab.fetch(grant).value()).isEqualTo(TOKEN);
        assertThat(lab.method + " " + lab.target + " " + lab.payload).isEqualTo("GET /elsewhere?x=1 ");
        assertThat(Header.first(lab.sent, "Content-Type")).isEmpty();
    }
}
