package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.check.Subject;
import io.contractcheck.check.Verdict;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.CheckHook;
import io.contractcheck.hook.Compiled;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.hook.ListenerHook;
import io.contractcheck.hook.OperationHook;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.RunCheckHook;
import io.contractcheck.hook.RunHook;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookListTest {
    private static final URI WHERE = URI.create("memory:/api.yaml");
    private static final Api API =
            ApiReader.read(Documents.of(WHERE, Yaml.parse("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /a: {get: {responses: {default: {description: all}}}}
              /b:
                get:
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {default: {description: all}}
            """)).root(WHERE));
    private static final Operation A = API.operations().get(0);
    private static final Operation B = API.operations().get(1);
    private static final Request REQUEST = new Request("GET", "http://127.0.0.1:1", "/a", List.of(), null);
    private static final HookContext NO_CONTEXT = HookContext.of(Map.of());

    private static HookList hooks(Predicate<Operation> scope, Hook... hooks) {
        return new HookList(Arrays.stream(hooks)
                .map(h -> new Plugged(
                        h,
                        new HookOrigin(
                                h.getClass().getName(),
                                "acme.jar",
                                Optional.of("com.acme:acme:1"),
                                Optional.empty(),
                                Optional.empty()),
                        NO_CONTEXT,
                        scope,
                        "0.1.0"))
                .toList());
    }

    private static HookList hooks(Hook... hooks) {
        return hooks(operation -> true, hooks);
    }

    private static RunEvent.HookUsed used(HookList hooks) {
        return hooks.used().get(0);
    }

    @Test
    void a_hook_is_asked_in_its_scope_only() {
        RequestHook hook = (request, operation, context) -> request.withHeader("X", "1");
        HookList hooks = hooks(o -> o.path().equals("/a"), hook);
        assertThat(hooks.request(REQUEST, A).header("X")).contains("1");
        assertThat(hooks.request(REQUEST, B).header("X")).isEmpty();
        assertThat(used(hooks).calls()).isEqualTo(1);
        assertThat(used(hooks).applied()).isEqualTo(1);
    }

    @Test
    void a_hook_may_change_the_document_and_the_values_that_it_is_given() {
        DocumentHook title = (document, context) -> {
            ((ObjectNode) document).put("title", "changed");
            return document;
        };
        JsonNode document = Json.parse("{\"title\":\"t\"}");
        HookList hooks = hooks(title);
        assertThat(hooks.document(document).path("title").asText()).isEqualTo("changed");
        assertThat(document.path("title").asText()).isEqualTo("t");
        assertThat(used(hooks).applied()).isEqualTo(1);

        BodyValue body = new BodyValue(
                B.requestBody().orElseThrow().content().get(0), "application/json", Json.parse("{\"name\":\"n\"}"));
        TestCase drawn = new TestCase(B, List.of(), Optional.of(body), new Intent.Positive("plain"));
        CaseHook name = (testCase, context) -> {
            ((ObjectNode) testCase.body().orElseThrow().value()).put("name", "acme");
            return testCase;
        };
        HookList cases = hooks(name);
        assertThat(cases.testCase(drawn).body().orElseThrow().value()).isEqualTo(Json.parse("{\"name\":\"acme\"}"));
        assertThat(body.value()).isEqualTo(Json.parse("{\"name\":\"n\"}"));
        assertThat(used(cases).applied()).isEqualTo(1);
    }

    @Test
    void a_hook_that_gives_back_an_equal_value_has_not_applied_and_the_value_stays_the_same_one() {
        JsonNode document = Json.parse("{\"title\":\"t\"}");
        HookList hooks = hooks((DocumentHook) (given, context) -> given.deepCopy());
        assertThat(hooks.document(document)).isSameAs(document);
        assertThat(used(hooks).calls()).isEqualTo(1);
        assertThat(used(hooks).applied()).isZero();
    }

    @Test
    void an_assertion_in_a_hook_is_a_defect_that_names_it() {
        RequestHook asserting = (request, operation, context) -> {
            throw new AssertionError("expected a tenant");
        };
        assertThatThrownBy(() -> hooks(asserting).request(REQUEST, A))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("failed: java.lang.AssertionError: expected a tenant");
    }

    @Test
    void a_filter_applies_by_saying_no_and_the_first_that_does_decides() {
        OperationHook notB = (operation, context) -> !operation.path().equals("/b");
        OperationHook all = (operation, context) -> true;
        HookList hooks = hooks(notB, all);
        assertThat(hooks.leavesOut(A)).isEmpty();
        assertThat(hooks.leavesOut(B)).contains(notB.getClass().getName());
        assertThat(hooks.used()).extracting(RunEvent.HookUsed::calls).containsExactly(2L, 1L);
        assertThat(hooks.used()).extracting(RunEvent.HookUsed::applied).containsExactly(1L, 0L);
    }

    @Test
    void counts_are_right_with_many_threads() {
        RequestHook hook = (request, operation, context) -> request.withHeader("X", "1");
        HookList hooks = hooks(hook);
        IntStream.range(0, 2000).parallel().forEach(i -> hooks.request(REQUEST, A));
        assertThat(used(hooks).calls()).isEqualTo(2000);
        assertThat(used(hooks).applied()).isEqualTo(2000);
    }

    private record Named(String name) implements Check, CheckHook {
        @Override
        public List<Check> checks(HookContext context) {
            return List.of(this);
        }

        @Override
        public Subject subject() {
            return Subject.HEAD;
        }

        @Override
        public Verdict check(CheckContext context) {
            return context.response().status() == 200 ? Verdict.passed() : Verdict.skipped();
        }
    }

    private static CheckContext context(Operation operation, int status) {
        return new CheckContext(
                new TestCase(operation, List.of(), Optional.empty(), new Intent.Positive("plain")),
                new Exchange(REQUEST, new Response(status, "", List.of(), new byte[0], false), Duration.ZERO),
                CheckSettings.defaults());
    }

    @Test
    void a_check_of_a_hook_judges_within_its_scope_and_counts_what_it_judged() {
        HookList hooks = hooks(o -> o.path().equals("/a"), new Named("own_check"));
        Check check = hooks.checks(List.of("built_in")).get(0);
        assertThat(check.name()).isEqualTo("own_check");
        assertThat(check.concerns(A)).isTrue();
        assertThat(check.concerns(B)).isFalse();
        assertThat(check.subject()).isEqualTo(Subject.HEAD);
        assertThat(check.check(context(A, 200))).isInstanceOf(Verdict.Passed.class);
        assertThat(check.check(context(A, 404))).isInstanceOf(Verdict.Skipped.class);
        assertThat(check.check(context(B, 200))).isInstanceOf(Verdict.Skipped.class);
        assertThat(used(hooks).calls()).isEqualTo(2);
        assertThat(used(hooks).applied()).isEqualTo(1);
    }

    @Test
    void the_name_of_a_check_is_in_snake_case_and_its_own() {
        for (String bad : List.of("", "OwnCheck", "own check", "own-check", "_own", "own__check", "1st", "all")) {
            assertThatThrownBy(() -> hooks(new Named(bad)).checks(List.of()))
                    .as(bad)
                    .isInstanceOf(RunBrokenException.class)
                    .hasMessageContaining("'" + bad + "'")
                    .hasMessageContaining("snake case");
        }
        assertThatThrownBy(() -> hooks(new Named("taken")).checks(List.of("taken")))
                .hasMessageContaining("'taken'")
                .hasMessageContaining("ContractCheck itself");
        assertThatThrownBy(() -> hooks(new Named("mine"), new Named("mine")).checks(List.of()))
                .hasMessageContaining("'mine'")
                .hasMessageContaining(Named.class.getName());
        assertThat(hooks(new Named("mine"), new Named("yours_2")).checks(List.of()))
                .hasSize(2);
    }

    private static Failure failure(String check) {
        return new Failure(new FailureId(FailureId.WHOLE_RUN, check, "c"), "title s3cret", "", "", Severity.LOW);
    }

    @Test
    void what_hooks_find_in_the_whole_run_is_masked_and_under_a_name_of_its_own() {
        Secrets secrets = new Secrets();
        secrets.add("CONTRACT_SECRET", "s3cret");
        RunCheckHook good = (summary, context) -> List.of(failure("own_check"));
        assertThat(hooks(good).failures(RunSummary.of(List.of()), List.of("built_in"), secrets))
                .singleElement()
                .satisfies(e -> assertThat(e.failures().get(0).title()).isEqualTo("title ${CONTRACT_SECRET}"));
        for (String bad : List.of("Own Check", "built_in")) {
            RunCheckHook hook = (summary, context) -> List.of(failure(bad));
            assertThatThrownBy(() -> hooks(hook).failures(RunSummary.of(List.of()), List.of("built_in"), secrets))
                    .isInstanceOf(RunBrokenException.class)
                    .hasMessageContaining("title s3cret")
                    .hasMessageContaining("'" + bad + "'");
        }
    }

    private record Around(String name, List<String> log, String failing) implements RunHook {
        @Override
        public void before(Run run, HookContext context) {
            act("before ");
        }

        @Override
        public void after(Run run, HookContext context) {
            act("after ");
        }

        private void act(String when) {
            log.add(when + name);
            if (failing.equals(when + name)) {
                throw new IllegalStateException("oops");
            }
        }
    }

    private List<String> around(String failing) {
        List<String> log = new ArrayList<>();
        HookList hooks = hooks(new Around("1", log, failing), new Around("2", log, failing));
        try {
            hooks.around(new RunHook.Run(API, "http://127.0.0.1:1", 1), () -> {
                log.add("run");
                if (failing.equals("run")) {
                    throw new IllegalStateException("the run broke");
                }
            });
        } catch (RuntimeException e) {
            log.add(String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replace(Around.class.getName(), "H"));
        }
        return log;
    }

    @Test
    void run_hooks_are_told_of_the_end_in_reverse_order_whatever_comes() {
        assertThat(around("")).containsExactly("before 1", "before 2", "run", "after 2", "after 1");
        assertThat(around("run")).containsExactly("before 1", "before 2", "run", "after 2", "after 1", "the run broke");
        assertThat(around("before 2"))
                .containsExactly(
                        "before 1",
                        "before 2",
                        "after 1",
                        "hook H failed at the beginning of the run: java.lang.IllegalStateException: oops");
        assertThat(around("after 2"))
                .containsExactly(
                        "before 1",
                        "before 2",
                        "run",
                        "after 2",
                        "after 1",
                        "hook H failed at the end of the run: java.lang.IllegalStateException: oops");
    }

    @Test
    void a_listener_hears_one_event_at_a_time_and_what_it_causes_after_it() {
        List<String> heard = new ArrayList<>();
        RunListener[] all = new RunListener[1];
        ListenerHook first = (event, context) -> {
            heard.add("1 " + ((RunEvent.Warned) event).message());
            if (heard.size() == 1) {
                all[0].on(new RunEvent.Warned("caused"));
            }
        };
        ListenerHook second = (event, context) -> heard.add("2 " + ((RunEvent.Warned) event).message());
        all[0] = hooks(first, second).listener();
        all[0].on(new RunEvent.Warned("event"));
        assertThat(heard).containsExactly("1 event", "2 event", "1 caused", "2 caused");
    }

    @Test
    void a_listener_that_is_told_from_many_threads_needs_no_lock() {
        int[] heard = {0};
        ListenerHook hook = (event, context) -> heard[0]++;
        HookList hooks = hooks(hook);
        IntStream.range(0, 5000).parallel().forEach(i -> hooks.listener().on(new RunEvent.Warned("w")));
        assertThat(heard[0]).isEqualTo(5000);
        assertThat(used(hooks).applied()).isEqualTo(5000);
    }

    @Test
    void a_listener_that_failed_is_told_nothing_more() {
        int[] told = {0};
        ListenerHook hook = (event, context) -> {
            told[0]++;
            throw new IllegalStateException("no chat");
        };
        RunListener listener = hooks(hook).listener();
        assertThatThrownBy(() -> listener.on(new RunEvent.Warned("w")))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("failed at the event Warned: java.lang.IllegalStateException: no chat");
        listener.on(new RunEvent.Warned("w"));
        assertThat(told[0]).isEqualTo(1);
    }

    public static final class Failing implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            try {
                return Integer.parseInt("s3cret") > 0 ? request : REQUEST;
            } catch (NumberFormatException e) {
                throw new IllegalStateException("no number", e);
            }
        }
    }

    @Test
    void a_hook_that_throws_is_named_with_its_jar_and_its_own_line() {
        assertThatThrownBy(() -> hooks(new Failing()).request(REQUEST, A))
                .isInstanceOfSatisfying(
                        RunBrokenException.class,
                        e -> assertThat(e.at("GET /a in fuzzing #3"))
                                .hasMessageStartingWith(
                                        "hook " + Failing.class.getName() + " failed at GET /a in fuzzing #3:"
                                                + " java.lang.IllegalStateException: no number, caused by"
                                                + " java.lang.NumberFormatException: For input string: \"s3cret\"\nIt was thrown at "
                                                + Failing.class.getName() + ".request(HookListTest.java:")
                                .hasMessageEndingWith(", in acme.jar (com.acme:acme:1)."));
    }

    @Test
    void a_place_is_said_once_and_only_of_hooks() {
        RunBrokenException other = new RunBrokenException("the service is gone", null);
        assertThat(other.at("GET /a")).isSameAs(other);
        RunBrokenException placed = new RunBrokenException("hook x failed", ": oops", null).at("GET /a");
        assertThat(placed.at("GET /b")).hasMessage("hook x failed at GET /a: oops");
    }

    @Test
    void a_hook_that_speaks_for_itself_or_gives_nothing_is_named() {
        RequestHook speaking = (request, operation, context) -> {
            throw new HookException("there is no token");
        };
        assertThatThrownBy(() -> hooks(speaking).request(REQUEST, A))
                .hasMessage("hook " + speaking.getClass().getName() + ": there is no token");
        RequestHook silent = (request, operation, context) -> nothing();
        assertThatThrownBy(() -> hooks(silent).request(REQUEST, A))
                .hasMessageContaining(silent.getClass().getName() + " returned null")
                .hasMessageContaining("acme.jar");
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static <T> T nothing() {
        return null;
    }

    private static Hook compiled(Path folder) throws ReflectiveOperationException {
        Path classes = Compiled.classes(
                folder,
                Map.of(
                        "io.contractcheck.hook.RequestHook",
                        """
                        package io.contractcheck.hook;
                        public non-sealed interface RequestHook extends Hook {
                            io.contractcheck.http.Request request(io.contractcheck.http.Request request, HookContext c);
                        }
                        """,
                        "com.acme.Old",
                        "package com.acme; import io.contractcheck.hook.*; import io.contractcheck.http.*;"
                                + " import io.contractcheck.openapi.*;"
                                + " public final class Old implements RequestHook {"
                                + " public Request request(Request request, HookContext c) { return request; }"
                                + "}"));
        return (Hook) Compiled.loader(classes)
                .loadClass("com.acme.Old")
                .getConstructor()
                .newInstance();
    }

    @Test
    void a_hook_of_another_version_says_so_when_it_is_called(@TempDir Path folder) throws ReflectiveOperationException {
        Hook old = compiled(folder);
        assertThatThrownBy(() -> hooks(old).request(REQUEST, A))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageStartingWith("hook com.acme.Old from acme.jar (com.acme:acme:1) does not fit this"
                        + " ContractCheck: it was built against contract-core of a version that its jar does not tell,"
                        + " and 0.1.0 runs here (AbstractMethodError: ")
                .hasMessageContaining("\nRebuild the hook against contract-core 0.1.0");
    }

    @Test
    void a_hook_that_clashes_with_a_library_is_not_told_to_be_rebuilt_against_contractcheck() {
        RequestHook clashing = (request, operation, context) -> {
            throw new NoSuchMethodError("'void com.fasterxml.jackson.databind.JsonNode.gone()'");
        };
        assertThatThrownBy(() -> hooks(clashing).request(REQUEST, A))
                .hasMessageContaining("does not fit what is here")
                .hasMessageContaining("mvn dependency:resolve-plugins");
    }
}
