package io.contractcheck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurlTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final Header ANY = new Header("Accept", "*/*");

    @Test
    void a_plain_get_is_a_plain_line() {
        assertThat(Curl.line(new Request("GET", "http://127.0.0.1:8080", "/books?q=a", List.of(ANY), null)))
                .isEqualTo("curl 'http://127.0.0.1:8080/books?q=a'");
    }

    @Test
    void options_come_first_and_hide_their_secrets() {
        List<String> options =
                List.of("--cacert", "my ca.pem", "--pass", "${CONTRACT_CLIENT_KEY_PASSWORD}", "--insecure");
        assertThat(Curl.line(new Request("GET", "https://h", "/", List.of(ANY), null), options))
                .isEqualTo(
                        "curl --cacert 'my ca.pem' --pass \"$CONTRACT_CLIENT_KEY_PASSWORD\" --insecure 'https://h/'");
    }

    @Test
    void curl_follows_redirects_only_where_it_does_so_as_a_client_should() {
        List<String> options = List.of("--location", "--insecure");
        assertThat(Curl.line(new Request("GET", "https://h", "/", List.of(ANY), null), options))
                .isEqualTo("curl --location --insecure 'https://h/'");
        assertThat(Curl.line(new Request("DELETE", "https://h", "/", List.of(ANY), null), options))
                .isEqualTo("curl -X DELETE --insecure 'https://h/'");
    }

    @Test
    void a_post_shows_its_header_and_body() {
        assertThat(Curl.line(new Request(
                        "POST",
                        "http://127.0.0.1:8080",
                        "/books",
                        List.of(new Header("Content-Type", "application/json"), ANY),
                        "{\"title\":\"it's\"}".getBytes(UTF_8))))
                .isEqualTo("curl -X POST 'http://127.0.0.1:8080/books' -H 'Content-Type: application/json'"
                        + " --data-raw '{\"title\":\"it'\\''s\"}'");
    }

    @Test
    void masked_secrets_become_shell_variables() {
        assertThat(Curl.line(new Request(
                        "GET",
                        "http://h",
                        "/a?key=${CONTRACT_KEY}&b=1",
                        List.of(ANY, new Header("Authorization", "Bearer ${CONTRACT_TOKEN}")),
                        null)))
                .isEqualTo("curl 'http://h/a?key='\"$CONTRACT_KEY\"'&b=1'"
                        + " -H 'Authorization: Bearer '\"$CONTRACT_TOKEN\"");
    }

    @Test
    void the_shell_fills_in_variables_everywhere() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            run(
                    Curl.line(new Request(
                            "POST",
                            server.origin(),
                            "/a?k=${CONTRACT_K}",
                            List.of(ANY, new Header("X", "a ${CONTRACT_K} b")),
                            "\0 ${CONTRACT_K} \\ 100%".getBytes(UTF_8))),
                    "bash");

            assertThat(server.last())
                    .startsWith("POST /a?k=s3cret HTTP/1.1\r\n")
                    .contains("\r\nX: a s3cret b\r\n")
                    .endsWith("\r\n\r\n\0 s3cret \\ 100%");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../b",
                "/..",
                "/%2e%2E/x",
                "//a//b",
                "/%2f%e2%82",
                "/?q=[1-3]{a,b}",
                "/?q=$HOME`id`!x'\"\\",
                "/a;b,c&d=(e)*~",
                "/?a=%00%0a",
                "/%zz?",
                "/a?b?c=/../"
            })
    void the_target_arrives_as_it_is(String target) throws Exception {
        roundTrip(new Request("GET", "", target, List.of(ANY), null));
    }

    @Test
    void headers_arrive_as_they_are() throws Exception {
        roundTrip(new Request(
                "GET",
                "",
                "/",
                List.of(
                        new Header("X-Empty", ""),
                        new Header("X-Quote", "it's \"$HOME\" `id` \\ !! @x ;"),
                        new Header("X-Tab", "a\tb"),
                        new Header("X-Control", "a\u0001b\u202ec"),
                        new Header("X-Unicode", "ünï ☃ 😀"),
                        new Header("X-Dollar", "${not_a_variable} $1 ${A-b}"),
                        new Header("Accept", "application/json"),
                        new Header("Cookie", "a=b; c=d"),
                        new Header("X-Twice", "1"),
                        new Header("X-Twice", "2")),
                null));
    }

    @Test
    void a_request_without_accept_arrives_without_it() throws Exception {
        roundTrip(new Request("GET", "", "/", List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "@file", "-x", "a\nb\r\n", "it's 100% \\n \"$HOME\" !x", "\0", "ünï ☃ 😀", "-\n%s%d"
            })
    void text_bodies_arrive_as_they_are(String body) throws Exception {
        roundTrip(new Request(
                "POST", "", "/", List.of(ANY, new Header("Content-Type", "text/plain")), body.getBytes(UTF_8)));
        roundTrip(new Request("POST", "", "/", List.of(ANY), body.getBytes(UTF_8)));
    }

    @Test
    void every_byte_arrives() throws Exception {
        byte[] all = new byte[512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        roundTrip(new Request("PUT", "", "/", List.of(ANY), all));
    }

    @Test
    void a_body_longer_than_an_argument_may_be_arrives() throws Exception {
        byte[] body = new byte[200_000];
        new Random(1).nextBytes(body);
        roundTrip(new Request("PUT", "", "/", List.of(ANY), body));
        roundTrip(
                new Request("PUT", "", "/", List.of(ANY), "long ".repeat(40_000).getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"})
    void every_method_arrives_with_and_without_a_body(String method) throws Exception {
        roundTrip(new Request(method, "", "/", List.of(ANY), null));
        roundTrip(new Request(method, "", "/", List.of(ANY), "x".getBytes(UTF_8)));
    }

    @Test
    void the_line_is_one_line_whatever_the_request_holds() {
        String line = Curl.line(new Request(
                "POST", "http://h", "/", List.of(new Header("X", "a\u2028b\u0085")), "a\nb".getBytes(UTF_8)));
        assertThat(line.lines()).hasSize(1);
        assertThat(line.chars().allMatch(c -> c >= ' ' && c <= '~')).isTrue();
    }

    private static void roundTrip(Request relative) throws Exception {
        for (String shell : List.of("bash", "sh")) {
            try (RawServer server = RawServer.answering(OK);
                    ApacheTransport transport = new ApacheTransport(TransportSettings.defaults())) {
                Request request = new Request(
                        relative.method(), server.origin(), relative.target(), relative.headers(), relative.body());
                String line = Curl.line(request);
                transport.send(request);
                Message sent = Message.of(server.lastBytes());
                run(line, shell);
                assertThat(server.requests()).as(line).isEqualTo(2);
                assertThat(Message.of(server.lastBytes())).as(line).isEqualTo(sent);
            }
        }
    }

    private static void run(String line, String shell) throws IOException, InterruptedException {
        Assumptions.assumeTrue(installed(), "curl is not installed");
        ProcessBuilder builder = new ProcessBuilder(shell, "-s").redirectErrorStream(true);
        builder.environment().put("CONTRACT_K", "s3cret");
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process process = builder.start();
        // given to the shell as input, as a user pastes it
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What must be the same, however it was sent: request line, header lines by name, body. */
    private record Message(String line, TreeMap<String, List<String>> headers, String body) {
        static Message of(byte[] bytes) {
            String text = new String(bytes, ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            String[] lines = text.substring(0, end).split("\r\n");
            TreeMap<String, List<String>> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                String name = lines[i].substring(0, lines[i].indexOf(':')).toLowerCase(Locale.ROOT);
                if (!name.equals("user-agent")) {
                    headers.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(lines[i].substring(name.length() + 1).strip());
                }
            }
            return new Message(lines[0], headers, text.substring(end + 4));
        }
    }
}
