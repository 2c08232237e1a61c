package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.AuthSettings.Credential;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.Doubt.Kind;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.testcase.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that prove little say so, and those that prove something do not. */
class VacuityTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            servers: [{url: 'https://shop.example/v1'}]
            components:
              securitySchemes: {bearer: {type: http, scheme: bearer}}
            paths:
              /books:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 9}}]
                  responses: {"200": {description: books, content: &book {application/json: {schema: {type: object}}}}, 4XX: {description: refused}}
              /books/{id}:
                get:
                  security: [{bearer: []}]
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses: {"200": {description: a book, content: *book}, 4XX: {description: refused}}
            """;

    static {
        // Header and body are written apart: without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @TempDir
    private Path folder;

    private HttpServer server;
    private Function<HttpExchange, Integer> service = VacuityTest::good;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            int status = service.apply(exchange);
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static int good(HttpExchange exchange) {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return 405;
        }
        if (List.of("text/html", "application/xml")
                .contains(exchange.getRequestHeaders().getFirst("Accept"))) {
            return 406;
        }
        String path = exchange.getRequestURI().getRawPath();
        if (path.startsWith("/books/")
                && !"Bearer t0ken-of-alice".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return 401;
        }
        if (path.startsWith("/books/")) {
            return path.matches("/books/-?[0-9]+") ? path.endsWith("9") ? 404 : 200 : 400;
        }
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        return !query.contains("limit=") || query.matches("limit=[1-9]") ? 200 : 400;
    }

    private ContractConfig config() {
        return ContractConfig.of("api.yaml")
                .with(new Target(
                        "api.yaml",
                        Optional.of("http://127.0.0.1:" + server.getAddress().getPort()),
                        folder))
                .with(new Generation(20, OptionalLong.of(1)))
                .with(new AuthSettings(List.of(new AuthSettings.User(
                        "alice",
                        List.of(Credential.of(new Grant.Given(new SecretValue.Literal("t0ken-of-alice", "token")))),
                        Optional.empty()))))
                .with(new Reporting(folder.resolve("reports"), List.of()));
    }

    private RunSummary runAsNobody() {
        return ContractRun.run(config().with(AuthSettings.NONE), List.of(), List.of());
    }

    private RunSummary run(Hook... hooks) {
        return ContractRun.run(config(), List.of(hooks), List.of());
    }

    private static List<Kind> kinds(RunSummary summary) {
        return summary.doubts().stream().map(Doubt::kind).toList();
    }

    @Test
    void a_good_service_gives_no_doubt_in_any_mode_and_by_any_phase() {
        RunSummary all = run();
        assertThat(all.findings()).isEmpty();
        assertThat(all.doubts()).isEmpty();
        assertThat(all.clean()).isTrue();
        assertThat(all.checks())
                .filteredOn(c -> c.operations() > 0)
                .hasSizeGreaterThan(6)
                .allSatisfy(c -> assertThat(c.judged()).isPositive());
        for (Mode mode : Mode.values()) {
            ContractConfig config = config().with(new Generation(3, OptionalLong.of(1), mode, false));
            for (String phase : List.of("coverage", "fuzzing")) {
                ContractConfig only =
                        config.with(new Selection(List.of(), List.of(), List.of(phase), List.of(), List.of()));
                assertThat(ContractRun.run(only, List.of(), List.of()).doubts()).isEmpty();
            }
        }
    }

    @Test
    void a_wrong_base_path_is_named_and_the_journal_tells_it_again() {
        service = exchange -> 404;
        RunSummary summary = run();
        assertThat(kinds(summary)).containsExactly(Kind.NOTHING_TESTED);
        assertThat(summary.doubts().get(0).message())
                .startsWith("Nothing was tested: none of the ")
                .contains("/v1</baseUrl> (contract.baseUrl)");
        assertThat(summary.clean()).isFalse();
        assertThat(ContractRun.recorded(folder.resolve("reports")).doubts()).isEqualTo(summary.doubts());
        assertThat(folder.resolve("reports/summary.json")).content().contains("nothing_tested");
        assertThat(folder.resolve("reports/junit.xml")).content().contains("nothing_tested");
    }

    @Test
    void all_401_ends_the_run_early_and_says_what_to_do() {
        service = exchange -> 401;
        assertThatThrownBy(() -> runAsNobody())
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("Nothing was tested: all ")
                .hasMessageContaining("the document requires 'bearer' (bearer authentication)")
                .hasMessageContaining("contract.tokenCommand")
                .hasMessageContaining("The other phases were not run.");
        RunSummary summary = ContractRun.recorded(folder.resolve("reports"));
        assertThat(summary.phases()).extracting(RunSummary.PhaseSummary::name).doesNotContain("security");
        RunSummary whole = ContractRun.run(config().with(AuthSettings.NONE).failingOn(List.of()), List.of(), List.of());
        assertThat(kinds(whole)).containsExactly(Kind.NOTHING_TESTED);
        assertThat(whole.doubts()).noneMatch(Doubt::fails);
    }

    @Test
    void what_is_secured_and_never_let_in_fails_although_the_rest_is_good() {
        RunSummary summary = runAsNobody();
        assertThat(kinds(summary)).containsExactly(Kind.MISSING_AUTH);
        assertThat(summary.doubts().get(0).message())
                .startsWith("Nothing was tested of what is secured: the one operation")
                .contains("GET /books/{id} (401)")
                .contains("No credentials are configured; the document requires 'bearer'");
        assertThat(summary.clean()).isFalse();
    }

    @Test
    void a_token_that_ends_during_the_run_is_named_and_never_told() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        service = exchange -> exchange.getRequestURI().getPath().startsWith("/books/") && calls.incrementAndGet() > 12
                ? 401
                : good(exchange);
        RunSummary summary = run();
        assertThat(kinds(summary)).containsExactly(Kind.MISSING_AUTH);
        assertThat(summary.doubts().get(0).message())
                .startsWith("From some moment on nothing was tested that is secured")
                .contains("and never since fuzzing GET /books/{id} #")
                .contains("contract.tokenLifetime");
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("t0ken-of-alice"));
        }
    }

    @Test
    void a_user_without_permission_is_told_from_one_whom_nobody_knows() {
        service = exchange ->
                good(exchange) == 200 && exchange.getRequestURI().getPath().startsWith("/books/")
                        ? 403
                        : good(exchange);
        assertThat(run().doubts())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("knows the user 'alice' and forbids it (403)"));
    }

    @Test
    void ids_that_do_not_exist_are_a_doubt_that_does_not_fail() {
        service = exchange ->
                good(exchange) == 200 && exchange.getRequestURI().getPath().startsWith("/books/")
                        ? 404
                        : good(exchange);
        RunSummary summary = run();
        assertThat(kinds(summary)).containsExactly(Kind.MISSING_TEST_DATA);
        assertThat(summary.clean()).isTrue();
    }

    @Test
    void a_check_that_nothing_came_for_is_named() {
        service = exchange -> {
            int status = good(exchange);
            return status == 200 ? 201 : status;
        };
        assertThat(run().doubts())
                .extracting(
                        Doubt::kind,
                        d -> d.message().lines().findFirst().orElse("").split(" ")[2])
                .contains(org.assertj.core.groups.Tuple.tuple(Kind.UNUSED_CHECK, "response_schema_conformance"));
    }

    @Test
    void where_the_connection_proves_who_calls_nobody_misses_a_check_of_credentials() throws IOException {
        Files.writeString(
                folder.resolve("api.yaml"), DOCUMENT.replace("{type: http, scheme: bearer}", "{type: mutualTLS}"));
        service = exchange -> {
            int status = good(exchange);
            boolean known = exchange.getRequestURI().getRawPath().matches("/books/-?[0-9]+");
            return status != 401 ? status : known ? 200 : 400;
        };
        RunSummary summary = runAsNobody();
        assertThat(summary.checks()).anyMatch(c -> c.name().equals("ignored_auth") && c.operations() == 0);
        assertThat(summary.doubts()).isEmpty();
        assertThat(summary.findings()).isEmpty();
    }

    @Test
    void a_hook_that_changes_nothing_is_named() {
        RequestHook idle = (request, operation, context) -> request;
        assertThat(run(idle).doubts())
                .singleElement()
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.UNUSED_HOOK));
    }

    @Test
    void a_doubt_fails_if_users_say_so() {
        service = exchange ->
                good(exchange) == 200 && exchange.getRequestURI().getPath().startsWith("/books/")
                        ? 404
                        : good(exchange);
        RunSummary summary = ContractRun.run(config().failingOn(List.of(Kind.MISSING_TEST_DATA)), List.of(), List.of());
        assertThat(summary.doubts()).singleElement().matches(Doubt::fails);
        assertThat(summary.clean()).isFalse();
    }
}
