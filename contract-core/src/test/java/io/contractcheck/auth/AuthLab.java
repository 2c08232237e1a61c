package io.contractcheck.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.contractcheck.http.ApacheTransport;
import io.contractcheck.http.Header;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.TransportSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Gets credentials from a server in this process, and holds every error to the law: no secret in it. */
final class AuthLab implements AutoCloseable {
    /** A token that stands nowhere else. */
    static final String TOKEN = "Zq7-GeheimesToken_9vK.x2";

    /** A password that stands nowhere else, and needs escaping everywhere. */
    static final String PASSWORD = "Zq7\"Geheim&nis+9 %/vK";

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final HttpServer server;
    private final ApacheTransport transport = new ApacheTransport(TransportSettings.defaults());
    private final Secrets secrets = new Secrets();
    private int status = 200;
    private List<Header> headers = List.of();
    private byte[] body = {};

    /** The last request. */
    String method = "";

    String target = "";
    List<Header> sent = new ArrayList<>();
    String payload = "";

    AuthLab() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            method = exchange.getRequestMethod();
            target = exchange.getRequestURI().toString();
            sent = new ArrayList<>();
            exchange.getRequestHeaders().forEach((name, values) -> values.forEach(v -> sent.add(new Header(name, v))));
            payload = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            headers.forEach(h -> exchange.getResponseHeaders().add(h.name(), h.value()));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    AuthLab answers(int answered, String type, String text, Header... more) {
        status = answered;
        headers = new ArrayList<>(List.of(more));
        if (!type.isEmpty()) {
            headers.add(new Header("Content-Type", type));
        }
        body = text.getBytes(UTF_8);
        return this;
    }

    AuthLab answersJson(int answered, String json) {
        return answers(answered, "application/json", json);
    }

    Context context() {
        return context(Optional.empty());
    }

    Context context(Optional<String> schemeTokenUrl) {
        return new Context(
                "ann", "_ANN", transport, origin() + "/api", schemeTokenUrl, secrets, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    Token fetch(Grant grant) {
        return TokenSources.of(grant, context()).fetch();
    }

    /** The message of the error that getting this credential ends with. */
    String error(Grant grant) {
        return error(() -> TokenSources.of(grant, context()).fetch());
    }

    /** The message of the error that some work ends with, in which there is no secret. */
    static String error(Runnable work) {
        AuthException e = catchThrowableOfType(AuthException.class, work::run);
        assertThat(e).as("an AuthException").isNotNull();
        holdsNoSecret(String.valueOf(e.getMessage()));
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            holdsNoSecret(cause.toString());
        }
        return String.valueOf(e.getMessage());
    }

    static void holdsNoSecret(String text) {
        for (String secret : List.of(TOKEN, PASSWORD)) {
            assertThat(text)
                    .doesNotContain(secret)
                    .doesNotContain(secret.substring(0, 12))
                    .doesNotContain(URLEncoder.encode(secret, UTF_8))
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)));
        }
    }

    /** The text as it is kept. */
    String masked(String text) {
        return secrets.mask(text);
    }

    @Override
    public void close() {
        server.stop(0);
        transport.close();
    }
}
