package io.contractcheck.auth;

import static io.contractcheck.auth.AuthLab.PASSWORD;
import static io.contractcheck.auth.AuthLab.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReadingTest {
    private final AuthLab lab = new AuthLab();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        lab.close();
    }

    private Grant given(String text) {
        return new Grant.Given(SecretValue.of(text, "<token>", folder));
    }

    private static SecretValue literal(String value, String source) {
        return new SecretValue.Literal(value, source);
    }

    private String write(byte[] content) throws IOException {
        Files.write(folder.resolve("secret"), content);
        return "file:secret";
    }

    private String write(String content) throws IOException {
        return write(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_token_is_given_as_it_is_or_in_a_file() throws IOException {
        assertThat(lab.fetch(given(TOKEN)).value()).isEqualTo(TOKEN);
        assertThat(lab.fetch(given(write(TOKEN + "\r\n"))).value()).isEqualTo(TOKEN);
        assertThat(lab.fetch(given("Bearer " + TOKEN)).bare()).isEqualTo(TOKEN);
        assertThat(lab.masked("x=" + TOKEN)).isEqualTo("x=${CONTRACT_TOKEN_ANN}");
    }

    @Test
    void a_token_tells_of_itself() {
        String claims = "{\"exp\":1800000000,\"scope\":\"read write\"}";
        String jwt = encode("{\"alg\":\"HS256\"}") + "." + encode(claims) + "." + encode("signature");

        Token token = lab.fetch(given("Bearer " + jwt));

        assertThat(token.expires()).contains(Instant.ofEpochSecond(1800000000));
        assertThat(token.scopes()).contains(List.of("read", "write"));
        assertThat(token.toString()).isEqualTo("a credential of " + (jwt.length() + 7) + " characters");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_empty_parameter_is_named() {
        assertThat(lab.error(given("")))
                .startsWith("The token of user 'ann' is empty: <token> holds nothing.\n")
                .contains("env:NAME", "file:PATH");
    }

    @Test
    void a_property_that_was_not_set_is_named() {
        assertThat(lab.error(given("${api.token}")))
                .isEqualTo("<token> still holds ${api.token}: no such property is set.\n"
                        + "Set it with -Dapi.token=..., or in settings.xml.\n"
                        + "If these characters belong to the secret, put it into a file and write file:PATH.");
        assertThat(lab.error(given("${env.API_TOKEN}"))).contains("the environment variable API_TOKEN");
    }

    @Test
    void a_variable_that_is_not_set_is_named() {
        assertThat(lab.error(given("env:CONTRACT_NO_SUCH_VARIABLE")))
                .isEqualTo("The token of user 'ann' is missing: the environment variable CONTRACT_NO_SUCH_VARIABLE is"
                        + " not set.\n"
                        + "A build server hands variables on only to steps that ask for them; a shell only if they"
                        + " are exported.\n"
                        + "Set it before the build: export CONTRACT_NO_SUCH_VARIABLE=...");
        assertThat(AuthLab.error(() -> SecretReading.environment("X", "", "The token", lab.context())))
                .contains("variable X is empty.");
        assertThat(AuthLab.error(() -> SecretReading.environment("X", " \n", "The token", lab.context())))
                .contains("variable X is set, but only to white space.");
        assertThat(SecretReading.environment("X", TOKEN, "The token", lab.context()))
                .isEqualTo(TOKEN);
    }

    @Test
    void a_file_that_gives_no_secret_is_named() throws IOException {
        assertThat(lab.error(given("file:none")))
                .startsWith("The token of user 'ann' is missing: there is no file " + folder.resolve("none") + ".\n");
        assertThat(lab.error(given("file:"))).contains(folder + " is no file.", "Correct the path after file:.");
        assertThat(lab.error(given(write("\n")))).contains("secret is empty (1 bytes).");
        assertThat(lab.error(given(write(new byte[] {(byte) 0xC3, 0x28}))))
                .contains("secret is no UTF-8 text (2 bytes).");
        assertThat(lab.error(given(write(new byte[(1 << 20) + 1])))).contains("has 1048577 bytes.");
    }

    @Test
    void a_file_that_may_not_be_read_is_named() throws IOException {
        String file = write(TOKEN);
        Assumptions.assumeTrue(folder.resolve("secret").toFile().setReadable(false));
        Assumptions.assumeFalse(Files.isReadable(folder.resolve("secret")), "root reads everything");

        assertThat(lab.error(given(file))).contains("cannot be read from the file", "AccessDeniedException");
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN + "\n" + TOKEN, "my " + TOKEN, TOKEN + "\u00e9", TOKEN + "\u0007"})
    void a_token_that_no_header_can_carry_is_told_by_the_place(String token) throws IOException {
        int place = token.startsWith("my") ? 3 : TOKEN.length() + 1;

        assertThat(lab.error(given(write(token))))
                .startsWith("The token of user 'ann' from the file " + folder.resolve("secret") + " holds ")
                .contains(" at its character " + place + " of " + token.length() + ", which no token has.");
    }

    @Test
    void a_token_that_is_only_the_word_bearer_is_none() {
        assertThat(lab.error(given("Bearer "))).contains("or only the word Bearer");
    }

    @Test
    void basic_authentication_is_user_name_and_password_in_base64() {
        Token token =
                lab.fetch(new Grant.Password(literal("ann\u00e9", "<username>"), literal(PASSWORD, "<password>")));

        String pair = new String(Base64.getDecoder().decode(token.value()), StandardCharsets.UTF_8);
        assertThat(pair).isEqualTo("ann\u00e9:" + PASSWORD);
        assertThat(lab.masked(token.value() + " " + PASSWORD))
                .isEqualTo("${CONTRACT_TOKEN_ANN} ${CONTRACT_PASSWORD_ANN}");
    }

    @Test
    void a_user_name_for_basic_authentication_has_no_colon() {
        assertThat(lab.error(new Grant.Password(literal("ann:x", "<username>"), literal(PASSWORD, "<password>"))))
                .startsWith("The user name of user 'ann' holds a colon");
    }

    @Test
    void a_password_is_hidden_even_if_the_user_name_is_missing() {
        lab.error(new Grant.Password(literal("", "<username>"), literal(PASSWORD, "<password>")));

        assertThat(lab.masked(PASSWORD)).isEqualTo("${CONTRACT_PASSWORD_ANN}");
    }

    @Test
    void fixed_headers_are_hidden_but_for_plain_words() {
        Token token = lab.fetch(new Grant.FixedHeaders(List.of(
                new Header("Authorization", "Token " + TOKEN),
                new Header("X-Signed", "9" + TOKEN),
                new Header("X-Role", "admin"),
                new Header("Cookie", "sid=x" + TOKEN + "; lang=de"))));

        assertThat(token.headers()).hasSize(4);
        assertThat(lab.masked("Token " + TOKEN)).isEqualTo("Token ${CONTRACT_TOKEN_ANN}");
        assertThat(lab.masked("9" + TOKEN)).isEqualTo("${CONTRACT_X_SIGNED_ANN}");
        assertThat(lab.masked("x" + TOKEN + " de admin")).isEqualTo("${CONTRACT_COOKIE_SID_ANN} de admin");
    }

    @Test
    void a_fixed_header_that_cannot_be_sent_is_named() {
        assertThat(lab.error(new Grant.FixedHeaders(List.of(new Header("X-Key", TOKEN + "\nx")))))
                .startsWith("The value of the header X-Key of user 'ann' holds a line break at its character 25 of 26");
        assertThat(lab.error(new Grant.FixedHeaders(List.of(new Header("X-Key", "${key}")))))
                .startsWith("The header X-Key of user 'ann' still holds ");
    }
}
