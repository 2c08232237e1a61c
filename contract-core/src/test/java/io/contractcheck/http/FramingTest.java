package io.contractcheck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FramingTest {
    private static final String OK = "HTTP/1.1 400 Bad\r\nContent-Length: 2\r\n\r\nno";
    private static final Header ANY = new Header("Accept", "*/*");

    @TempDir
    private Path folder;

    private final ApacheTransport transport =
            new ApacheTransport(new TransportSettings(Duration.ofSeconds(30), 2, 1000, "ContractCheck/test"));

    @AfterEach
    void close() {
        transport.close();
    }

    /** Takes one connection, reads all that comes until the sender ends its side or the request is long over, and answers. */
    private static final class Once implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> all = new CompletableFuture<>();

        /** @param pause how long nothing more comes before it answers, in milliseconds; 0 for never */
        Once(String answer, int pause) throws IOException {
            Thread thread = new Thread(() -> serve(answer, pause), "once");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(String answer, int pause) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                try {
                    for (int b = in.read(); b >= 0; b = in.read()) {
                        bytes.write(b);
                        socket.setSoTimeout(pause);
                    }
                    bytes.write('|');
                } catch (java.net.SocketTimeoutException e) {
                    // it has said all it has to say
                }
                socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                all.complete(bytes.toByteArray());
            } catch (IOException e) {
                all.completeExceptionally(e);
            }
        }

        String origin() {
            return "http://127.0.0.1:" + server.getLocalPort();
        }

        String got() throws Exception {
            return new String(all.get(60, TimeUnit.SECONDS), ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private static Request request(String origin, Framing framing) {
        boolean body = framing.endsEarly() || framing == Framing.BROKEN_CHUNK_SIZE;
        return new Request(
                        body ? "POST" : "GET",
                        origin,
                        "/a?b=1",
                        body ? List.of(ANY, new Header("Content-Type", "text/plain")) : List.of(ANY),
                        body ? "hello!".getBytes(UTF_8) : null)
                .with(framing);
    }

    private String sent(Framing framing) throws Exception {
        try (Once once = new Once(OK, framing.endsEarly() ? 0 : 700)) {
            Exchange exchange = transport.send(request(once.origin(), framing));
            assertThat(exchange.response().status()).isEqualTo(400);
            assertThat(exchange.response().body()).asString(UTF_8).isEqualTo("no");
            return once.got().replace(once.origin().substring(7), "HOST");
        }
    }

    private static String get(String... lines) {
        return "GET /a?b=1 HTTP/1.1\r\nHost: HOST\r\nAccept: */*\r\nConnection: close\r\n" + String.join("", lines)
                + "\r\n";
    }

    private static String post(String length, String body) {
        return "POST /a?b=1 HTTP/1.1\r\nHost: HOST\r\nAccept: */*\r\nContent-Type: text/plain\r\nConnection: close\r\n"
                + length + "\r\n\r\n" + body;
    }

    @Test
    void a_body_is_cut_and_the_sender_ends_its_side() throws Exception {
        assertThat(sent(Framing.SHORT_BODY)).isEqualTo(post("Content-Length: 6", "hel|"));
        assertThat(sent(Framing.CUT_CHUNKS)).isEqualTo(post("Transfer-Encoding: chunked", "6\r\nhel|"));
    }

    @Test
    void chunks_and_lengths_are_wrong() throws Exception {
        assertThat(sent(Framing.BROKEN_CHUNK_SIZE)).isEqualTo(post("Transfer-Encoding: chunked", "zz\r\n\r\n"));
        assertThat(sent(Framing.LENGTH_AND_CHUNKS))
                .isEqualTo(get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n");
        assertThat(sent(Framing.TWO_LENGTHS)).isEqualTo(get("Content-Length: 0\r\nContent-Length: 2\r\n") + "\r\n");
    }

    @Test
    void lines_are_wrong() throws Exception {
        assertThat(sent(Framing.NO_HOST)).doesNotContainIgnoringCase("host");
        assertThat(sent(Framing.TWO_HOSTS)).contains("\r\nHost: HOST\r\nHost: HOST\r\n");
        assertThat(sent(Framing.SPACE_IN_NAME)).isEqualTo(get("X-Contract check: 1\r\n"));
        assertThat(sent(Framing.NO_COLON)).isEqualTo(get("X-ContractCheck\r\n"));
        assertThat(sent(Framing.BARE_CR)).isEqualTo(get("X-ContractCheck: a\rb\r\n"));
        assertThat(sent(Framing.NUL)).isEqualTo(get("X-ContractCheck: a\0b\r\n"));
        assertThat(sent(Framing.UNKNOWN_VERSION)).startsWith("GET /a?b=1 HTTP/9.9\r\n");
        assertThat(sent(Framing.METHOD)).startsWith("GET@ /a?b=1 HTTP/1.1\r\n");
    }

    @Test
    void headers_and_targets_are_long() throws Exception {
        assertThat(sent(Framing.LONG_HEADER)).isEqualTo(get("X-ContractCheck: " + "0".repeat(65_536) + "\r\n"));
        assertThat(sent(Framing.LONG_TARGET)).startsWith("GET /a?b=1&x-contractcheck=" + "0".repeat(65_536) + " HTTP");
    }

    /** Whoever believes either length finds nothing behind it that could begin somebody else's request. */
    @Test
    void nothing_is_left_over_for_another_request() {
        Request post = new Request("POST", "http://h", "/", List.of(), "{\"a\":1}".getBytes(UTF_8));
        String both = new String(FramedBytes.of(post, Framing.LENGTH_AND_CHUNKS), UTF_8);
        assertThat(both).contains("Content-Length: 17\r\n").endsWith("\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n");
        String two = new String(FramedBytes.of(post, Framing.TWO_LENGTHS), UTF_8);
        assertThat(two).contains("Content-Length: 7\r\nContent-Length: 9\r\n").endsWith("\r\n\r\n{\"a\":1}\r\n");
    }

    @Test
    void a_connection_closed_without_an_answer_is_told_as_such() throws Exception {
        try (Once once = new Once("", 100)) {
            TransportException fault = catchThrowableOfType(
                    TransportException.class, () -> transport.send(request(once.origin(), Framing.NO_HOST)));
            assertThat(fault.kind()).isEqualTo(TransportException.Kind.CLOSED);
        }
    }

    @Test
    void a_service_that_waits_for_more_learns_that_there_is_no_more_and_has_half_of_the_time_left() throws Exception {
        try (ApacheTransport hasty = new ApacheTransport(new TransportSettings(Duration.ofSeconds(4), 1, 1000, "x"));
                Once waiting = new Once(OK, 0)) {
            Exchange exchange = hasty.send(request(waiting.origin(), Framing.TWO_LENGTHS));
            assertThat(exchange.response().status()).isEqualTo(400);
            assertThat(waiting.got()).endsWith("|");
        }
    }

    @Test
    void a_service_that_never_answers_is_late() throws Exception {
        try (ApacheTransport hasty = new ApacheTransport(new TransportSettings(Duration.ofMillis(300), 1, 1000, "x"));
                ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            TransportException fault = catchThrowableOfType(
                    TransportException.class,
                    () -> hasty.send(request("http://127.0.0.1:" + silent.getLocalPort(), Framing.SHORT_BODY)));
            assertThat(fault.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
        }
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void the_line_sends_the_same_bytes(Framing framing) throws Exception {
        // nc as most systems have it, made of what bash can do; it cannot end one side alone
        Path nc =
                Files.writeString(folder.resolve("nc"), "#!/bin/bash\nexec 3<>\"/dev/tcp/$1/$2\"\ncat >&3\ncat <&3\n");
        assertThat(nc.toFile().setExecutable(true)).isTrue();
        try (Once sent = new Once(OK, 800);
                Once piped = new Once(OK, 800)) {
            Request request = request(sent.origin(), framing).withHeader("X-Key", "${CONTRACT_KEY}");
            transport.send(request.withHeader("X-Key", "s3cret"));
            Request masked = request(piped.origin(), framing).withHeader("X-Key", "${CONTRACT_KEY}");
            String line = Curl.line(masked);
            assertThat(line).doesNotContain("s3cret").hasSizeLessThan(600);
            ProcessBuilder shell = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true);
            Map<String, String> environment = shell.environment();
            environment.put("CONTRACT_KEY", "s3cret");
            environment.put("PATH", folder + ":" + new TreeMap<>(System.getenv()).get("PATH"));
            assertThat(shell.start().waitFor(30, TimeUnit.SECONDS)).isTrue();
            String expected =
                    sent.got().replace(sent.origin(), "").replace(sent.origin().substring(7), "HOST");
            if (framing == Framing.PERCENT) {
                assertThat(line).startsWith("curl ");
                return;
            }
            assertThat(piped.got().replace(piped.origin().substring(7), "HOST") + (framing.endsEarly() ? "|" : ""))
                    .isEqualTo(expected);
        }
    }

    @Test
    void over_tls_the_line_is_one_for_openssl() {
        assertThat(Curl.line(new Request("GET", "https://h.example", "/", List.of(ANY), null).with(Framing.NO_HOST)))
                .isEqualTo("printf 'GET / HTTP/1.1\\r\\nAccept: */*\\r\\nConnection: close\\r\\n\\r\\n'"
                        + " | openssl s_client -quiet -connect h.example:443");
    }
}
