package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    static Path folder;

    private static Keys server;
    private static Keys client;
    private static Keys other;

    private HttpsServer https;

    @BeforeAll
    static void make() throws Exception {
        server = Keys.make(folder, "server");
        client = Keys.make(folder, "client");
        other = Keys.make(folder, "other", "-ext", "SAN=dns:elsewhere.example", "-validity", "30");
    }

    @AfterEach
    void stop() {
        if (https != null) {
            https.stop(0);
        }
    }

    private String serve(SSLContext context, boolean wantsClient) throws Exception {
        https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(wantsClient);
                parameters.setSSLParameters(ssl);
            }
        });
        https.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        https.start();
        return "https://127.0.0.1:" + https.getAddress().getPort();
    }

    private static int ask(String origin, Tls tls) throws TransportException {
        TransportSettings settings =
                new TransportSettings(Duration.ofSeconds(20), 2, 1000, "test", tls, Optional.empty());
        try (ApacheTransport transport = new ApacheTransport(settings)) {
            Request request = new Request("GET", origin, "/", List.of(), null);
            transport.send(request);
            return transport.send(request).response().status();
        }
    }

    private static Tls trusting(Path caBundle) {
        return new Tls(Optional.of(caBundle), Optional.empty(), true);
    }

    private static Tls showing(Path certificate, Path key, String password) throws Exception {
        return new Tls(
                Optional.of(server.certificate()),
                Optional.of(
                        new ClientCertificate(certificate, Optional.ofNullable(key), Optional.ofNullable(password))),
                true);
    }

    @Test
    void a_server_that_nobody_vouches_for_is_not_called_and_what_helps_is_said() throws Exception {
        String origin = serve(server.server(), false);
        assertThatThrownBy(() -> ask(origin, Tls.DEFAULT))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.BARRED))
                .hasMessageContaining("not trusted")
                .hasMessageContaining("<caBundle>")
                .hasMessageContaining("<tlsVerify>false</tlsVerify>");
        assertThat(ask(origin, new Tls(Optional.empty(), Optional.empty(), false)))
                .isEqualTo(200);
    }

    @Test
    void a_bundle_is_trusted_beside_the_jdk() throws Exception {
        String origin = serve(server.server(), false);
        Path bundle = Files.writeString(
                folder.resolve("bundle.pem"),
                "# ours\n" + Files.readString(client.certificate()) + "\n" + Files.readString(server.certificate()));
        assertThat(ask(origin, trusting(bundle))).isEqualTo(200);
        Path der = Files.write(
                folder.resolve("server.der"),
                server.store().getCertificate("server").getEncoded());
        assertThat(ask(origin, trusting(der))).isEqualTo(200);
    }

    @Test
    void a_certificate_for_another_host_is_named() throws Exception {
        String origin = serve(other.server(), false);
        assertThatThrownBy(() -> ask(origin, trusting(other.certificate())))
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("tlsVerify");
        assertThat(ask(origin, new Tls(Optional.empty(), Optional.empty(), false)))
                .isEqualTo(200);
    }

    @Test
    void a_certificate_that_has_ended_is_told_as_such() throws Exception {
        Keys old = Keys.make(folder, "old", "-ext", "SAN=ip:127.0.0.1", "-startdate", "-20d", "-validity", "10");
        String origin = serve(old.server(), false);
        // one that is trusted by itself is not asked for its dates, so there has to be a chain; without one it is just
        // not trusted
        assertThatThrownBy(() -> ask(origin, Tls.DEFAULT)).hasMessageContaining("certificate is no");
    }

    @Test
    void a_bundle_that_is_not_there_or_has_no_certificate_is_an_error_that_names_it() throws Exception {
        assertThatThrownBy(() -> ask("https://127.0.0.1:1", trusting(folder.resolve("nowhere.pem"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("caBundle: there is no file " + folder.resolve("nowhere.pem"));
        Path empty = Files.writeString(folder.resolve("empty.pem"), "hello");
        assertThatThrownBy(() -> ask("https://127.0.0.1:1", trusting(empty)))
                .hasMessageStartingWith("caBundle: " + empty + " holds no certificate");
        Path cut = Files.writeString(folder.resolve("cut.pem"), Keys.pem("CERTIFICATE", new byte[] {0x30, 5, 1, 2}));
        assertThatThrownBy(() -> ask("https://127.0.0.1:1", trusting(cut))).hasMessageContaining("cannot be read");
    }

    @Test
    void a_client_shows_its_certificate_whatever_file_it_is_in() throws Exception {
        String origin = serve(server.server(client), true);
        assertThat(ask(origin, showing(client.certificate(), client.key(), null)))
                .isEqualTo(200);
        assertThat(ask(origin, showing(client.certificate(), client.pkcs1(), null)))
                .isEqualTo(200);
        assertThat(ask(origin, showing(client.certificate(), encrypted("hunter2-2"), "hunter2-2")))
                .isEqualTo(200);
        assertThat(ask(origin, showing(client.p12(), null, Keys.PASSWORD))).isEqualTo(200);
        Path both = Files.writeString(
                folder.resolve("both.pem"), Files.readString(client.key()) + Files.readString(client.certificate()));
        assertThat(ask(origin, showing(both, null, null))).isEqualTo(200);
    }

    @Test
    void a_server_that_wants_a_certificate_says_so_in_words() throws Exception {
        String origin = serve(server.server(client), true);
        assertThatThrownBy(() -> ask(origin, trusting(server.certificate())))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("clientCertificate");
    }

    @Test
    void what_is_wrong_with_a_client_s_certificate_is_said_before_anything_is_sent() throws Exception {
        String nobody = "https://127.0.0.1:1";
        assertThatThrownBy(() -> ask(nobody, showing(folder.resolve("no.pem"), null, null)))
                .hasMessageStartingWith("clientCertificate: there is no file");
        assertThatThrownBy(() -> ask(nobody, showing(client.certificate(), folder.resolve("no.pem"), null)))
                .hasMessageStartingWith("clientKey: there is no file");
        assertThatThrownBy(() -> ask(nobody, showing(client.certificate(), null, null)))
                .hasMessageContaining("<clientKey>");
        assertThatThrownBy(() -> ask(nobody, showing(client.certificate(), server.key(), null)))
                .hasMessageStartingWith("clientKey: " + server.key() + " holds a key that does not belong");
        assertThatThrownBy(() -> ask(nobody, showing(client.p12(), null, "wrong-password")))
                .hasMessageContaining("wrong password")
                .hasMessageContaining("clientKeyPassword")
                .hasMessageNotContaining("wrong-password");
        assertThatThrownBy(() -> ask(nobody, showing(client.p12(), null, null)))
                .hasMessageContaining("it has a password");
        Path encrypted = encrypted("hunter2-3");
        assertThatThrownBy(() -> ask(nobody, showing(client.certificate(), encrypted, null)))
                .hasMessageContaining("encrypted key")
                .hasMessageContaining("clientKeyPassword");
        assertThatThrownBy(() -> ask(nobody, showing(client.certificate(), encrypted, "wrong")))
                .hasMessageContaining("is clientKeyPassword its password?");
        Path sec1 = Files.writeString(folder.resolve("sec1.pem"), Keys.pem("EC PRIVATE KEY", new byte[] {1}));
        assertThatThrownBy(() -> ask(nobody, showing(client.certificate(), sec1, null)))
                .hasMessageContaining("openssl pkcs8");
        Path text = Files.writeString(folder.resolve("text.pem"), "hello");
        assertThatThrownBy(() -> ask(nobody, showing(text, null, null))).hasMessageContaining("neither PEM nor");
    }

    @Test
    void http_where_tls_is_expected_is_told_as_such() throws Exception {
        try (ServerSocket eager = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = eager.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the client went away
                }
            });
            thread.setDaemon(true);
            thread.start();
            assertThatThrownBy(() -> ask("https://127.0.0.1:" + eager.getLocalPort(), Tls.DEFAULT))
                    .hasMessageContaining("perhaps http:// is meant");
        }
    }

    private static Path encrypted(String password) throws Exception {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())));
        // by hand, as the JDK knows PBES2 (RFC 8018, section 6.2) only when it reads
        byte[] pbes2 = HexFormat.of().parseHex("06092a864886f70d01050d");
        byte[] how = der(0x30, pbes2, cipher.getParameters().getEncoded());
        byte[] info = der(0x30, how, der(0x04, cipher.doFinal(client.secret().getEncoded())));
        return Files.writeString(
                folder.resolve("encrypted-" + password + ".pem"), Keys.pem("ENCRYPTED PRIVATE KEY", info));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() < 128) {
            out.write(content.size());
        } else {
            out.write(0x82);
            out.write(content.size() >> 8);
            out.write(content.size());
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
