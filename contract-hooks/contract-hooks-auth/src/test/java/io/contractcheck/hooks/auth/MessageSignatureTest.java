package io.contractcheck.hooks.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSignatureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1618884473), ZoneOffset.UTC);

    /** The test request of RFC 9421, appendix B.2; the transport adds Host and Content-Length. */
    private static final Request REQUEST = new Request(
            "POST",
            "http://example.com",
            "/foo?param=Value&Pet=dog",
            List.of(
                    new Header("Date", "Tue, 20 Apr 2021 02:07:55 GMT"),
                    new Header("Content-Type", "application/json")),
            "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8));

    private static Request sign(String... settings) {
        return new MessageSignature(CLOCK).request(REQUEST, TestContext.OPERATION, TestContext.of(settings));
    }

    @Test
    void appendix_b_2_5_of_rfc_9421_with_a_shared_secret() {
        Request signed = sign(
                "MessageSignature.secret",
                "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==",
                "MessageSignature.secretEncoding",
                "base64",
                "MessageSignature.keyId",
                "test-shared-secret",
                "MessageSignature.label",
                "sig-b25",
                "MessageSignature.components",
                "\"date\" \"@authority\" \"content-type\"");
        assertThat(signed.header("Signature-Input"))
                .contains("sig-b25=(\"date\" \"@authority\" \"content-type\");created=1618884473"
                        + ";keyid=\"test-shared-secret\"");
        assertThat(signed.header("Signature")).contains("sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:");
    }

    @Test
    void appendix_b_2_6_of_rfc_9421_with_a_private_key() {
        Request signed = sign(
                "MessageSignature.secret",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n"
                        + "-----END PRIVATE KEY-----\n",
                "MessageSignature.algorithm",
                "ed25519",
                "MessageSignature.keyId",
                "test-key-ed25519",
                "MessageSignature.label",
                "sig-b26",
                "MessageSignature.components",
                "date, @method, @path, @authority, Content-Type, Content-Length");
        assertThat(signed.header("Signature-Input"))
                .contains("sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                        + ";created=1618884473;keyid=\"test-key-ed25519\"");
        assertThat(signed.header("Signature"))
                .contains("sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5W"
                        + "PpBKRCw==:");
    }

    @Test
    void the_digest_is_that_of_rfc_9530() {
        assertThat(sign("MessageSignature.secret", "abc").header("Content-Digest"))
                .contains("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
        assertThat(sign("MessageSignature.secret", "abc", "MessageSignature.digest", "sha-512")
                        .header("Content-Digest"))
                .contains(
                        "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew"
                                + "==:");
    }

    @ParameterizedTest
    @CsvSource({"ecdsa-p256-sha256, EC", "rsa-v1_5-sha256, RSA", "rsa-pss-sha512, RSA"})
    void who_has_the_public_key_can_verify(String algorithm, String kind) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
            generator.initialize(2048);
        }
        KeyPair keys = generator.generateKeyPair();
        Request signed = sign(
                "MessageSignature.secret",
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----",
                "MessageSignature.algorithm",
                algorithm,
                "MessageSignature.components",
                "@method",
                "MessageSignature.parameters",
                "alg");
        Signature verifier;
        switch (algorithm) {
            case "ecdsa-p256-sha256" -> verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            case "rsa-v1_5-sha256" -> verifier = Signature.getInstance("SHA256withRSA");
            default -> {
                verifier = Signature.getInstance("RSASSA-PSS");
                verifier.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
            }
        }
        verifier.initVerify(keys.getPublic());
        verifier.update(("\"@method\": POST\n\"@signature-params\": (\"@method\");alg=\"" + algorithm + "\"")
                .getBytes(StandardCharsets.US_ASCII));
        String value = signed.header("Signature").orElseThrow();
        assertThat(verifier.verify(Base64.getDecoder().decode(value.substring("sig1=:".length(), value.length() - 1))))
                .isTrue();
    }

    @Test
    void derived_components_and_fields_have_the_values_of_section_2() {
        Request request = new Request(
                "GET",
                "http://Shop.test:80",
                "/a%20b",
                List.of(new Header("X-A", " 1 "), new Header("x-a", "2"), new Header("X-Empty", "")),
                null);
        SignatureBase base = SignatureBase.of(
                request,
                List.of(
                        "@method",
                        "@target-uri",
                        "@authority",
                        "@scheme",
                        "@request-target",
                        "@path",
                        "@query",
                        "x-a",
                        "x-empty",
                        "x-none",
                        "content-length",
                        "host"),
                Map.of("created", "1"));
        assertThat(base.text()).isEqualTo("""
                "@method": GET
                "@target-uri": http://Shop.test:80/a%20b
                "@authority": shop.test
                "@scheme": http
                "@request-target": /a%20b
                "@path": /a%20b
                "@query": ?
                "x-a": 1, 2
                "x-empty":\s
                "@signature-params": ("@method" "@target-uri" "@authority" "@scheme" "@request-target" "@path" "@query" \
                "x-a" "x-empty");created=1""");
    }

    @Test
    void parameters_stand_in_the_order_in_which_they_are_asked_for() {
        assertThat(sign(
                                "MessageSignature.secret",
                                "abc",
                                "MessageSignature.parameters",
                                "alg tag expires created keyid",
                                "MessageSignature.tag",
                                "a\"b\\c",
                                "MessageSignature.lifetime",
                                "60",
                                "MessageSignature.components",
                                "@method")
                        .header("Signature-Input"))
                .contains("sig1=(\"@method\");alg=\"hmac-sha256\";tag=\"a\\\"b\\\\c\";expires=1618884533"
                        + ";created=1618884473");
        String nonces = sign("MessageSignature.secret", "abc", "MessageSignature.parameters", "nonce")
                        .header("Signature-Input")
                        .orElseThrow()
                + sign("MessageSignature.secret", "abc", "MessageSignature.parameters", "nonce")
                        .header("Signature-Input")
                        .orElseThrow();
        assertThat(nonces).matches("(.*;nonce=\"[A-Za-z0-9_-]{22}\"){2}");
    }

    @Test
    void a_date_is_put_on_where_it_is_covered_and_missing() {
        Request bare = new Request("GET", "http://example.com", "/", List.of(), null);
        Request signed = new MessageSignature(CLOCK)
                .request(
                        bare,
                        TestContext.OPERATION,
                        TestContext.of(
                                "MessageSignature.secret",
                                "abc",
                                "MessageSignature.components",
                                "date content-digest"));
        assertThat(signed.header("Date")).contains("Tue, 20 Apr 2021 02:07:53 GMT");
        assertThat(signed.header("Content-Digest")).isEmpty();
        assertThat(signed.header("Signature-Input").orElseThrow()).startsWith("sig1=(\"date\");");
    }

    @Test
    void without_a_secret_nothing_can_be_signed() {
        assertThatThrownBy(() -> sign("MessageSignature.algorithm", "ed25519"))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("MessageSignature.secret is missing.");
    }

    @Test
    void what_is_wrong_is_an_error_that_says_what_is_right_and_tells_no_secret() {
        assertThatThrownBy(() -> sign("MessageSignature.secret", "s3cret", "MessageSignature.algorithm", "ed25519"))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("the key of 6 characters is none for ed25519")
                .hasMessageContaining("BEGIN PRIVATE KEY")
                .hasMessageNotContaining("s3cret");
        wrong("MessageSignature.algorithm", "hs256", "Allowed: hmac-sha256, ed25519");
        wrong("MessageSignature.components", "@status", "'@status' is not known");
        wrong("MessageSignature.components", "a:b", "'a:b' is no component");
        wrong("MessageSignature.parameters", "exp", "Allowed: created, expires");
        wrong("MessageSignature.digest", "md5", "Allowed: sha-256, sha-512");
        wrong("MessageSignature.label", "Sig", "'Sig' is no label");
        wrong("MessageSignature.keyId", "ké", "only characters of ASCII");
        assertThatThrownBy(() -> sign(
                        "MessageSignature.secret", "abc",
                        "MessageSignature.parameters", "expires",
                        "MessageSignature.lifetime", "5m"))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("no whole number of seconds");
    }

    private static void wrong(String property, String value, String message) {
        assertThatThrownBy(() -> sign("MessageSignature.secret", "abc", property, value))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith(property)
                .hasMessageContaining(message);
    }
}
