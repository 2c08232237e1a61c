package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.check.Verdict;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.RunSummary.LeftOut;
import io.contractcheck.hook.CaseFilterHook;
import io.contractcheck.hook.CheckHook;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.FailureHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.ListenerHook;
import io.contractcheck.hook.OperationHook;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.RestoreHook;
import io.contractcheck.hook.RunCheckHook;
import io.contractcheck.hook.RunHook;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import io.contractcheck.testcase.TestCase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with each kind of hook, as users plug them in. */
class HookedRunTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books:
                get:
                  operationId: books
                  parameters: [{name: page, in: query, required: true, schema: {type: integer, minimum: 1, maximum: 9}}]
                  responses: {"200": {description: books}, 4XX: {description: refused}}
              /orders:
                get:
                  operationId: orders
                  responses: {"200": {description: orders}}
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int ordersStatus = 200;
    private Selection selection = new Selection(List.of(), List.of(), List.of("fuzzing"), List.of(), List.of());
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<HookSettings.Scope> scopes = new ArrayList<>();

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
        String uri = exchange.getRequestURI().toString();
        requests.add(uri + " " + exchange.getRequestHeaders().getFirst("X-Tenant"));
        boolean good = uri.equals("/orders") || uri.matches("/books\\?page=[1-9]");
        exchange.sendResponseHeaders(uri.startsWith("/orders") ? ordersStatus : good ? 200 : 400, -1);
        exchange.close();
    }

    private RunSummary run(Hook... hooks) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return ContractRun.run(
                ContractConfig.of("api.yaml")
                        .with(new Target("api.yaml", Optional.of(url), folder))
                        .with(selection)
                        .with(new Generation(10, OptionalLong.of(3)))
                        .with(new HookSettings(properties, required, scopes))
                        .with(new Reporting(folder.resolve("reports"), List.of())),
                List.of(hooks),
                List.of());
    }

    private String broken(Hook... hooks) {
        return String.valueOf(
                catchThrowableOfType(ContractException.class, () -> run(hooks)).getMessage());
    }

    private static RunSummary.HookSummary only(RunSummary summary) {
        assertThat(summary.hooks()).hasSize(1);
        return summary.hooks().get(0);
    }

    private void scope(String hook, List<String> includes, List<String> excludes) {
        scopes.add(new HookSettings.Scope(
                hook,
                includes.stream().map(OperationFilter::new).toList(),
                excludes.stream().map(OperationFilter::new).toList()));
    }

    /** Tests nothing of orders. */
    public static final class NoOrders implements OperationHook {
        @Override
        public boolean tests(Operation operation, HookContext context) {
            return !operation.path().equals("/orders");
        }
    }

    @Test
    void an_operation_that_a_hook_leaves_out_is_not_called_and_told() throws IOException {
        RunSummary summary = run(new NoOrders());
        assertThat(requests).isNotEmpty().noneMatch(r -> r.startsWith("/orders"));
        assertThat(summary.leftOut())
                .containsExactly(new LeftOut(NoOrders.class.getName(), LeftOut.Kind.OPERATION, "GET /orders", "", 1));
        assertThat(summary.operations()).hasSize(1);
        assertThat(only(summary).calls()).isEqualTo(2);
        assertThat(only(summary).applied()).isEqualTo(1);
        selection = new Selection(List.of("/orders"), List.of(), List.of(), List.of(), List.of());
        assertThat(broken(new NoOrders())).startsWith("hooks leave out all 1 operations");
    }

    /** Sends only the first pages. */
    public static final class FirstPages implements CaseFilterHook {
        @Override
        public boolean sends(TestCase testCase, HookContext context) {
            return testCase.parameters().stream()
                    .noneMatch(p -> p.value() instanceof IntNode page && page.intValue() > 3);
        }
    }

    @Test
    void a_case_that_a_hook_leaves_out_is_not_sent_and_counted() throws IOException {
        RunSummary summary = run(new FirstPages());
        assertThat(requests).noneMatch(r -> r.matches("/books\\?page=[4-9].*")).anyMatch(r -> r.startsWith("/books"));
        assertThat(summary.leftOut()).singleElement().satisfies(l -> {
            assertThat(l.kind()).isEqualTo(LeftOut.Kind.CASE);
            assertThat(l.operation()).isEqualTo("GET /books");
            assertThat(l.times()).isEqualTo(only(summary).applied()).isPositive();
        });
        assertThat(summary.findings()).isEmpty();
        assertThat(summary.notTested()).isEmpty();
    }

    /** Wants more than the document does. */
    public static final class Traced implements CheckHook, Check {
        @Override
        public List<Check> checks(HookContext context) {
            return List.of(this);
        }

        @Override
        public String name() {
            return "traced";
        }

        @Override
        public Verdict check(CheckContext context) {
            return Verdict.of(List.of(context.failure(
                    this, "missing", "No trace", "There is no header X-Trace.", "Add it.", Severity.LOW)));
        }
    }

    @Test
    void a_check_of_a_hook_is_a_check_like_others() throws IOException {
        assertThat(run(new Traced()).findings())
                .extracting(f -> f.id().check() + " " + f.id().operation())
                .containsExactlyInAnyOrder("traced GET /books", "traced GET /orders");
        scope("Traced", List.of("/orders"), List.of());
        assertThat(run(new Traced()).findings())
                .extracting(f -> f.id().operation())
                .containsExactly("GET /orders");
        scopes.clear();
        selection = new Selection(List.of(), List.of(), List.of("fuzzing"), List.of(), List.of("traced"));
        assertThat(run(new Traced()).findings()).isEmpty();
        selection = new Selection(List.of(), List.of(), List.of(), List.of("trased"), List.of());
        assertThat(broken(new Traced())).contains("Did you mean 'traced'?");
    }

    /** Fails by itself. */
    public static final class Unsound implements CheckHook, Check {
        @Override
        public List<Check> checks(HookContext context) {
            return List.of(this);
        }

        @Override
        public String name() {
            return "unsound";
        }

        @Override
        public Verdict check(CheckContext context) {
            throw new IllegalStateException("oops");
        }
    }

    @Test
    void a_check_of_a_hook_that_throws_is_an_error_with_its_line_and_the_run_goes_on() throws IOException {
        RunSummary summary = run(new Unsound());
        assertThat(summary.finished()).isTrue();
        assertThat(summary.errors())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.message())
                        .contains("check unsound failed by itself")
                        .contains("Unsound.check(HookedRunTest.java:")
                        .contains("test-classes"));
    }

    /** Knows that orders do not work. */
    public static final class OrdersAreDown implements FailureHook {
        @Override
        public boolean reports(Failure failure, CheckContext seen, HookContext context) {
            return !(seen.operation().path().equals("/orders")
                    && failure.id().check().equals("not_a_server_error"));
        }
    }

    @Test
    void a_failure_that_a_hook_leaves_out_is_no_finding_and_counted() throws IOException {
        ordersStatus = 503;
        assertThat(run().findings()).anyMatch(f -> f.id().check().equals("not_a_server_error"));
        RunSummary summary = run(new OrdersAreDown());
        assertThat(summary.findings()).noneMatch(f -> f.id().check().equals("not_a_server_error"));
        assertThat(summary.leftOut()).singleElement().satisfies(l -> {
            assertThat(l.kind()).isEqualTo(LeftOut.Kind.FAILURE);
            assertThat(l.failure()).startsWith("not_a_server_error: ");
            assertThat(l.operation()).isEqualTo("GET /orders");
        });
        assertThat(Files.readString(folder.resolve("reports/junit.xml")))
                .contains("left out")
                .contains("<skipped");
    }

    /** Wants as many requests as operations. */
    public static final class Enough implements RunCheckHook {
        @Override
        public List<Failure> failures(RunSummary summary, HookContext context) {
            return summary.requests() > 1000
                    ? List.of()
                    : List.of(new Failure(
                            new FailureId(FailureId.WHOLE_RUN, "enough", "too few"),
                            "Too few requests",
                            summary.cases() + " cases",
                            "",
                            Severity.LOW));
        }
    }

    @Test
    void a_failure_of_the_whole_run_is_a_finding_and_fails_it() throws IOException {
        RunSummary summary = run(new Enough());
        assertThat(summary.findings()).singleElement().satisfies(f -> {
            assertThat(f.id().operation()).isEqualTo("the whole run");
            assertThat(f.message()).isEqualTo(summary.cases() + " cases");
            assertThat(f.request()).isEmpty();
        });
        assertThat(summary.clean()).isFalse();
        assertThat(ContractRun.recorded(folder.resolve("reports")).findings())
                .extracting(Finding::title)
                .containsExactly("Too few requests");
        assertThat(Files.readString(folder.resolve("reports/junit.xml"))).contains("Too few requests");
    }

    /** Hears all. */
    public static final class Diary implements ListenerHook, RunHook {
        private final List<String> pages = new ArrayList<>();

        @Override
        public void on(RunEvent event, HookContext context) {
            pages.add(event.getClass().getSimpleName());
        }

        @Override
        public void before(Run run, HookContext context) {
            pages.add("before " + run.api().operations().size() + " at " + run.baseUrl() + " with " + run.seed());
        }

        @Override
        public void after(Run run, HookContext context) {
            pages.add("after");
        }
    }

    @Test
    void a_listening_hook_hears_what_the_journal_has_and_the_run_is_framed() throws IOException {
        Diary diary = new Diary();
        run(diary);
        List<String> pages = diary.pages;
        assertThat(pages.get(0)).isEqualTo("HookLoaded");
        assertThat(pages.get(pages.size() - 1)).isEqualTo("RunFinished");
        int before = pages.indexOf(
                "before 2 at http://127.0.0.1:" + server.getAddress().getPort() + " with 3");
        assertThat(before).isBetween(0, pages.indexOf("PhaseStarted"));
        assertThat(pages.indexOf("after")).isGreaterThan(pages.lastIndexOf("CallAnswered"));
        assertThat(pages)
                .filteredOn(p -> !p.contains("e 2 at") && !p.equals("after"))
                .hasSameSizeAs(journal());
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(folder.resolve("reports").resolve(ContractRun.JOURNAL));
    }

    /** Cannot bear that the run is broken. */
    public static final class Touchy implements ListenerHook {
        @Override
        public void on(RunEvent event, HookContext context) {
            if (event instanceof RunEvent.RunBroken) {
                throw new IllegalStateException("no chat");
            }
        }
    }

    @Test
    void a_listening_hook_that_fails_when_the_run_broke_does_not_hide_why() throws IOException {
        server.stop(0);
        Files.writeString(folder.resolve("api.yaml"), "openapi: 3.0.3");
        scope("Touchi", List.of("/books"), List.of());
        Diary diary = new Diary();
        assertThat(broken(new Touchy(), diary)).startsWith("hookScopes: the hook 'Touchi' is not there. Did you mean");
        assertThat(journal()).singleElement().asString().contains("RunBroken");
        scopes.clear();
        selection = new Selection(List.of("/nowhere"), List.of(), List.of(), List.of(), List.of());
        assertThat(broken(new Touchy(), diary)).startsWith("includes: '/nowhere'");
        assertThat(journal()).last().asString().contains("RunBroken");
    }

    /** Sets a header from a setting. */
    public static final class Tenant implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            return request.withHeader("X-Tenant", context.required("tenant"));
        }
    }

    @Test
    void a_scope_is_held_and_told() throws IOException {
        properties.put("tenant", "acme");
        scope("Tenant", List.of(), List.of("operationId:books"));
        required.add(Tenant.class.getName());
        RunSummary summary = run(new Tenant());
        assertThat(requests)
                .filteredOn(r -> r.startsWith("/orders"))
                .isNotEmpty()
                .allMatch(r -> r.endsWith(" acme"));
        assertThat(requests)
                .filteredOn(r -> r.startsWith("/books"))
                .isNotEmpty()
                .allMatch(r -> r.endsWith(" null"));
        assertThat(only(summary).scope()).contains("!operationId:books");
        assertThat(only(summary).required()).isTrue();
        assertThat(only(summary).origin()).isEqualTo("test-classes");
        assertThat(only(summary).hash()).hasValueSatisfying(h -> assertThat(h).matches("sha256:[0-9a-f]{64}"));
        assertThat(only(summary).applied()).isEqualTo(only(summary).calls()).isPositive();
    }

    /** Reads documents only. */
    public static final class Reader implements DocumentHook {
        @Override
        public JsonNode document(JsonNode document, HookContext context) {
            return document;
        }
    }

    @Test
    void a_scope_without_effect_is_an_error_that_says_why() {
        scope("Tenannt", List.of(), List.of("/books"));
        assertThat(broken(new Tenant()))
                .startsWith("hookScopes: the hook 'Tenannt' is not there. Did you mean 'Tenant'?")
                .contains(Tenant.class.getName() + " from test-classes");
        scopes.clear();
        scope("Tenant", List.of("/book"), List.of());
        assertThat(broken(new Tenant()))
                .startsWith("hookScopes, Tenant: '/book' matches none of the 2 operations. Did you mean '/books'?");
        scopes.clear();
        scope("Tenant", List.of("/books"), List.of("GET"));
        assertThat(broken(new Tenant()))
                .startsWith("hookScopes: the scope of 'Tenant' (/books, !GET) leaves it none of the 2 operations");
        scopes.clear();
        scope("Reader", List.of("/books"), List.of());
        assertThat(broken(new Reader())).startsWith("hookScopes: 'Reader' is not asked of single operations");
        scopes.clear();
        scope("Tenant", List.of("/books"), List.of());
        scope(Tenant.class.getName(), List.of("/orders"), List.of());
        assertThat(broken(new Tenant())).contains("two scopes");
    }

    @Test
    void a_required_hook_that_is_missing_breaks_the_run_before_anything_is_sent() throws IOException {
        required.add("Tenannt");
        assertThat(broken(new Tenant(), new NoOrders()))
                .startsWith(
                        "requiredHooks: the hook 'Tenannt' is not there. Did you mean 'Tenant'?\nHooks of this run: "
                                + Tenant.class.getName() + " from test-classes, ");
        assertThat(requests).isEmpty();
        assertThat(journal()).singleElement().asString().contains("requiredHooks");
    }

    @Test
    void a_setting_for_one_hook_comes_before_that_for_all() throws IOException {
        properties.put("tenant", "all");
        properties.put("Tenant.tenant", "one");
        assertThat(run(new Tenant()).warnings()).noneMatch(w -> w.contains("hookProperties"));
        assertThat(requests).isNotEmpty().allMatch(r -> r.endsWith(" one"));
        requests.clear();
        properties.put(Tenant.class.getName() + ".tenant", "just this");
        assertThat(run(new Tenant()).warnings()).noneMatch(w -> w.contains("hookProperties"));
        assertThat(requests).isNotEmpty().allMatch(r -> r.endsWith(" just this"));
    }

    @Test
    void a_setting_that_no_hook_asks_for_is_warned_of_without_its_value() throws IOException {
        properties.put("tenant", "acme");
        properties.put("Tenant.tenent", "s3cret-value");
        properties.put("colour", "red");
        assertThat(run(new Tenant()).warnings())
                .contains(
                        "hookProperties: no hook asked for 'Tenant.tenent', so it has no effect. Did you mean"
                                + " 'Tenant.tenant'?",
                        "hookProperties: no hook asked for 'colour', so it has no effect. Asked for: tenant.")
                .noneMatch(w -> w.contains("s3cret-value"));
    }

    @Test
    void a_setting_that_a_hook_needs_says_where_to_put_it() {
        assertThat(broken(new Tenant()))
                .isEqualTo("hook " + Tenant.class.getName() + ": the hook property 'tenant' is missing. Add <tenant>"
                        + " under <hookProperties> of contract-maven-plugin, or -Dcontract.hookProperties.tenant=...");
    }

    /** Tells a secret and fails. */
    public static final class Leaky implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            context.secret("CONTRACT_KEY", "s3cret-key");
            throw new IllegalStateException("cannot sign with s3cret-key");
        }
    }

    @Test
    void a_hook_that_throws_stops_the_run_with_all_that_is_known_and_no_secret() throws IOException {
        assertThat(broken(new Leaky()))
                .matches("(?s)hook \\Q" + Leaky.class.getName() + "\\E failed at GET /books in fuzzing #\\d+:"
                        + " java.lang.IllegalStateException: cannot sign with \\$\\{CONTRACT_KEY}\n"
                        + "It was thrown at .*Leaky\\.request\\(HookedRunTest\\.java:\\d+\\), in test-classes\\.");
        assertThat(Files.readString(folder.resolve("reports/summary.json"))).doesNotContain("s3cret-key");
        assertThat(String.join("", journal())).doesNotContain("s3cret-key").contains("HookUsed");
    }

    /** Counts what comes to the service between two calls of restore. */
    public final class Restoring implements RestoreHook {
        private final List<Integer> between = new ArrayList<>();
        private int seen;

        @Override
        public RestorePoint remember(HookContext context) {
            return () -> {
                between.add(requests.size() - seen);
                seen = requests.size();
            };
        }
    }

    @Test
    void where_state_is_restored_one_scenario_is_run_at_a_time() throws IOException {
        Restoring restoring = new Restoring();
        RunSummary summary = run(restoring);
        assertThat(summary.limits().orElseThrow().workers()).isEqualTo(1);
        assertThat(restoring.between).hasSizeGreaterThan(5).allMatch(n -> n == 1);
        assertThat(run().limits().orElseThrow().workers()).isEqualTo(4);
    }
}
