package io.contractcheck.auth;

import static io.contractcheck.auth.AuthLab.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Header;
import io.contractcheck.openapi.ParameterLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WfcAuthFileTest {
    private static final String TEMPLATED = """
            schemaVersion: "0.1"
            configs: {maxTime: 5m}
            auth:
              - name: ann
                loginEndpointAuth:
                  payloadUserPwd: {username: ann, password: "%1$s"}
              - name: bob
                requireMockHandling: false
                fixedHeaders: [{name: X-Role, value: admin}]
                loginEndpointAuth:
                  payloadRaw: '{"name": "bob"}'
                  payloadUserPwd: null
                  verb: PUT
            authTemplate:
              fixedHeaders: [{name: X-Tenant, value: t1}]
              loginEndpointAuth:
                endpoint: /login
                verb: POST
                contentType: %2$s
                payloadUserPwd: {usernameField: "us er", passwordField: pw}
                token: %3$s
            """;

    @TempDir
    Path folder;

    private AuthSettings read(String text, String... users) {
        Path file = folder.resolve("users.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WfcAuthFile.read(file, List.of(users));
    }

    private String error(String text, String... users) {
        return AuthLab.error(() -> read(text, users));
    }

    private static String ann(String login) {
        return "{\"auth\":[{\"name\":\"ann\",\"loginEndpointAuth\":{" + login + "}}]}";
    }

    private static Grant.Login login(AuthSettings.User user) {
        return user.credentials().stream()
                .map(AuthSettings.Credential::grant)
                .filter(Grant.Login.class::isInstance)
                .map(Grant.Login.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void users_with_fixed_headers_come_in_the_order_of_the_file() {
        AuthSettings settings = read("""
                auth:
                  - name: zoe
                    fixedHeaders: [{name: Authorization, value: Basic eA==}, {name: X-A, value: b}]
                  - name: ann
                    fixedHeaders: [{name: X-A, value: c}]
                """);

        assertThat(settings.users()).extracting(AuthSettings.User::name).containsExactly("zoe", "ann");
        assertThat(settings.users().get(0).credentials())
                .containsExactly(AuthSettings.Credential.of(new Grant.FixedHeaders(
                        List.of(new Header("Authorization", "Basic eA=="), new Header("X-A", "b")))));
    }

    @Test
    void a_template_says_what_users_do_not() {
        AuthSettings settings = read(
                TEMPLATED.formatted(
                        TOKEN, "application/json", "{extractFromField: /t, httpHeaderName: X-T, headerPrefix: 'JWT '}"),
                "bob",
                "ann");

        assertThat(settings.users()).extracting(AuthSettings.User::name).containsExactly("bob", "ann");
        Grant.Login ann = login(settings.users().get(1));
        assertThat(ann.method() + " " + ann.url()).isEqualTo("POST /login");
        assertThat(ann.payload()).contains("{\"us er\":\"${username}\",\"pw\":\"${password}\"}");
        assertThat(ann.password())
                .contains(
                        new SecretValue.Literal(TOKEN, "users.yaml#/auth/0/loginEndpointAuth/payloadUserPwd/password"));
        assertThat(settings.users().get(1).credentials().get(0).grant())
                .isEqualTo(new Grant.FixedHeaders(List.of(new Header("X-Tenant", "t1"))));
        AuthSettings.Credential token = settings.users().get(1).credentials().get(1);
        assertThat(token.placement()).contains(new Placement(ParameterLocation.HEADER, "X-T", "JWT {token}"));
        assertThat(token.lifetime()).contains(Duration.ofSeconds(300));
        assertThat(ann.token()).isEqualTo(new Grant.Extract.Body("/t"));
    }

    @Test
    void what_a_user_says_comes_before_the_template() {
        String text = TEMPLATED
                .formatted(TOKEN, "application/json", "{extractFromField: /t}")
                .replace(
                        "payloadUserPwd: {usernameField: \"us er\", passwordField: pw}",
                        "headers: [{name: X, value: y}]")
                .replace("payloadUserPwd: {username: ann, password: \"" + TOKEN + "\"}", "payloadRaw: x");
        AuthSettings.User bob = read(text, "bob").users().get(0);

        assertThat(bob.credentials().get(0).grant())
                .isEqualTo(new Grant.FixedHeaders(List.of(new Header("X-Role", "admin"))));
        assertThat(login(bob).method()).isEqualTo("PUT");
        assertThat(login(bob).payload()).contains("{\"name\": \"bob\"}");
        assertThat(login(bob).headers()).containsExactly(new Header("X", "y"));
        assertThat(bob.credentials().get(1).placement())
                .contains(new Placement(ParameterLocation.HEADER, "Authorization", "{token}"));
    }

    @Test
    void a_payload_is_made_for_its_content_type() {
        String text = TEMPLATED.formatted(TOKEN, "application/x-www-form-urlencoded", "{extractFromField: /t}");
        assertThat(login(read(
                                        text.replace("payloadRaw: '{\"name\": \"bob\"}'", "")
                                                .replace(
                                                        "payloadUserPwd: null",
                                                        "payloadUserPwd: {username: bob, password: x}"),
                                        "ann")
                                .users()
                                .get(0))
                        .payload())
                .contains("us+er=${username}&pw=${password}");
        assertThat(error(TEMPLATED.formatted(TOKEN, "text/xml", "{extractFromField: /t}")))
                .startsWith(
                        "users.yaml#/authTemplate/loginEndpointAuth/contentType is 'text/xml', for which no payload");
    }

    @Test
    void a_token_says_where_it_comes_from_and_where_it_goes() {
        AuthSettings.User user = read(ann(
                        "\"externalEndpointURL\":\"https://id.test/x\",\"expectCookies\":true,\"token\":"
                                + "{\"extractFrom\":\"header\",\"extractSelector\":\"X-Token\",\"sendIn\":\"query\",\"sendName\":\"t\","
                                + "\"sendTemplate\":\"a{token}b\"}"))
                .users()
                .get(0);

        assertThat(login(user).url()).isEqualTo("https://id.test/x");
        assertThat(login(user).token()).isEqualTo(new Grant.Extract.FromHeader("X-Token"));
        assertThat(user.credentials().get(0).placement())
                .contains(new Placement(ParameterLocation.QUERY, "t", "a{token}b"));
        assertThat(((Grant.Login) user.credentials().get(1).grant()).token()).isEqualTo(new Grant.Extract.Cookie(""));
        assertThat(user.credentials().get(1).placement()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"auth\":[],\"users\":1}                       # users is not known.",
                "{\"auth\":[]}                                   # auth has no users.",
                "{}                                              # auth has no users.",
                "{\"auth\":{}}                                   # auth is an empty object, not a list of users.",
                "{\"auth\":[7]}                                  # auth/0 is a number, not an object.",
                "{\"auth\":[{\"nam\":\"x\"}]}                    # auth/0/nam is not known.",
                "{\"auth\":[{}]}                                 # auth/0/name is missing.",
                "{\"auth\":[{\"name\":\"x\"}]}                   # auth/0 has no credentials.",
                "{\"auth\":[{\"name\":1}]}                       # auth/0/name is a number, not a text.",
                "{\"auth\":[{\"name\":\"x\",\"fixedHeaders\":[{\"name\":\"a\"}]}]} # auth/0/fixedHeaders/0/value is missing.",
                "{\"auth\":[{\"name\":\"x\",\"fixedHeaders\":[{\"nam\":\"a\"}]}]}  # auth/0/fixedHeaders/0/nam is not known.",
                "{\"auth\":[],\"authTemplate\":{\"loginEndpointAuth\":{\"url\":\"\"}}} # authTemplate/loginEndpointAuth/url is not known.",
                "[]                                              #  is a list of 0, not an object.",
            })
    void what_is_wrong_is_told_with_file_and_pointer(String text, String said) {
        String pointer = said.startsWith("is ") ? said.replaceFirst("^is", " is") : "/" + said;
        assertThat(error(text)).startsWith("users.yaml#" + pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "\"verb\":\"POST\"                                            #  does not say what the login gives.",
                "\"expectCookies\":true                                       #  has no endpoint.",
                "\"expectCookies\":\"yes\"                                    # /expectCookies is a text, not true or false.",
                "\"expectCookies\":true,\"endpoint\":\"/x\",\"externalEndpointURL\":\"/y\" #  has both endpoint and",
                "\"expectCookies\":true,\"endpoint\":\"/x\",\"verb\":\"HEAD\"   # /verb is 'HEAD'.",
                "\"endpoint\":\"/x\",\"token\":{}                             # /token/extractFromField is missing.",
                "\"endpoint\":\"/x\",\"token\":{\"extractFrom\":\"url\"}        # /token/extractFrom is 'url'.",
                "\"endpoint\":\"/x\",\"token\":{\"extractSelector\":\"/t\",\"sendTemplate\":\"x\"} # /token/sendTemplate lacks {token}",
                "\"endpoint\":\"/x\",\"token\":{\"extractSelector\":\"/t\",\"sendIn\":\"query\"} # /token/sendName is missing.",
                "\"endpoint\":\"/x\",\"token\":{\"from\":\"/t\"}                # /token/from is not known.",
                "\"endpoint\":\"/x\",\"expectCookies\":true,\"payloadUserPwd\":{} # /payloadUserPwd/usernameField is missing.",
            })
    void what_is_wrong_with_a_login_is_told_with_file_and_pointer(String login, String said) {
        String rest = said.startsWith("/") ? said : " " + said;
        assertThat(error(ann(login))).startsWith("users.yaml#/auth/0/loginEndpointAuth" + rest);
    }

    @Test
    void the_same_name_twice_is_an_error() {
        String ann = "{\"name\":\"ann\",\"fixedHeaders\":[{\"name\":\"a\",\"value\":\"b\"}]}";

        assertThat(error("{\"auth\":[" + ann + "," + ann + "]}")).startsWith("users.yaml#/auth/1/name is 'ann' again.");
    }

    @Test
    void a_user_who_is_not_there_is_told_with_those_who_are() {
        assertThat(error(
                        TEMPLATED
                                .formatted(TOKEN, "a/json", "{extractFromField: /t}")
                                .replace("payloadRaw: '{\"name\": \"bob\"}'", "payloadRaw: null")
                                .replace("payloadUserPwd: null", "payloadUserPwd: {username: b, password: c}"),
                        "ann",
                        "eve"))
                .isEqualTo("There is no user 'eve' in users.yaml.\nIts users are: ann, bob.");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        assertThat(AuthLab.error(() -> WfcAuthFile.read(folder.resolve("none.yaml"), List.of())))
                .startsWith("There is no authentication file ");
        assertThat(error("auth:\n  - name: \"" + TOKEN + "\n  x: *" + TOKEN))
                .startsWith(
                        "The authentication file " + folder.resolve("users.yaml") + " is neither JSON nor YAML (line ");
        assertThat(error("{\"auth\": " + TOKEN + "}")).contains("is neither JSON nor YAML (line 1, column ");
        Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xE4});
        assertThat(AuthLab.error(() -> WfcAuthFile.read(folder.resolve("latin.yaml"), List.of())))
                .contains("is no UTF-8 text");
    }
}
