package io.contractcheck.internal.engine;

import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.auth.Users;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A service in memory behind a login, and a run against it. */
final class Gate implements Transport {
    static final String BASE = "http://127.0.0.1:1";
    private static final URI WHERE = URI.create("memory:/api.yaml");

    final List<Request> sent = new ArrayList<>();
    final List<RunEvent> events = new ArrayList<>();
    final Secrets secrets = new Secrets();
    private final Function<Request, Integer> answer;
    private int logins;

    /** @param answer the status of every request but logins, which give {@code secret-token-N-of-NAME} */
    Gate(Function<Request, Integer> answer) {
        this.answer = answer;
    }

    @Override
    public Exchange send(Request request) {
        sent.add(request);
        if (request.path().startsWith("/login/")) {
            logins++;
            return answer(
                    request, 200, "{\"token\":\"" + token(logins, request.path().substring(7)) + "\"}");
        }
        return answer(request, answer.apply(request), "{}");
    }

    private static Exchange answer(Request request, int status, String body) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", "application/json"));
        if (status == 401) {
            headers.add(new Header("WWW-Authenticate", "Bearer realm=\"gate\", error=\"invalid_token\""));
        }
        return new Exchange(
                request,
                new Response(status, "", headers, body.getBytes(StandardCharsets.UTF_8), false),
                Duration.ofMillis(1));
    }

    @Override
    public void close() {}

    int logins() {
        return logins;
    }

    static String token(int number, String name) {
        return "secret-token-" + number + "-of-" + name;
    }

    static boolean carries(Request request, String token) {
        return request.header("Authorization").equals(Optional.of("Bearer " + token));
    }

    /** The paths of what was sent, logins left out. */
    List<String> paths() {
        return sent.stream()
                .map(Request::path)
                .filter(p -> !p.startsWith("/login/"))
                .toList();
    }

    static Api api(String paths) {
        return ApiReader.read(
                Documents.of(WHERE, Yaml.parse("""
                openapi: 3.0.3
                info: {title: t, version: '1'}
                security: [{jwt: []}]
                components: {securitySchemes: {jwt: {type: http, scheme: bearer}}}
                paths:
                """ + paths.indent(2))).root(WHERE));
    }

    /** A user who logs in. */
    static AuthSettings.User login(String name) {
        return new AuthSettings.User(
                name,
                List.of(AuthSettings.Credential.of(new Grant.Login(
                        "/login/" + name,
                        "POST",
                        List.of(),
                        "application/json",
                        Optional.of("{\"password\":\"${password}\"}"),
                        Optional.empty(),
                        Optional.of(new SecretValue.Literal("hunter2-" + name, "<password>")),
                        new Grant.Extract.Body("/token")))),
                Optional.empty());
    }

    /** A user with a token. */
    static AuthSettings.User given(String name, String token) {
        return new AuthSettings.User(
                name,
                List.of(AuthSettings.Credential.of(new Grant.Given(new SecretValue.Literal(token, "<token>")))),
                Optional.empty());
    }

    static TestCase plain(Api api, int operation) {
        return new TestCase(api.operations().get(operation), List.of(), Optional.empty(), new Intent.Positive("plain"));
    }

    /** A phase that calls some cases. */
    record Calling(String name, List<TestCase> cases) implements Phase {
        @Override
        public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
            return operation -> IntStream.range(0, cases.size())
                    .filter(i -> cases.get(i).operation().equals(operation))
                    .mapToObj(i -> new Scenario(
                            new ScenarioId(name, operation.label(), i), operation, s -> s.call(cases.get(i))));
        }
    }

    RunSummary run(Api api, List<AuthSettings.User> people, List<Hook> hooks, List<Check> checks, Phase... phases) {
        return run(api, people, List.of(), hooks, checks, settings -> settings, phases);
    }

    RunSummary run(
            Api api,
            List<AuthSettings.User> people,
            List<Header> headers,
            List<Hook> hooks,
            List<Check> checks,
            UnaryOperator<EngineSettings> changed,
            Phase... phases) {
        HookContext context = new HookContext() {
            @Override
            public Optional<String> setting(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<String> environment(String name) {
                return Optional.empty();
            }

            @Override
            public void secret(String variable, String value) {
                secrets.add(variable, value);
            }

            @Override
            public void warn(String message) {
                events.add(new RunEvent.Warned(message));
            }
        };
        headers.forEach(secrets::addHeader);
        Users users = Users.of(
                new AuthSettings(people),
                headers,
                api,
                new Users.Surroundings(
                        this, BASE, secrets, Clock.systemUTC(), w -> events.add(new RunEvent.Warned(w))));
        users.ready().forEach(r -> events.add(new RunEvent.CredentialReady(r.user(), r.credential(), r.description())));
        new Engine(
                        changed.apply(new EngineSettings(BASE, 42, new PhaseSettings(5), CheckSettings.defaults())),
                        this,
                        users,
                        secrets,
                        new HookList(hooks, context),
                        checks,
                        events::add)
                .run(api, List.of(phases));
        users.used().forEach(u -> events.add(new RunEvent.CredentialUsed(u.user(), u.credential(), u.requests())));
        return RunSummary.of(events);
    }
}
