package io.contractcheck.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTest {
    private static String token(String header, String claims, String signature) {
        return encode(header) + "." + encode(claims) + "." + signature;
    }

    private static String token(String claims) {
        return token("{\"alg\":\"RS256\",\"kid\":\"7\"}", claims, encode("a signature"));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_token_says_how_it_is_signed_and_when_it_is_valid() {
        Jwt jwt = Jwt.read(token("{\"nbf\":1700000000,\"exp\":1800000000.5}")).orElseThrow();

        assertThat(jwt.algorithm()).isEqualTo("RS256");
        assertThat(jwt.notBefore()).contains(Instant.ofEpochSecond(1700000000));
        assertThat(jwt.expires()).contains(Instant.ofEpochSecond(1800000000));
        assertThat(jwt.toString()).isEqualTo("a token signed with RS256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"scope\":\"read  write \"}       # read,write",
                "{\"scp\":\"read\"}                 # read",
                "{\"scp\":[\"read\",\"write\"]}     # read,write",
                "{\"scope\":[\"read write\"]}       # read,write",
            })
    void scopes_are_a_text_or_a_list(String claims, String scopes) {
        assertThat(Jwt.read(token(claims)).orElseThrow().scopes()).contains(List.of(scopes.split(",")));
    }

    @Test
    void what_is_not_said_is_not_known() {
        Jwt jwt = Jwt.read(token("{\"exp\":\"soon\",\"nbf\":1e99,\"scope\":7}")).orElseThrow();

        assertThat(jwt.expires()).isEmpty();
        assertThat(jwt.notBefore()).isEmpty();
        assertThat(jwt.scopes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b.c", "..", "e30.e30.", "e30.e30", "W10.W10.AA", "a.b.c.d.e", "-_.-_.-_"})
    void an_opaque_token_is_none(String text) {
        assertThat(Jwt.read(text)).isEmpty();
        assertThat(Jwt.tampered(text)).isEmpty();
        assertThat(Jwt.unsigned(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "AAA", "AAAA", "_____w", "c2lnbmF0dXJl"})
    void a_tampered_token_says_the_same_with_another_signature(String signature) {
        String token = token("{\"alg\":\"HS256\"}", "{\"sub\":\"me\"}", signature);
        String tampered = Jwt.tampered(token).orElseThrow();

        Jwt before = Jwt.read(token).orElseThrow();
        Jwt after = Jwt.read(tampered).orElseThrow();
        assertThat(tampered.substring(0, tampered.lastIndexOf('.')))
                .isEqualTo(token.substring(0, token.lastIndexOf('.')));
        assertThat(after.signature()).isNotEmpty().isNotEqualTo(before.signature());
    }

    @Test
    void an_unsigned_token_says_the_same_and_that_it_needs_no_signature() {
        String token = token("{\"sub\":\"me\"}");
        String unsigned = Jwt.unsigned(token).orElseThrow();

        assertThat(unsigned).endsWith(".");
        assertThat(unsigned.split("\\.")[1]).isEqualTo(token.split("\\.")[1]);
        Jwt jwt = Jwt.read(unsigned).orElseThrow();
        assertThat(jwt.algorithm()).isEqualTo("none");
        assertThat(jwt.header().path("kid").asText()).isEqualTo("7");
        assertThat(jwt.signature()).isEmpty();
    }

    @Test
    void an_invented_token_is_of_nobody_and_the_same_for_the_same_seed() {
        String invented = Jwt.invented(new Random(7));

        Jwt jwt = Jwt.read(invented).orElseThrow();
        assertThat(jwt.claims().path("sub").asText()).isEqualTo("nobody");
        assertThat(jwt.signature()).hasSize(32);
        assertThat(invented).isEqualTo(Jwt.invented(new Random(7))).isNotEqualTo(Jwt.invented(new Random(8)));
        assertThat(jwt.expires()).contains(Instant.parse("2100-01-01T00:00:00Z"));
    }
}
