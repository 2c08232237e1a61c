package io.contractcheck.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int count = requests.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            int status = path.equals("/late.json") && count < 3
                    ? 503
                    : path.equals("/secret.json")
                                    && !"Bearer t"
                                            .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                            ? 401
                            : 200;
            if (path.equals("/moved.json")) {
                exchange.getResponseHeaders().add("Location", "/shop.json");
                status = 302;
            }
            if (path.equals("/away.json")) {
                exchange.getResponseHeaders().add("Location", "http://example.invalid/shop.json");
                status = 302;
            }
            byte[] body = "{\"a\": {\"$ref\": \"away.json\"}, \"b\": {\"$ref\": \"/other.json\"}, \"n\": 1}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static Located open(Origin origin) {
        return origin.documents().root(origin.uri());
    }

    @Test
    void a_path_is_relative_to_the_folder_given() throws IOException {
        Files.createDirectories(folder.resolve("api dir"));
        Files.writeString(folder.resolve("api dir/shop ü.yaml"), "a: {$ref: 'models/b%20c.yaml'}");
        Files.createDirectories(folder.resolve("api dir/models"));
        Files.writeString(folder.resolve("api dir/models/b c.yaml"), "x: 1");
        Located root = open(Origin.of("api dir/shop ü.yaml", folder));
        assertThat(root.get("a").resolve().get("x").node().intValue()).isEqualTo(1);
        assertThat(open(Origin.of(root.document().toString())).node()).isEqualTo(root.node());
        assertThat(open(Origin.of(folder.resolve("api dir/shop ü.yaml").toString()))
                        .node())
                .isEqualTo(root.node());
    }

    @Test
    void a_missing_file_names_the_absolute_path_tried() {
        assertThatThrownBy(() -> open(Origin.of("no/shop.yaml", folder)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no file shop.yaml (looked for "
                        + folder.resolve("no/shop.yaml").toAbsolutePath() + ")");
        assertThatThrownBy(() -> open(Origin.of(folder.toString())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("not a file: ");
    }

    @Test
    void the_class_path_is_a_place_with_relative_references() {
        Located root = open(Origin.of("classpath:documents/shop.yaml"));
        assertThat(root.get("paths").get("/books").resolve().describe()).isEqualTo("books.yaml#");
        assertThatThrownBy(() -> open(Origin.of("classpath:/documents/none.yaml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no resource documents/none.yaml on the class path");
    }

    @Test
    void what_is_no_location_is_refused_with_what_would_be_one() {
        assertThatThrownBy(() -> Origin.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> Origin.of("http:///x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a host");
        assertThatThrownBy(() -> Origin.of("http://a b/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no location");
        assertThatThrownBy(() -> Origin.of(URI.create("ftp://host/x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the scheme file, classpath, http or https");
    }

    @Test
    void http_documents_refer_to_their_own_origin_only() {
        Located root = open(Origin.of(url("/moved.json")));
        assertThat(root.get("b").resolve().get("n").node().intValue()).isEqualTo(1);
        assertThatThrownBy(() -> root.get("a").resolve())
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("not its own origin");
        for (String reference : new String[] {"http://example.invalid/x.json", "https://localhost/x.json"}) {
            assertThatThrownBy(() -> root.documents().resolve(root, reference)).isInstanceOf(ReferenceException.class);
        }
        assertThatThrownBy(() -> root.documents().resolve(root, "file:///etc/hosts"))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("may refer only to others there");
    }

    @Test
    void files_refer_to_files_only() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "a: 1");
        Located root = open(Origin.of("shop.yaml", folder));
        for (String reference : new String[] {url("/x.json"), "classpath:/documents/shop.yaml"}) {
            assertThatThrownBy(() -> root.documents().resolve(root, reference))
                    .isInstanceOf(ReferenceException.class)
                    .hasMessageContaining("put a copy beside it");
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_service_that_is_starting_is_waited_for() {
        assertThat(open(Origin.of(url("/late.json")).waiting(Duration.ofSeconds(60)))
                        .get("n")
                        .node()
                        .intValue())
                .isEqualTo(1);
        assertThat(requests).hasValue(3);
    }

    @Test
    void a_refusal_that_will_not_change_is_not_waited_for() {
        assertThatThrownBy(() -> open(Origin.of(url("/secret.json")).waiting(Duration.ofSeconds(60))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("status 401");
        assertThat(requests).hasValue(1);
    }

    @Test
    void giving_up_says_how_long_it_waited_and_what_it_saw() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(
                        () -> open(Origin.of("http://localhost:" + port + "/x").waiting(Duration.ofMillis(500))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("after waiting 0.5 s")
                .hasMessageContaining("connection refused");
    }

    @Test
    void a_guarded_document_is_asked_for_with_headers() {
        Origin origin = Origin.of(url("/secret.json"));
        assertThatThrownBy(() -> origin.documents().root(origin.uri())).hasMessageContaining("401");
        Origin asking = origin.asking(Map.of("Authorization", "Bearer t"));
        assertThat(asking.documents().root(asking.uri()).node().path("n").asInt())
                .isEqualTo(1);
    }

    @Test
    void headers_do_not_follow_a_redirect_to_another_origin() throws IOException {
        AtomicInteger guarded = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            guarded.addAndGet(exchange.getRequestHeaders().containsKey("Authorization") ? 1 : 0);
            byte[] body = "{\"n\": 2}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/elsewhere.json", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://localhost:" + other.getAddress().getPort() + "/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        other.start();
        try {
            Origin origin = Origin.of(url("/elsewhere.json")).asking(Map.of("Authorization", "Bearer t"));
            assertThat(origin.documents().root(origin.uri()).node().path("n").asInt())
                    .isEqualTo(2);
            assertThat(guarded).hasValue(0);
        } finally {
            other.stop(0);
        }
    }
}
