package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Users;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Verdict;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Mutation.Location;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever hooks do, nothing is sent under a name that is not true. */
class CallerTest {
    private static final URI WHERE = URI.create("memory:/api.yaml");
    private static final Api API =
            ApiReader.read(Documents.of(WHERE, Yaml.parse("""
                    openapi: 3.0.3
                    info: {title: t, version: '1'}
                    paths:
                      /items:
                        get:
                          parameters:
                            - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
                            - {name: X-Tenant, in: header, required: true, schema: {type: string, maxLength: 5}}
                          responses: {default: {description: all}}
                    """)).root(WHERE));
    private static final Operation OPERATION = API.operations().get(0);

    private final List<Request> sent = new ArrayList<>();
    private final List<TestCase> checked = new ArrayList<>();
    private final List<RunEvent> events = new ArrayList<>();

    private static TestCase asking(int limit, Intent intent) {
        return new TestCase(
                OPERATION,
                List.of(
                        new ParameterValue(OPERATION.parameters().get(0), IntNode.valueOf(limit)),
                        new ParameterValue(OPERATION.parameters().get(1), TextNode.valueOf("acme"))),
                Optional.empty(),
                intent);
    }

    private static Intent positive() {
        return new Intent.Positive("random valid values");
    }

    private static Intent negative(Location location, String parameter, String keyword) {
        return new Intent.Negative(new Mutation(
                location, Optional.of(parameter), JsonPointer.empty(), Optional.of(keyword), "meant to be wrong"));
    }

    private void call(TestCase testCase, List<Header> configured, Hook... hooks) {
        Transport transport = new Transport() {
            @Override
            public Exchange send(Request request) {
                sent.add(request);
                return new Exchange(
                        request, new Response(200, "OK", List.of(), new byte[0], false), Duration.ofMillis(1));
            }

            @Override
            public void close() {}
        };
        Check recorder = new Check() {
            @Override
            public String name() {
                return "recorder";
            }

            @Override
            public Verdict check(CheckContext context) {
                checked.add(context.testCase());
                return Verdict.passed();
            }
        };
        Secrets secrets = new Secrets();
        secrets.add("CONTRACT_SECRET", "s3cret");
        new Caller(
                        new EngineSettings("http://127.0.0.1:1", 1, new PhaseSettings(5), CheckSettings.defaults()),
                        transport,
                        Users.of(
                                AuthSettings.NONE,
                                configured,
                                API,
                                new Users.Surroundings(
                                        transport, "http://127.0.0.1:1", secrets, Clock.systemUTC(), w -> {})),
                        secrets,
                        new HookList(List.of(hooks), context()),
                        List.of(recorder),
                        events::add)
                .call(
                        new CaseId(new ScenarioId("p", OPERATION.label(), 0), OPERATION.label(), 0),
                        Purpose.CASE,
                        testCase,
                        List.of());
    }

    private static HookContext context() {
        return new HookContext() {
            @Override
            public Optional<String> setting(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<String> environment(String name) {
                return Optional.empty();
            }

            @Override
            public void secret(String variable, String value) {}

            @Override
            public void warn(String message) {}
        };
    }

    private static CaseHook limit(int limit) {
        return (testCase, context) -> testCase.withParameter("limit", IntNode.valueOf(limit));
    }

    private static RequestHook header(String name, String value) {
        return (request, operation, context) -> request.withHeader(name, value);
    }

    private void assertWithheld(String reason) {
        assertThat(sent).isEmpty();
        assertThat(checked).isEmpty();
        assertThat(events).singleElement().isInstanceOfSatisfying(RunEvent.CaseWithheld.class, e -> {
            assertThat(e.reason()).contains(reason);
            assertThat(e.description()).isEqualTo("random valid values");
        });
    }

    private boolean toldPositive() {
        return ((RunEvent.CallAnswered) events.get(events.size() - 1)).positive();
    }

    @Test
    void what_is_sent_as_positive_is_valid_and_what_is_sent_as_negative_is_not_whatever_a_hook_makes_of_it() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            int drawn = random.nextInt(150) - 20;
            int hooked = random.nextInt(150) - 20;
            boolean meant = drawn >= 1 && drawn <= 100;
            boolean valid = hooked >= 1 && hooked <= 100;
            sent.clear();
            checked.clear();
            events.clear();
            try {
                call(
                        asking(drawn, meant ? positive() : negative(Location.QUERY, "limit", "minimum")),
                        List.of(),
                        limit(hooked));
                assertThat(checked.get(0).intent() instanceof Intent.Positive)
                        .as("%d for %d", hooked, drawn)
                        .isEqualTo(valid);
                assertThat(toldPositive()).isEqualTo(valid);
            } catch (NoAnswerException e) {
                assertThat(meant && !valid).as("%d for %d", hooked, drawn).isTrue();
                assertWithheld("limit");
            }
        }
    }

    @Test
    void a_request_hook_that_breaks_a_positive_keeps_it_from_being_sent_and_the_reason_keeps_secrets() {
        assertThatThrownBy(() -> call(asking(5, positive()), List.of(), header("X-Tenant", "s3cret-and-long")))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageNotContaining("s3cret");
        assertWithheld("X-Tenant");
        assertThat(events.toString()).doesNotContain("s3cret");
    }

    @Test
    void a_missing_header_that_a_hook_adds_makes_the_negative_a_positive() {
        TestCase without = asking(5, negative(Location.HEADER, "X-Tenant", "required"));
        without = without.withParameters(without.parameters().subList(0, 1));
        call(without, List.of());
        assertThat(checked.get(0).intent()).isInstanceOf(Intent.Negative.class);
        call(without, List.of(), header("X-Tenant", "acme"));
        assertThat(checked.get(1).intent()).isInstanceOf(Intent.Positive.class);
        call(without, List.of(new Header("x-tenant", "acme")));
        assertThat(checked.get(2).intent()).isInstanceOf(Intent.Positive.class);
        assertThat(toldPositive()).isTrue();
    }

    @Test
    void a_negative_that_a_hook_breaks_elsewhere_is_told_by_the_rule_that_is_really_broken() {
        call(
                asking(0, negative(Location.QUERY, "limit", "minimum")),
                List.of(),
                limit(5),
                header("X-Tenant", "too long"));
        assertThat(checked.get(0).intent()).isInstanceOfSatisfying(Intent.Negative.class, n -> {
            assertThat(n.mutation().location()).isEqualTo(Location.HEADER);
            assertThat(n.mutation().keyword()).contains("maxLength");
        });
    }
}
