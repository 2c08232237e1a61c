package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A service that answers before it has read the request to its end, as it may (RFC 9112, section 9.3). */
class EarlyAnswerTest {
    private static final String REFUSED =
            "HTTP/1.1 413 Content Too Large\r\nContent-Length: 8\r\nConnection: close\r\n\r\ntoo long";

    /** More than the buffers on both ends hold. */
    private static final byte[] LARGE = new byte[32 << 20];

    private final CountDownLatch over = new CountDownLatch(1);

    private interface Afterwards {
        void act(Socket socket) throws IOException, InterruptedException;
    }

    /** Reads no more than the head, and answers. */
    private ServerSocket serving(Afterwards afterwards) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                for (int last = 0; last != 0x0D0A0D0A; ) {
                    last = last << 8 | in.read();
                }
                socket.getOutputStream().write(REFUSED.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                afterwards.act(socket);
            } catch (IOException | InterruptedException e) {
                // the client went away
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static Response sent(ServerSocket server) throws TransportException {
        try (ApacheTransport transport =
                new ApacheTransport(new TransportSettings(Duration.ofSeconds(20), 1, 1 << 20, "x"))) {
            return transport
                    .send(new Request(
                            "POST", "http://127.0.0.1:" + server.getLocalPort(), "/uploads", List.of(), LARGE))
                    .response();
        }
    }

    @Test
    void the_answer_is_taken_though_the_rest_is_never_read() throws Exception {
        try (ServerSocket server = serving(socket -> over.await())) {
            Response response = sent(server);

            assertThat(response.status()).isEqualTo(413);
            assertThat(response.body()).asString(StandardCharsets.US_ASCII).isEqualTo("too long");
        } finally {
            over.countDown();
        }
    }

    @Test
    void the_answer_is_taken_though_the_rest_is_read() throws Exception {
        try (ServerSocket server =
                serving(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()))) {
            assertThat(sent(server).status()).isEqualTo(413);
        }
    }

    /** What was not read may make the operating system throw the answer away (RFC 9112, section 9.6). */
    @Test
    void a_connection_that_is_reset_gives_the_answer_or_says_what_happened() throws Exception {
        try (ServerSocket server = serving(socket -> socket.setSoLinger(true, 0))) {
            TransportException fault = catchThrowableOfType(
                    TransportException.class,
                    () -> assertThat(sent(server).status()).isEqualTo(413));

            if (fault != null) {
                assertThat(fault.kind()).isEqualTo(TransportException.Kind.CLOSED);
                assertThat(fault).hasMessageContaining("/uploads");
            }
        }
    }
}
