package io.contractcheck.hooks.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HmacSignatureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("1994-11-06T08:49:37.5Z"), ZoneOffset.UTC);
    private static final Request REQUEST = new Request(
            "POST",
            "http://shop.test:8080",
            "/a%20b?y=2&x=1",
            List.of(new Header("Accept", " text/plain "), new Header("accept", "text/html")),
            "hé".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private static Request sign(TestContext context) {
        return new HmacSignature(CLOCK).request(REQUEST, TestContext.OPERATION, context);
    }

    /** What a header template becomes. */
    private static String filled(String template, String... settings) {
        TestContext context = TestContext.of(settings);
        context.settings().put("HmacSignature.secret", "Jefe");
        context.settings().put("HmacSignature.headers", "X-Out: " + template);
        return sign(context).header("X-Out").orElseThrow();
    }

    @Test
    void the_hash_is_that_of_rfc_4231() {
        String text = "what do ya want for nothing?";
        assertThat(filled("{signature:hex}", "HmacSignature.text", text))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(filled("{signature:hex}", "HmacSignature.text", text, "HmacSignature.algorithm", "HmacSHA512"))
                .startsWith("164b7a7bfcf819e2e395fbe73b56e0a3");
        assertThat(filled("{signature}", "HmacSignature.text", text))
                .isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
        assertThat(filled("{signature:base64url}", "HmacSignature.text", text)).doesNotContain("=");
        byte[] secret = new byte[20];
        Arrays.fill(secret, (byte) 0x0b);
        assertThat(filled("{signature:hex}", "HmacSignature.text", "Hi There"))
                .isNotEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(sign(TestContext.of(
                                "HmacSignature.secret", "0b".repeat(20),
                                "HmacSignature.secretEncoding", "hex",
                                "HmacSignature.text", "Hi There",
                                "HmacSignature.headers", "X-Out: {signature:hex}"))
                        .header("X-Out"))
                .contains("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(sign(TestContext.of(
                                "HmacSignature.secret", Base64.getEncoder().encodeToString(secret),
                                "HmacSignature.secretEncoding", "base64",
                                "HmacSignature.text", "Hi There",
                                "HmacSignature.headers", "X-Out: {signature:hex}"))
                        .header("X-Out"))
                .contains("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void places_are_filled_as_the_request_is_sent() {
        assertThat(filled("{method} {path} {query} {query:sorted} {target} {url} {authority}"))
                .isEqualTo("POST /a%20b y=2&x=1 x=1&y=2 /a%20b?y=2&x=1 http://shop.test:8080/a%20b?y=2&x=1"
                        + " shop.test:8080");
        assertThat(filled("{header:ACCEPT}|{header:None}|{body}|{keyId}", "HmacSignature.keyId", "k 1"))
                .isEqualTo("text/plain, text/html||hé|k 1");
        assertThat(filled("{digest} {digest:base64}"))
                .isEqualTo(
                        "7dfbe0eab96510b11c9a2671d83019cd52953211294db5f917ffa0b7cc84f534 ffvg6rllELEcmiZx2DAZzVKVMhEpTbX5F/+gt8yE9TQ=");
    }

    @Test
    void dates_have_the_form_that_is_asked_for() {
        assertThat(filled("{date}")).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(filled("{date}", "HmacSignature.date", "iso")).isEqualTo("1994-11-06T08:49:37Z");
        assertThat(filled("{date}", "HmacSignature.date", "seconds")).isEqualTo("784111777");
        assertThat(filled("{date}", "HmacSignature.date", "millis")).isEqualTo("784111777500");
    }

    @Test
    void lines_are_joined_without_the_white_space_of_the_pom() {
        String inPom = filled("{signature}", "HmacSignature.text", "\n      {method}\n      {path}\n    ");
        assertThat(inPom).isEqualTo(filled("{signature}", "HmacSignature.text", "{method}\\n{path}"));
        assertThat(inPom).isNotEqualTo(filled("{signature}", "HmacSignature.text", "{method}{path}"));
    }

    @Test
    void headers_replace_those_of_their_name_in_their_order() {
        Request signed = sign(TestContext.of(
                "HmacSignature.secret", "abc", "HmacSignature.headers", "\n  Accept: a:b\n  X-B: {method}\n"));
        assertThat(signed.headers()).containsExactly(new Header("Accept", "a:b"), new Header("X-B", "POST"));
        assertThat(sign(TestContext.of("HmacSignature.secret", "abc")).headers())
                .extracting(Header::name)
                .containsExactly("Accept", "accept", "X-Date", "X-Signature");
    }

    @Test
    void the_secret_comes_from_anywhere_and_becomes_secret() throws IOException {
        TestContext property = TestContext.of("HmacSignature.secret", " s3cret ");
        String signature = sign(property).header("X-Signature").orElseThrow();
        assertThat(property.secrets()).containsEntry("CONTRACT_SIGNING_SECRET", "s3cret");

        TestContext environment = TestContext.of("HmacSignature.secret", "env:SHOP_SECRET");
        environment.environment().put("SHOP_SECRET", "s3cret\n");
        assertThat(sign(environment).header("X-Signature")).contains(signature);
        assertThat(environment.secrets()).containsEntry("SHOP_SECRET", "s3cret");

        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
        TestContext inFile = TestContext.of("HmacSignature.secret", "file:" + file);
        assertThat(sign(inFile).header("X-Signature")).contains(signature);
        assertThat(inFile.secrets()).containsEntry("CONTRACT_SIGNING_SECRET", "s3cret");
    }

    @Test
    void without_a_secret_nothing_can_be_signed() {
        assertThatThrownBy(() -> sign(TestContext.of("HmacSignature.keyId", "k")))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("HmacSignature.secret is missing.");
    }

    @Test
    void a_secret_that_is_not_there_is_an_error_that_tells_none() {
        TestContext empty = TestContext.of("HmacSignature.secret", "env:SHOP_SECRET");
        assertThatThrownBy(() -> sign(empty))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("HmacSignature.secret: there is no environment variable SHOP_SECRET");
        empty.environment().put("SHOP_SECRET", " ");
        assertThatThrownBy(() -> sign(empty))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("the environment variable SHOP_SECRET is empty");
        assertThatThrownBy(() -> sign(TestContext.of("HmacSignature.secret", "file:not/there")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("cannot read the file not/there (NoSuchFileException)");
        for (String encoding : new String[] {"hex", "base64"}) {
            assertThatThrownBy(() -> sign(TestContext.of(
                            "HmacSignature.secret", "s3cret!", "HmacSignature.secretEncoding", encoding)))
                    .isInstanceOf(HookException.class)
                    .hasNoCause()
                    .hasMessage("HmacSignature.secretEncoding: the secret is not " + encoding
                            + ", but has 7 characters of another kind.");
        }
    }

    @Test
    void what_cannot_be_filled_is_an_error() {
        assertThatThrownBy(() -> filled("{keyId}"))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("HmacSignature.headers: there is nothing for {keyId}. There are: {method}");
        assertThatThrownBy(() -> filled("x", "HmacSignature.text", "{signature}"))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("HmacSignature.text: there is nothing for {signature}");
        assertThatThrownBy(() -> filled("x", "HmacSignature.algorithm", "MD6"))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("no 'MD6'");
        assertThatThrownBy(() -> filled("x", "HmacSignature.date", "unix"))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("Allowed: http, iso, seconds, millis");
        assertThatThrownBy(() -> filled("x", "HmacSignature.secretEncoding", "utf8"))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("Allowed: text, base64, hex");
        assertThatThrownBy(() ->
                        sign(TestContext.of("HmacSignature.secret", "abc", "HmacSignature.headers", "X-Signature")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("'X-Signature' is no header");
    }
}
