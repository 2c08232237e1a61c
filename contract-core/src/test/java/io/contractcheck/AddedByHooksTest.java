package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.FormatHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.MediaTypeHook;
import io.contractcheck.http.Codec;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.schema.format.Format;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats and media types that hooks add reach everything that a run does. */
class AddedByHooksTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books/{isbn}:
                post:
                  parameters: [{name: isbn, in: path, required: true, schema: {type: string, format: isbn}}]
                  requestBody:
                    required: true
                    content: &book
                      application/x-pairs:
                        schema:
                          type: object
                          required: [isbn]
                          additionalProperties: false
                          properties: {isbn: {type: string, format: isbn}, pages: {type: string, enum: ['1', '200']}}
                  responses: {"200": {description: the book, content: *book}, 4XX: {description: refused}}
            """;

    /** An object of strings as {@code name=value} lines. */
    public static final class Pairs implements MediaTypeHook, Codec {
        @Override
        public List<Codec> codecs(HookContext context) {
            return List.of(this);
        }

        @Override
        public List<String> mediaTypes() {
            return List.of("application/x-pairs");
        }

        @Override
        public byte[] write(JsonNode value, MediaType type) throws IOException {
            StringBuilder lines = new StringBuilder();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!member.getValue().isTextual()) {
                    throw new IOException("only texts have a form");
                }
                lines.append(member.getKey())
                        .append('=')
                        .append(member.getValue().textValue())
                        .append('\n');
            }
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public JsonNode read(byte[] bytes, MediaType type) throws IOException {
            ObjectNode value = Json.NODES.objectNode();
            for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
                int equals = line.indexOf('=');
                if (equals < 0) {
                    throw new IOException("a line without =: " + line);
                }
                value.put(line.substring(0, equals), line.substring(equals + 1));
            }
            return value;
        }
    }

    /** Digits that begin with 978. */
    public static final class Isbn implements FormatHook {
        @Override
        public List<Format> formats(HookContext context) {
            return List.of(Format.ofText(
                    "isbn",
                    Isbn::valid,
                    random -> "978" + (1_000_000_000L + random.nextInt(1_000_000_000)),
                    List.of("977" + "0".repeat(10), "978")));
        }

        static boolean valid(String text) {
            return text.matches("978\\d{10}");
        }
    }

    @TempDir
    private Path folder;

    private HttpServer server;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> answer = body -> body;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        boolean good = exchange.getRequestMethod().equals("POST")
                && Isbn.valid(path.substring(path.lastIndexOf('/') + 1))
                && "application/x-pairs".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                && body.matches("(pages=(1|200)\n)?isbn=978\\d{10}\n(pages=(1|200)\n)?");
        if (good) {
            paths.add(path);
            bodies.add(body);
        }
        byte[] bytes = answer.apply(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-pairs");
        exchange.sendResponseHeaders(good ? 200 : 400, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private RunSummary run(Hook... hooks) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return ContractRun.run(
                ContractConfig.of("api.yaml")
                        .with(new Target("api.yaml", Optional.of(url), folder))
                        .with(new Selection(List.of(), List.of(), List.of("fuzzing"), List.of(), List.of()))
                        .with(new Generation(10, OptionalLong.of(3)))
                        .with(new Reporting(folder.resolve("reports"), List.of())),
                List.of(hooks),
                List.of());
    }

    @Test
    void formats_and_media_types_are_generated_and_judged() throws IOException {
        RunSummary summary = run(new Isbn(), new Pairs());
        assertThat(summary.notTested()).isEmpty();
        assertThat(summary.errors()).isEmpty();
        assertThat(summary.findings()).isEmpty();
        assertThat(paths).hasSizeGreaterThan(5).allMatch(path -> path.matches("/books/978\\d{10}"));
        assertThat(bodies).hasSizeGreaterThan(5).allMatch(body -> body.contains("isbn=978"));
        assertThat(summary.hooks()).hasSize(2).allMatch(h -> h.applied() > 10);
        assertThat(summary.warnings()).noneMatch(w -> w.contains("replaces"));
    }

    @Test
    void answers_are_read_and_held_to_formats() throws IOException {
        answer = body -> body.replace("isbn=978", "isbn=977");
        assertThat(run(new Isbn(), new Pairs()).findings())
                .anyMatch(f -> f.message().contains("must be of format isbn"));
        answer = body -> "what?";
        assertThat(run(new Isbn(), new Pairs()).findings())
                .anyMatch(f -> f.message().contains("a line without =: what?"));
    }

    public static final class Overbearing implements FormatHook, MediaTypeHook {
        @Override
        public List<Format> formats(HookContext context) {
            return List.of(Format.ofText("uuid", String::isEmpty));
        }

        @Override
        public List<Codec> codecs(HookContext context) {
            Pairs pairs = new Pairs();
            return List.of(new Codec() {
                @Override
                public List<String> mediaTypes() {
                    return List.of("application/json", "application/x-pairs");
                }

                @Override
                public byte[] write(JsonNode value, MediaType type) throws IOException {
                    return pairs.write(value, type);
                }

                @Override
                public JsonNode read(byte[] bytes, MediaType type) throws IOException {
                    return pairs.read(bytes, type);
                }
            });
        }
    }

    @Test
    void what_replaces_something_is_told() throws IOException {
        String name = Overbearing.class.getName();
        assertThat(run(new Isbn(), new Pairs(), new Overbearing()).warnings())
                .contains(
                        "hook " + name + " replaces the format 'uuid'",
                        "hook " + name + " replaces the media type application/json",
                        "hook " + name + " has no say in the media type application/x-pairs, which another hook before"
                                + " it has taken");
    }

    public static final class Faulty implements FormatHook {
        @Override
        public List<Format> formats(HookContext context) {
            return List.of(Format.ofText(
                    "isbn",
                    text -> {
                        throw new IllegalStateException("no table of isbns");
                    },
                    Format.Maker.oneOf("978"),
                    List.of()));
        }
    }

    @Test
    void a_format_that_fails_ends_the_run_by_its_hooks_name() {
        ContractException thrown = catchThrowableOfType(ContractException.class, () -> run(new Faulty(), new Pairs()));
        assertThat(thrown)
                .hasMessageContaining("hook " + Faulty.class.getName() + " failed")
                .hasMessageContaining("no table of isbns");
    }
}
