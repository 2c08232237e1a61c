package io.contractcheck.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @ValueSource(
            strings = {"abcd", "p@ss/w+rd=\"x\\y\"", "zwölf Boxkämpfer", "a b\tc\nd", "$1\\E(.*)", "TOKEN", "😀😀😀😀"})
    void a_secret_is_found_in_every_form(String secret) {
        secrets.add("CONTRACT_TOKEN", secret);
        String json = Json.write(Json.NODES.textNode(secret));
        List<String> forms = List.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                URLEncoder.encode(secret, UTF_8).replace("+", "%20"),
                Pattern.compile("%..")
                        .matcher(URLEncoder.encode(secret, UTF_8))
                        .replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT)),
                json.substring(1, json.length() - 1),
                Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)));
        for (String form : forms) {
            assertThat(secrets.mask("a " + form + " b")).isEqualTo("a ${CONTRACT_TOKEN} b");
            assertThat(new String(masked(("\0" + form + "!").getBytes(UTF_8)), UTF_8))
                    .isEqualTo("\0${CONTRACT_TOKEN}!");
        }
    }

    @Test
    void a_long_secret_is_found_inside_longer_base64() {
        secrets.add("CONTRACT_PASSWORD", "correct horse battery");
        for (String user : List.of("a", "ab", "abc", "abcd")) {
            String pair = Base64.getEncoder().encodeToString((user + ":correct horse battery;x").getBytes(UTF_8));
            String masked = secrets.mask(pair);
            assertThat(masked).contains("${CONTRACT_PASSWORD}");
            String shown =
                    new String(Base64.getDecoder().decode(masked.substring(0, masked.indexOf('$') / 4 * 4)), UTF_8);
            assertThat(shown).doesNotContain("corr");
        }
    }

    @Test
    void masking_twice_is_masking_once_even_if_a_secret_is_part_of_a_placeholder() {
        secrets.add("CONTRACT_TOKEN", "TOKEN");
        secrets.add("CONTRACT_KEY", "CONTRACT");
        String once = secrets.mask("TOKEN CONTRACT ${CONTRACT_TOKEN}");
        assertThat(once).isEqualTo("${CONTRACT_TOKEN} ${CONTRACT_KEY} ${CONTRACT_TOKEN}");
        assertThat(secrets.mask(once)).isEqualTo(once);
    }

    @Test
    void very_long_secrets_are_found() {
        String token = "eyJ-_.aZ09".repeat(1000);
        String odd = "a/+=%".repeat(40);
        secrets.add("T", token);
        secrets.add("O", odd);
        assertThat(secrets.mask("x" + token + odd + "y".repeat(100_000))).startsWith("x${T}${O}yy");
    }

    @Test
    void the_longer_of_two_secrets_wins() {
        secrets.add("A", "secret");
        secrets.add("B", "secret-and-more");
        assertThat(secrets.mask("secret-and-more secret")).isEqualTo("${B} ${A}");
    }

    @Test
    void a_request_is_masked_in_target_headers_and_body() {
        secrets.add("K", "s3cret/value");
        Request masked = secrets.mask(new Request(
                "POST",
                "http://h",
                "/s3cret%2fvalue?a=s3cret%2Fvalue",
                List.of(new Header("X", "s3cret/value"), new Header("Y", "1")),
                "{\"a\":\"s3cret\\/value\"}".getBytes(UTF_8)));
        assertThat(masked)
                .isEqualTo(new Request(
                        "POST",
                        "http://h",
                        "/${K}?a=${K}",
                        List.of(new Header("X", "${K}"), new Header("Y", "1")),
                        "{\"a\":\"${K}\"}".getBytes(UTF_8)));
    }

    @Test
    void short_secrets_are_found_only_where_credentials_stand() {
        secrets.add("K", "ab");
        Request masked = secrets.mask(new Request(
                "GET",
                "http://h",
                "/ab/cab?a=ab&b=abc",
                List.of(
                        new Header("X-Api-Key", "ab"),
                        new Header("Authorization", "Bearer ab"),
                        new Header("Cookie", "x=ab; y=abc"),
                        new Header("Y", "cab")),
                "ab".getBytes(UTF_8)));
        assertThat(masked.target()).isEqualTo("/ab/cab?a=${K}&b=abc");
        assertThat(masked.headers())
                .extracting(Header::value)
                .containsExactly("${K}", "Bearer ${K}", "x=${K}; y=abc", "cab");
        assertThat(masked.body()).asString(UTF_8).isEqualTo("ab");
    }

    @Test
    void an_authorization_header_keeps_its_scheme() {
        Header bearer = new Header("Authorization", "Bearer eyJabc.def");
        secrets.addHeader(bearer);
        assertThat(secrets.mask(request(bearer)).headers())
                .containsExactly(new Header("Authorization", "Bearer ${CONTRACT_TOKEN}"));
    }

    @Test
    void basic_credentials_hide_the_password_too() {
        Header basic = new Header(
                "authorization", "basic " + Base64.getEncoder().encodeToString("joe:open sesame".getBytes(UTF_8)));
        secrets.addHeader(basic);
        assertThat(secrets.mask(request(basic)).headers())
                .containsExactly(new Header("authorization", "basic ${CONTRACT_TOKEN}"));
        assertThat(secrets.mask("joe's open sesame is wrong")).isEqualTo("joe's ${CONTRACT_PASSWORD} is wrong");
    }

    @Test
    void each_cookie_has_its_variable_and_words_are_no_secrets() {
        Header cookie = new Header("Cookie", "SID=abcdefgh; lang=true; auth-token=qwer; theme=dark");
        secrets.addHeader(cookie);
        assertThat(secrets.mask(request(cookie)).headers())
                .containsExactly(new Header(
                        "Cookie",
                        "SID=${CONTRACT_COOKIE_SID}; lang=true; auth-token=${CONTRACT_COOKIE_AUTH_TOKEN}; theme=dark"));
    }

    @Test
    void headers_named_like_secrets_are_secret_and_others_are_not() {
        secrets.addHeader(new Header("X-Api-Key", "0123456789"));
        secrets.addHeader(new Header("X-Tenant", "north"));
        assertThat(secrets.mask("0123456789 north")).isEqualTo("${CONTRACT_X_API_KEY} north");
    }

    @Test
    void credentials_that_a_response_hands_out_are_hidden() {
        Exchange masked =
                secrets.mask(exchange(List.of(new Header("Set-Cookie", "a=b"), new Header("X", "y")), "body"));
        assertThat(masked.response().headers())
                .containsExactly(new Header("Set-Cookie", Secrets.HIDDEN), new Header("X", "y"));
        assertThat(masked.response().body()).asString(UTF_8).isEqualTo("body");
    }

    @Test
    void a_secret_under_a_content_coding_is_hidden() throws IOException {
        secrets.add("K", "s3cret-value");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("you sent s3cret-value".getBytes(UTF_8));
        }
        Exchange exchange = new Exchange(
                request(new Header("A", "b")),
                new Response(200, "", List.of(new Header("Content-Encoding", "gzip")), zipped.toByteArray(), false),
                Duration.ZERO);
        assertThat(secrets.mask(exchange).response().body()).asString(UTF_8).isEqualTo(Secrets.HIDDEN);
    }

    @Test
    void bytes_that_are_no_text_survive() {
        secrets.add("K", "s3cret-value");
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        assertThat(masked(all)).isEqualTo(all);
    }

    @Test
    void a_name_that_is_no_shell_variable_becomes_one() {
        secrets.add("my-token", "12345");
        secrets.add("2nd", "67890");
        assertThat(secrets.mask("12345 67890")).isEqualTo("${MY_TOKEN} ${_2ND}");
    }

    private byte[] masked(byte[] body) {
        byte[] masked = secrets.mask(new Request("POST", "http://h", "/", List.of(), body))
                .body();
        return masked == null ? new byte[0] : masked;
    }

    @Test
    void the_beginning_of_a_secret_that_an_ellipsis_cut_off_is_found_too() {
        secrets.add("CONTRACT_TOKEN", "abcdefghijklmnop");
        assertThat(secrets.mask("sent abcdefghijklmno…, and abcdefgh…"))
                .isEqualTo("sent ${CONTRACT_TOKEN}…, and ${CONTRACT_TOKEN}…");
        assertThat(secrets.mask("${CONTRACT_TOKEN}…")).isEqualTo("${CONTRACT_TOKEN}…");
        for (String harmless : List.of("abc…", "…", "abcdefgh", "xabcdefgh …")) {
            assertThat(secrets.mask(harmless)).isEqualTo(harmless);
        }
    }

    private static Request request(Header header) {
        return new Request("GET", "http://h", "/", List.of(header), null);
    }

    private static Exchange exchange(List<Header> headers, String body) {
        return new Exchange(
                request(new Header("A", "b")),
                new Response(200, "OK", headers, body.getBytes(UTF_8), false),
                Duration.ZERO);
    }
}
