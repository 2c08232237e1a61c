package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    @TempDir
    Path folder;

    private static Proxy at(RawServer server, String credentials, String... bypass) {
        return Proxy.parse("http://" + credentials + server.origin().substring(7), List.of(bypass));
    }

    private static Exchange ask(Proxy proxy, Tls tls, String origin) throws TransportException {
        TransportSettings settings =
                new TransportSettings(Duration.ofSeconds(20), 2, 1000, "test", tls, Optional.of(proxy));
        try (ApacheTransport transport = new ApacheTransport(settings)) {
            Request request = new Request("GET", origin, "//a/../b?c=%zz", List.of(), null);
            transport.send(request);
            return transport.send(request);
        }
    }

    @Test
    void a_proxy_is_asked_with_the_whole_url_and_its_password() throws Exception {
        try (RawServer proxy = RawServer.answering(OK)) {
            Exchange exchange = ask(at(proxy, "me:p%40ss@"), Tls.DEFAULT, "http://service.example:81");

            assertThat(exchange.request().headers()).isEmpty();
            assertThat(proxy.last())
                    .startsWith("GET http://service.example:81//a/../b?c=%zz HTTP/1.1\r\nHost: service.example:81\r\n")
                    .contains("\r\nProxy-Authorization: Basic bWU6cEBzcw==\r\n");
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void this_machine_is_called_straight_unless_said_otherwise() throws Exception {
        try (RawServer proxy = RawServer.answering(OK);
                RawServer service = RawServer.answering(OK)) {
            ask(at(proxy, ""), Tls.DEFAULT, service.origin());
            assertThat(proxy.requests()).isZero();
            assertThat(service.requests()).isEqualTo(2);

            ask(at(proxy, "", Proxy.WITH_LOOPBACK), Tls.DEFAULT, service.origin());
            assertThat(proxy.last()).startsWith("GET " + service.origin() + "//a");
            assertThat(service.requests()).isEqualTo(2);
        }
    }

    @Test
    void tls_goes_through_a_tunnel_that_is_used_again() throws Exception {
        Keys keys = Keys.make(folder, "server");
        try (SSLServerSocket service = (SSLServerSocket) keys.server()
                        .getServerSocketFactory()
                        .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
                RawServer proxy = new RawServer((out, socket) -> relay(out, socket, service.getLocalPort()))) {
            thread(() -> serve(service));
            Tls tls = new Tls(Optional.of(keys.certificate()), Optional.empty(), true);
            String origin = "https://127.0.0.1:" + service.getLocalPort();

            Exchange exchange = ask(at(proxy, "me:secret@", Proxy.WITH_LOOPBACK), tls, origin);

            assertThat(exchange.response().body())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("hi");
            assertThat(proxy.requests()).isEqualTo(1);
            assertThat(proxy.last())
                    .startsWith("CONNECT 127.0.0.1:" + service.getLocalPort() + " HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic ")
                    .doesNotContain("/a/../b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://service.example", "https://service.example"})
    void a_proxy_that_wants_a_password_is_no_service_that_answers_407(String origin) throws Exception {
        try (RawServer proxy =
                RawServer.answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")) {
            assertThatThrownBy(() -> ask(at(proxy, ""), Tls.DEFAULT, origin))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.BARRED))
                    .hasMessageContaining("http://user:password@127.0.0.1");
            assertThatThrownBy(() -> ask(at(proxy, "me:hunter2@"), Tls.DEFAULT, origin))
                    .hasMessageContaining("does not take the user and the password")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void a_proxy_that_does_not_lead_there_is_named() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 503 No Way\r\nContent-Length: 0\r\n\r\n")) {
            assertThatThrownBy(() -> ask(at(proxy, ""), Tls.DEFAULT, "https://service.example"))
                    .hasMessageContaining("the proxy http://127.0.0.1")
                    .hasMessageContaining("answered 503");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, true",
        "shop.intra, false",
        "SHOP.Intra, false",
        "x.shop.intra, false",
        "workshop.intra, true",
        "deep.corp.example, false",
        "10.1.2.3, false",
        "127.0.0.1, false",
        "127.9.9.9, false",
        "localhost, false",
        "api.localhost, false",
        "[::1], false",
        "::1, false"
    })
    void some_hosts_need_no_proxy(String host, boolean handled) {
        Proxy proxy = Proxy.parse("proxy:3128", List.of("shop.intra", "*.corp.example", "10.1.2.3"));
        assertThat(proxy.handles(host)).isEqualTo(handled);
    }

    @Test
    void a_star_is_every_host() {
        assertThat(Proxy.parse("proxy:3128", List.of("*")).handles("example.com"))
                .isFalse();
    }

    @Test
    void a_password_is_decoded_and_not_shown() {
        Proxy proxy = Proxy.parse("http://a%3Ab:c%2Bd+e@proxy.example:8080", List.of());
        assertThat(proxy.credentials()).contains("a:b:c+d+e");
        assertThat(proxy).hasToString("http://proxy.example:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:hunter2@proxy:1",
                "socks://proxy:1",
                "http://",
                "http://me:hunter2@proxy:x y",
                "http://p:1/x"
            })
    void what_is_no_proxy_is_refused_without_its_password(String text) {
        assertThatThrownBy(() -> Proxy.parse(text, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("proxy: ")
                .hasMessageNotContaining("hunter2");
    }

    private static void relay(OutputStream out, Socket client, int port) throws IOException {
        try (Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
            out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            thread(() -> pump(service, client));
            pump(client, service);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of them went away
        }
    }

    private static void serve(SSLServerSocket service) {
        try (SSLSocket socket = (SSLSocket) service.accept()) {
            InputStream in = socket.getInputStream();
            int ends = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
                if (ends == 2) {
                    socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "proxy-test");
        thread.setDaemon(true);
        thread.start();
    }
}
