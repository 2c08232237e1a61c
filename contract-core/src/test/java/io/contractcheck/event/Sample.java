package io.contractcheck.event;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Events of a small run, one of every kind. */
public final class Sample {
    public static final FailureId FAILURE =
            new FailureId("GET /books", "response_schema_conformance", "api.yaml#/x/minimum /*/price");

    private Sample() {}

    public static RunEvent.RunStarted started() {
        return new RunEvent.RunStarted(
                "0.1.0",
                "api.yaml",
                "OpenAPI 3.0.3",
                "Shop <&> \u0001",
                "1.0",
                "http://127.0.0.1:1",
                42,
                Instant.parse("2026-11-21T12:00:00.123Z"),
                List.of("GET /books", "POST /books", "GET /never"),
                List.of("examples", "fuzzing"),
                List.of("not_a_server_error", "response_schema_conformance"));
    }

    public static CaseId id(String phase, String operation, int index) {
        return new CaseId(new ScenarioId(phase, operation, index), operation, 0);
    }

    public static RunEvent.CallAnswered answered(CaseId id, Purpose purpose, int status, boolean fails, byte[] body) {
        Exchange exchange = new Exchange(
                new Request(
                        "GET",
                        "http://127.0.0.1:1",
                        "/books?q=%20",
                        List.of(new Header("Authorization", "Bearer ${CONTRACT_TOKEN}")),
                        null),
                new Response(status, "OK", List.of(new Header("A", "1"), new Header("a", "2")), body, false),
                Duration.ofMillis(1234));
        return new RunEvent.CallAnswered(
                id,
                purpose,
                true,
                "random valid values",
                new Sender(true, Optional.empty()),
                exchange,
                fails
                        ? List.of(
                                new CheckResult("not_a_server_error", CheckResult.Outcome.PASSED, List.of()),
                                new CheckResult(
                                        "response_schema_conformance",
                                        CheckResult.Outcome.FAILED,
                                        List.of(new Failure(
                                                FAILURE,
                                                "Response violates schema",
                                                "line one\nline two",
                                                "do this",
                                                Severity.HIGH))))
                        : List.of(new CheckResult("not_a_server_error", CheckResult.Outcome.PASSED, List.of())));
    }

    public static List<RunEvent> events() {
        byte[] text = "{\"price\":-1,\"name\":\"é\"}".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = {(byte) 0xff, 0, 1};
        return List.of(
                new RunEvent.HookLoaded(
                        "a.Hook",
                        "hooks.jar",
                        Optional.of("a:hooks:1"),
                        Optional.of("sha256:00"),
                        Optional.empty(),
                        true),
                started(),
                new RunEvent.LimitsSet(4, Duration.ofMinutes(10), OptionalInt.of(3), Optional.of(new Shard(2, 8))),
                new RunEvent.NetworkSet(List.of("--cacert", "ca.pem")),
                new RunEvent.RunPlanned(
                        "0123",
                        Map.of("maxExamples", "100"),
                        new ApiOutline(
                                List.of("http://127.0.0.1:8080"),
                                Map.of(
                                        "key",
                                        new ApiOutline.Scheme(
                                                "apiKey",
                                                Optional.empty(),
                                                Optional.of("header"),
                                                Optional.of("X-Key"))),
                                List.of(new ApiOutline.Call(
                                        "GET /books",
                                        "/books",
                                        List.of(Map.of("key", List.of())),
                                        List.of(),
                                        List.of("limit"),
                                        false,
                                        false,
                                        false,
                                        Map.of("author", List.of("POST /authors"))))),
                        List.of("alice")),
                new RunEvent.CredentialReady("alice", "bearer", "a token of 20 characters"),
                new RunEvent.Throttled(Duration.ofSeconds(3), false),
                new RunEvent.CheckPlanned("response_schema_conformance", 2),
                new RunEvent.Warned("look out"),
                new RunEvent.OperationNotTested("PUT /books", Optional.empty(), "api.yaml#/x: broken"),
                new RunEvent.OperationNotTested("GET /books", Optional.of("fuzzing"), "no valid value"),
                new RunEvent.PhaseStarted("examples"),
                answered(id("examples", "GET /books", 0), Purpose.CASE, 200, true, text),
                answered(id("examples", "GET /books", 0), Purpose.CONFIRMATION, 200, true, text),
                new RunEvent.RetryBegun(
                        id("examples", "GET /books", 0).scenario(), List.of(FAILURE), Purpose.CONFIRMATION),
                new RunEvent.FailureRetried(FAILURE, Confirmation.CONFIRMED, "came again"),
                new RunEvent.FailureShrunk(
                        FAILURE, answered(id("examples", "GET /books", 0), Purpose.SHRINK, 200, true, text), 7),
                new RunEvent.OperationDone("examples", "GET /books"),
                new RunEvent.PhaseFinished("examples", Duration.ofMillis(1500)),
                new RunEvent.PhaseStarted("fuzzing"),
                answered(id("fuzzing", "GET /books", 0), Purpose.CASE, 404, true, bytes),
                answered(id("fuzzing", "POST /books", 0), Purpose.CASE, 400, false, bytes),
                new RunEvent.CallUnanswered(
                        id("fuzzing", "POST /books", 1),
                        Purpose.CASE,
                        new Request("POST", "http://127.0.0.1:1", "/books", List.of(), text),
                        TransportException.Kind.TIMEOUT,
                        "no answer within 10 s"),
                new RunEvent.CaseWithheld(
                        id("fuzzing", "POST /books", 2),
                        Purpose.CASE,
                        "random valid values",
                        "body at /name: too long"),
                new RunEvent.OperationLeftOut("DELETE /books", "a.Hook"),
                new RunEvent.CaseLeftOut(
                        id("fuzzing", "POST /books", 3), Purpose.CASE, "random valid values", "a.Hook"),
                new RunEvent.FailureLeftOut(
                        id("fuzzing", "POST /books", 4), Purpose.CASE, FAILURE, "Response violates schema", "a.Hook"),
                new RunEvent.ErrorOccurred(Optional.of("POST /books"), "check x failed"),
                new RunEvent.PhaseFinished("fuzzing", Duration.ofSeconds(2)),
                new RunEvent.RunChecked(
                        "a.Hook",
                        List.of(new Failure(
                                new FailureId(FailureId.WHOLE_RUN, "own_check", "too slow"),
                                "Slow on average",
                                "2 s",
                                "",
                                Severity.LOW))),
                new RunEvent.Learnt("POST /books", "body.title", "maxLength", "20", "must not be longer than 20"),
                new RunEvent.HookUsed("a.Hook", 4, 3),
                new RunEvent.StateRestored(Isolation.OPERATION, 12, Duration.ofMillis(150)),
                new RunEvent.CredentialUsed("alice", "bearer", 3),
                new RunEvent.Doubted(new Doubt(Doubt.Kind.MISSING_AUTH, "all were 401", true)),
                new RunEvent.OperationCut("fuzzing", "GET /books", 17),
                new RunEvent.RunCut(RunEvent.RunCut.Reason.TIME, "the time was up"),
                new RunEvent.RunBroken("the service died"),
                new RunEvent.RunFinished(Duration.ofSeconds(4)));
    }
}
