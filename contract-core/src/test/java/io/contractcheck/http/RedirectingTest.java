package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectingTest {
    private static final String HERE = "http://127.0.0.1:8080";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<Request> sent = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final PaceListener listener = new PaceListener() {
        @Override
        public void throttled(Duration pause, boolean stands) {}

        @Override
        public void warned(String message) {
            told.add(message);
        }
    };

    private Exchange send(Request request, int most, String... locations) throws TransportException {
        return new Redirecting(
                        (asked, time) -> {
                            sent.add(asked);
                            times.add(time);
                            String next = sent.size() <= locations.length ? locations[sent.size() - 1] : "";
                            int space = next.indexOf(' ');
                            Response response = next.isEmpty()
                                    ? new Response(200, "", List.of(), new byte[0], false)
                                    : new Response(
                                            Integer.parseInt(next.substring(0, space)),
                                            "",
                                            List.of(new Header("Location", next.substring(space + 1))),
                                            new byte[0],
                                            false);
                            return new Exchange(asked, response, Duration.ofSeconds(2));
                        },
                        new Pace(Optional.empty(), Duration.ZERO, 0, most),
                        listener)
                .send(request, LIMIT);
    }

    private static Request request(String method) {
        return new Request(
                method,
                HERE,
                "/a/b?c=d",
                List.of(
                        new Header("Authorization", "Bearer t"),
                        new Header("Cookie", "s=1"),
                        new Header("X-Tenant", "acme"),
                        new Header("Host", "shop"),
                        new Header("Accept", "*/*"),
                        new Header("Content-Type", "text/plain")),
                new byte[] {'x'});
    }

    @Test
    void by_default_a_redirect_is_the_answer() throws Exception {
        assertThat(send(request("GET"), 0, "302 /x").response().status()).isEqualTo(302);
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, POST, GET",
        "303, PUT, GET",
        "303, DELETE, GET",
        "307, POST, POST",
        "308, POST, POST",
        "308, DELETE, DELETE",
        "301, GET, GET",
        "302, HEAD, HEAD",
        "303, GET, GET",
        "303, HEAD, HEAD"
    })
    void the_method_is_kept_or_becomes_get(int status, String method, String becomes) throws Exception {
        Request request = request(method);
        Exchange exchange = send(request, 10, status + " ../c");

        Request onward = sent.get(1);
        assertThat(onward.method()).isEqualTo(becomes);
        assertThat(onward.url()).isEqualTo(HERE + "/c");
        boolean kept = method.equals(becomes);
        assertThat(onward.body() != null).isEqualTo(kept);
        assertThat(onward.header("Content-Type").isPresent()).isEqualTo(kept);
        assertThat(onward.header("Authorization")).contains("Bearer t");
        assertThat(onward.header("Host")).contains("shop");
        assertThat(exchange.request()).isEqualTo(request);
        assertThat(exchange.response().status()).isEqualTo(200);
        assertThat(exchange.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8081/x", "https://127.0.0.1:8080/x", "//elsewhere.example/x"})
    void nothing_but_what_is_harmless_goes_to_another_origin(String location) throws Exception {
        send(request("POST"), 10, "307 " + location);
        assertThat(sent.get(1).headers())
                .containsExactly(new Header("Accept", "*/*"), new Header("Content-Type", "text/plain"));
        assertThat(sent.get(1).body()).isNotNull();
    }

    @Test
    void the_default_port_is_no_other_origin() throws Exception {
        Request request = new Request("GET", "http://shop.test", "/", List.of(new Header("Authorization", "t")), null);
        send(request, 10, "302 http://SHOP.test:80/x");
        assertThat(sent.get(1).header("Authorization")).contains("t");
    }

    @Test
    void a_loop_ends_with_its_last_redirect_and_a_warning_for_the_run() throws Exception {
        Exchange exchange = send(request("GET"), 3, "302 /a", "302 /b", "302 /a", "307 /b", "302 /a");
        assertThat(exchange.response().status()).isEqualTo(307);
        assertThat(sent).hasSize(4);
        assertThat(told).hasSize(1);
        assertThat(told.get(0))
                .contains("GET /a/b was led on and on: 3 redirects")
                .contains("maxRedirects");
    }

    @Test
    void all_of_them_share_the_time() {
        assertThatThrownBy(() -> send(request("GET"), 10, "302 /a", "302 /a", "302 /a", "302 /a", "302 /a"))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.TIMEOUT));
        assertThat(times).extracting(Duration::toSeconds).containsExactly(10L, 8L, 6L, 4L, 2L);
    }

    @ParameterizedTest
    @CsvSource({"302 ftp://a/b", "302 /a b", "304 /x", "300 /x", "200 /x", "302 http:///x", "302 mailto:a@b"})
    void what_leads_nowhere_is_the_answer(String answer) throws Exception {
        assertThat(send(request("GET"), 10, answer).response().status())
                .isEqualTo(Integer.parseInt(answer.substring(0, 3)));
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_fragment_is_not_sent_and_a_query_is() throws Exception {
        send(request("GET"), 10, "302 ?e=f%20g#h");
        assertThat(sent.get(1).target()).isEqualTo("/a/b?e=f%20g");
    }

    @Test
    void a_login_is_not_led_on_by_the_run_s_own_wish() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 302 Found\r\nLocation: /home\r\nSet-Cookie: s=1\r\nContent-Length: 0\r\n\r\n")) {
            TransportSettings settings = new TransportSettings(LIMIT, 1, 1000, "test");
            Pace pace = new Pace(Optional.empty(), Duration.ZERO, 0, 4);
            Request login = new Request("POST", server.origin(), "/login", List.of(), null);
            try (ServiceTransport transport =
                    new ServiceTransport(settings, pace, LIMIT, new ManualWatch(), listener)) {
                assertThat(transport.straight().send(login).response().header("Set-Cookie"))
                        .contains("s=1");
                assertThat(server.requests()).isEqualTo(1);
                transport.send(login);
                assertThat(server.requests()).isEqualTo(6);
            }
        }
    }
}
