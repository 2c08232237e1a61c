package io.contractcheck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApacheTransportTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    private final ApacheTransport transport =
            new ApacheTransport(new TransportSettings(Duration.ofSeconds(20), 2, 1000, "ContractCheck/test"));

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void the_request_goes_out_byte_for_byte() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            transport.send(new Request(
                    "POST",
                    server.origin(),
                    "/a?b=c",
                    List.of(
                            new Header("x-Zebra", "1"),
                            new Header("Accept", "*/*"),
                            new Header("X-alpha", ""),
                            new Header("x-Zebra", "ünï"),
                            new Header("Content-Type", "text/plain")),
                    "bödy\0".getBytes(UTF_8)));

            assertThat(new String(server.lastBytes(), UTF_8))
                    .isEqualTo(
                            "POST /a?b=c HTTP/1.1\r\nHost: " + server.origin().substring(7)
                                    + "\r\nx-Zebra: 1\r\nAccept: */*\r\nX-alpha: \r\nx-Zebra: ünï\r\nContent-Type: text/plain\r\n"
                                    + "User-Agent: ContractCheck/test\r\nContent-Length: 6\r\n\r\nbödy\0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//a/b",
                "/a/../b",
                "/a/./b/..",
                "/%2e%2E/%2f%00?",
                "/?q=[]{}|\\^`\"<>",
                "/a?//../x=@:;,!$&'()*+",
                "/%zz",
                "/a#b",
                "/user@host:80/x",
                "/http://other/x"
            })
    void the_target_is_not_touched(String target) throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            transport.send(new Request("GET", server.origin(), target, List.of(), null));

            assertThat(server.last()).startsWith("GET " + target + " HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "TRACE", "OPTIONS", "QUERY"})
    void any_method_may_carry_a_body(String method) throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            Exchange exchange = transport.send(new Request(method, server.origin(), "/", List.of(), new byte[] {'x'}));

            assertThat(server.last()).startsWith(method + " / ").endsWith("Content-Length: 1\r\n\r\nx");
            assertThat(exchange.response().body()).asString(UTF_8).isEqualTo("hi");
        }
    }

    @Test
    void only_methods_that_expect_a_body_say_that_there_is_none() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            transport.send(new Request("POST", server.origin(), "/", List.of(), null));
            assertThat(server.last()).contains("Content-Length: 0\r\n");
            transport.send(new Request("DELETE", server.origin(), "/", List.of(), null));
            assertThat(server.last()).doesNotContain("Content-Length");
        }
    }

    @Test
    void given_host_and_user_agent_win() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            transport.send(new Request(
                    "GET",
                    server.origin(),
                    "/",
                    List.of(new Header("user-agent", "me"), new Header("host", "shop.example")),
                    null));

            assertThat(server.last()).isEqualTo("GET / HTTP/1.1\r\nuser-agent: me\r\nhost: shop.example\r\n\r\n");
        }
    }

    @Test
    void the_answer_is_kept_as_it_came() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 302 Look There\r\nLocation: /elsewhere\r\nSet-Cookie: a=b\r\n"
                        + "set-cookie: c=d\r\nContent-Encoding: gzip\r\nX-Empty:\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3\r\nabc\r\n0\r\n\r\n")) {
            Request request = new Request("GET", server.origin(), "/", List.of(), null);
            Exchange exchange = transport.send(request);

            assertThat(exchange.request()).isEqualTo(request);
            assertThat(exchange.response())
                    .isEqualTo(new Response(
                            302,
                            "Look There",
                            List.of(
                                    new Header("Location", "/elsewhere"),
                                    new Header("Set-Cookie", "a=b"),
                                    new Header("set-cookie", "c=d"),
                                    new Header("Content-Encoding", "gzip"),
                                    new Header("X-Empty", ""),
                                    new Header("Transfer-Encoding", "chunked")),
                            "abc".getBytes(UTF_8),
                            false));
            transport.send(request);
            assertThat(server.last()).doesNotContainIgnoringCase("cookie");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void the_answer_to_head_and_204_has_no_body() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 \r\nContent-Length: 2\r\n\r\n")) {
            assertThat(send(server).response().body()).isEmpty();
        }
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")) {
            Response response = transport
                    .send(new Request("HEAD", server.origin(), "/", List.of(), null))
                    .response();
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void interim_answers_are_passed_over() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK)) {
            assertThat(send(server).response().status()).isEqualTo(200);
        }
    }

    @Test
    void header_bytes_that_are_no_utf_8_do_not_break_the_answer() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 \u00fc\r\nX: \u00fc\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(send(server).response().header("X")).hasValue("\ufffd");
        }
    }

    @Test
    void a_long_body_is_cut_and_its_connection_closed() throws Exception {
        byte[] long2000 = ("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(2000)).getBytes(ISO_8859_1);
        try (RawServer server = new RawServer((out, socket) -> out.write(long2000))) {
            Response response = send(server).response();

            assertThat(response.truncated()).isTrue();
            assertThat(response.body()).hasSize(1000);
            send(server);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_body_of_just_the_limit_is_whole() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000))) {
            assertThat(send(server).response().truncated()).isFalse();
        }
    }

    @Test
    void an_endless_body_ends_at_the_limit() throws Exception {
        try (RawServer server = new RawServer((out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(new byte[500]);
            }
        })) {
            assertThat(send(server).response().truncated()).isTrue();
        }
    }

    @Test
    void a_refused_connection_and_an_unknown_host_are_connect_faults() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        TransportException refused = fault("http://127.0.0.1:" + free);
        assertThat(refused.kind()).isEqualTo(TransportException.Kind.CONNECT);
        assertThat(refused).hasMessageContaining("127.0.0.1:" + free).hasMessageContaining("refused");
        TransportException unknown = fault("http://no-such-host.invalid:1");
        assertThat(unknown.kind()).isEqualTo(TransportException.Kind.CONNECT);
        assertThat(unknown).hasMessageContaining("unknown");
    }

    @Test
    void an_early_end_is_a_closed_connection() throws Exception {
        assertThat(kind("")).isEqualTo(TransportException.Kind.CLOSED);
        assertThat(kind("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi")).isEqualTo(TransportException.Kind.CLOSED);
        assertThat(kind("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhi"))
                .isEqualTo(TransportException.Kind.CLOSED);
    }

    @Test
    void garbage_is_a_protocol_fault() throws Exception {
        assertThat(kind("SSH-2.0-OpenSSH_9.2\r\nmore\r\n")).isEqualTo(TransportException.Kind.PROTOCOL);
        assertThat(kind("\u0015\u0003\u0003\r\n\r\n")).isEqualTo(TransportException.Kind.PROTOCOL);
        assertThat(kind("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .isEqualTo(TransportException.Kind.PROTOCOL);
        assertThat(kind("HTTP/1.1 abc\r\n\r\n")).isEqualTo(TransportException.Kind.PROTOCOL);
        assertThat(kind("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")).isEqualTo(TransportException.Kind.PROTOCOL);
        assertThat(kind("HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nhi"))
                .isEqualTo(TransportException.Kind.PROTOCOL);
    }

    @Test
    void a_silent_service_and_a_dripping_one_are_timeouts() throws Exception {
        TransportSettings hasty = new TransportSettings(Duration.ofMillis(300), 1, 1 << 20, "x");
        CountDownLatch never = new CountDownLatch(1);
        try (ApacheTransport impatient = new ApacheTransport(hasty);
                RawServer silent = new RawServer((out, socket) -> await(never));
                RawServer dripping = new RawServer((out, socket) -> drip(out, "HTTP/1.1 200 OK\r\n\r\n", never));
                RawServer drippingHeader = new RawServer((out, socket) -> drip(out, "HTTP/1.1 200 OK\r\nX: ", never))) {
            for (RawServer server : List.of(silent, dripping, drippingHeader)) {
                TransportException fault = catchThrowableOfType(
                        TransportException.class,
                        () -> impatient.send(new Request("GET", server.origin(), "/slow", List.of(), null)));
                assertThat(fault.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
                assertThat(fault).hasMessage("GET " + server.origin() + "/slow: no whole answer came within 300 ms");
            }
        } finally {
            never.countDown();
        }
    }

    @Test
    void what_cannot_be_sent_is_refused_and_not_changed() {
        assertThatThrownBy(() -> transport.send(
                        new Request("GET", "http://x", "/", List.of(new Header("A", "b\r\nC: d")), null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header A");
        assertThatThrownBy(() -> transport.send(new Request("GET", "http://x", "/a b", List.of(), null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/a b");
        assertThatThrownBy(() -> transport.send(new Request("G T", "http://x", "/", List.of(), null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Exchange send(RawServer server) throws TransportException {
        return transport.send(new Request("GET", server.origin(), "/", List.of(), null));
    }

    private TransportException fault(String origin) {
        return catchThrowableOfType(
                TransportException.class, () -> transport.send(new Request("GET", origin, "/", List.of(), null)));
    }

    private TransportException.Kind kind(String answer) throws IOException {
        try (RawServer server = new RawServer((out, socket) -> {
            out.write(answer.getBytes(ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
        })) {
            return fault(server.origin()).kind();
        }
    }

    private static void drip(java.io.OutputStream out, String start, CountDownLatch stop) throws IOException {
        out.write(start.getBytes(UTF_8));
        do {
            out.write('x');
            out.flush();
        } while (!awaited(stop));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
