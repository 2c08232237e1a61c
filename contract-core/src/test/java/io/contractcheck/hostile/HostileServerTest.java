package io.contractcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.hostile.HostileServer.Habit;
import io.contractcheck.hostile.HostileServer.Talk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever one operation's server does: a finding or a clear error, and the rest of the run goes on. */
class HostileServerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
    private static final String CALM = "{\"ok\":true}";

    @TempDir
    private Path folder;

    private final Map<String, Case> cases = new LinkedHashMap<>();

    private record Case(Habit habit, Duration timeout, String told) {}

    private void when(String name, Habit habit, String told) {
        cases.put(name, new Case(habit, HostileRun.LONG, told));
    }

    private void whenHanging(String name, Habit habit) {
        String told = "error: no answer: POST .*: no whole answer came within 1000 ms";
        cases.put(name, new Case(habit, HostileRun.SHORT, told));
    }

    @TestFactory
    Stream<DynamicTest> in_each_case_a_finding_or_a_clear_error_and_the_others_go_on() {
        whenHanging("it never answers", Talk::hang);
        whenHanging("it answers one byte a moment", talk -> drip(talk, OK + "\r\n" + " ".repeat(1000)));
        when("it closes at once", talk -> {}, "closed the connection without an answer");
        when(
                "it closes in mid-header",
                talk -> talk.say("HTTP/1.1 200 OK\r\nContent-T"),
                "no HTTP/1.1 .Invalid header");
        when(
                "it closes in mid-body",
                talk -> talk.say(OK + "Content-Length: 11\r\n\r\n{\"ok\""),
                "ended in the middle");
        when(
                "it closes in mid-chunk",
                talk -> talk.say(OK + "Transfer-Encoding: chunked\r\n\r\nb\r\n{\"ok\""),
                "ended in the middle");
        when(
                "its body has no end",
                talk -> endless(talk, OK + "\r\n", "[],"),
                "^warning: POST /wild: response_schema_conformance did not judge the body of an answer: it is longer than the 8 MiB that are kept");
        when(
                "its chunks have no end",
                talk -> endless(talk, OK + "Transfer-Encoding: chunked\r\n\r\n", "3\r\n[],\r\n"),
                "it is longer than the 8 MiB that are kept");
        when(
                "its body has 2 GB",
                talk -> endless(talk, OK + "Content-Length: 2147483648\r\n\r\n", " "),
                "^warning: POST /wild: response_schema_conformance did not judge the body of an answer: it is longer than the 8 MiB that are kept");
        when("its headers have no end", talk -> endless(talk, OK, "X-More: and more\r\n"), "no HTTP/1.1");
        when("its header line has no end", talk -> endless(talk, OK + "X-Long: ", "and more "), "no HTTP/1.1");
        when("its status line has no end", talk -> endless(talk, "HTTP/1.1 200 ", "all right "), "no HTTP/1.1");
        when(
                "it sends a gzip bomb",
                json(Bombs.zeros(7, 0), "Content-Encoding: gzip\r\n"),
                "^warning: POST /wild: response_schema_conformance did not judge the body of an answer: undone from its Content-Encoding it is longer than the 8 MiB that are read");
        when(
                "it sends a nested gzip bomb",
                json(Bombs.zeros(10, 2), "Content-Encoding: gzip, gzip, gzip\r\n"),
                "^warning: POST /wild: response_schema_conformance did not judge the body of an answer: undone from its Content-Encoding it is longer than the 8 MiB that are read");
        when(
                "it sends broken gzip",
                talk -> talk.json(CALM.getBytes(StandardCharsets.UTF_8), "Content-Encoding: gzip\r\n"),
                "Response cannot be decoded: .* its Content-Encoding is gzip, but its bytes are not");
        when(
                "it sends cut gzip",
                talk -> talk.json(
                        java.util.Arrays.copyOf(Bombs.gzip(CALM.getBytes(StandardCharsets.UTF_8)), 20),
                        "Content-Encoding: gzip\r\n"),
                "Response cannot be decoded: .* its Content-Encoding is gzip, but its bytes are not");
        when(
                "its Content-Length is too long",
                talk -> talk.say(OK + "Content-Length: 12\r\n\r\n" + CALM),
                "ended in the middle");
        when(
                "its Content-Length is too short",
                talk -> talk.say(OK + "Content-Length: 10\r\n\r\n" + CALM),
                "finding of response_schema_conformance: Response is no JSON");
        when(
                "it has two Content-Lengths",
                talk -> talk.say(OK + "Content-Length: 11\r\nContent-Length: 5\r\n\r\n" + CALM),
                "no HTTP/1.1 .Multiple Content-Length");
        when(
                "its Content-Length is negative",
                talk -> talk.say(OK + "Content-Length: -1\r\n\r\n" + CALM),
                "no HTTP/1.1");
        when(
                "its Content-Length is no number",
                talk -> talk.say(OK + "Content-Length: eleven\r\n\r\n" + CALM),
                "no HTTP/1.1");
        when(
                "its Content-Length is beyond all bounds",
                talk -> talk.say(OK + "Content-Length: 99999999999999999999\r\n\r\n" + CALM),
                "no HTTP/1.1");
        when(
                "its header name is none",
                talk -> talk.say(OK + "X Y: z\r\nContent-Length: 11\r\n\r\n" + CALM),
                "finding of response_headers_conformance: Response header that is none: A header has the name 'X Y'");
        when(
                "its header has no name",
                talk -> talk.say(OK + ": z\r\nContent-Length: 11\r\n\r\n" + CALM),
                "no HTTP/1.1 .Invalid header");
        when(
                "its header has odd bytes",
                talk -> talk.say(OK + "X-Odd: \0\1\u0080\u00ff\u001b[31m\r\nContent-Length: 11\r\n\r\n" + CALM),
                "finding of response_headers_conformance: .* X-Odd has control characters");
        when(
                "its reason phrase has odd bytes",
                talk -> talk.say(
                        "HTTP/1.1 500 \0\1\u0080\u00ff\u001b[31m\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
                "finding of not_a_server_error");
        when("it speaks no HTTP", talk -> talk.say("SSH-2.0-OpenSSH_9.6\r\n"), "no HTTP/1.1");
        when("its status is no number", talk -> talk.say("HTTP/1.1 OK\r\n\r\n"), "no HTTP/1.1");
        when(
                "its status is 99",
                talk -> talk.say("HTTP/1.1 99 Low\r\nContent-Length: 0\r\n\r\n"),
                "no HTTP/1.1 .Status line contains invalid status code");
        when(
                "its status is 1000",
                talk -> talk.say("HTTP/1.1 1000 High\r\nContent-Length: 0\r\n\r\n"),
                "no HTTP/1.1 .Status line contains invalid status code");
        when(
                "its status is negative",
                talk -> talk.say("HTTP/1.1 -200 OK\r\nContent-Length: 0\r\n\r\n"),
                "no HTTP/1.1 .Status line contains invalid status code");
        when(
                "it speaks HTTP/2",
                talk -> talk.say("HTTP/2 200\r\nContent-Length: 0\r\n\r\n"),
                "no HTTP/1.1 .Unsupported version");
        whenHanging(
                "it says 103 without end", talk -> endless(talk, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
        when(
                "it says 101",
                talk -> talk.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
                "closed the connection without an answer");
        when(
                "it sends callers around",
                talk -> talk.say(
                        "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /wild\r\nContent-Length: 0\r\n\r\n"),
                "finding of status_code_conformance");
        when(
                "its text is no UTF-8",
                talk -> talk.json("{\"ok\":\"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1)),
                "finding of response_schema_conformance: Response is no JSON");
        when(
                "its JSON is 100,000 levels deep",
                talk -> talk.json("[".repeat(100_000) + "]".repeat(100_000)),
                "Response is JSON that readers refuse: .* more than 1000 levels deep");
        when(
                "its JSON is 900 levels deep",
                talk -> talk.json("[".repeat(900) + "]".repeat(900)),
                "finding of response_schema_conformance: Response violates schema");
        when("its JSON has a name twice", talk -> talk.json("{\"ok\":1,\"ok\":true}"), "^$");
        when(
                "its number has a million digits",
                talk -> talk.json("{\"ok\":true,\"n\":" + "9".repeat(1_000_000) + "}"),
                "Response is JSON that readers refuse: .* more than 10000 digits");
        when(
                "its number is 1e999999999",
                talk -> talk.json("{\"ok\":true,\"n\":1e999999999}"),
                "must be an integer, but is 1E.999999999");
        when(
                "its number is 1e-999999999",
                talk -> talk.json("{\"ok\":true,\"n\":1e-999999999}"),
                "must be an integer, but is 1E-999999999");
        when(
                "its exponent is beyond all bounds",
                talk -> talk.json("{\"ok\":true,\"n\":1e99999999999}"),
                "Response is JSON that readers refuse: .* an exponent beyond all bounds");
        when(
                "its JSON is 8 MB of brackets",
                talk -> talk.json("[" + "[],".repeat(2_790_000) + "[]]"),
                "^warning: POST /wild: response_schema_conformance did not judge the body of an answer: its JSON is longer than what is judged");
        when(
                "its JSON is a text of 8 MB",
                talk -> talk.json("\"" + "x".repeat((8 << 20) - 2) + "\""),
                "finding of response_schema_conformance");
        when(
                "it speaks HTTP/1.0",
                talk -> talk.say(
                        "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n" + CALM),
                "^$");
        when(
                "it speaks HTTP/1.0 without a length",
                talk -> talk.say("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + CALM),
                "^$");
        when("it answers before it has read", early(talk -> talk.say(OK + "Content-Length: 11\r\n\r\n" + CALM)), "^$");
        when("it resets the connection", talk -> talk.socket().setSoLinger(true, 0), "error: no answer");
        when(
                "it resets the connection in mid-body",
                talk -> {
                    talk.say(OK + "Content-Length: 100\r\n\r\n" + CALM);
                    talk.socket().setSoLinger(true, 0);
                },
                "error: no answer");
        return cases.entrySet().stream()
                .map(c -> DynamicTest.dynamicTest(c.getKey(), () -> {
                    HostileRun run = HostileRun.of(
                            folder, c.getValue().habit(), c.getValue().timeout());
                    run.survived();
                    assertThat(run.told()).containsPattern(c.getValue().told());
                }));
    }

    private static Habit json(byte[] body, String header) {
        return talk -> talk.json(body, header);
    }

    private static Habit early(Habit habit) {
        return new Habit() {
            @Override
            public void answer(Talk talk) throws IOException {
                habit.answer(talk);
            }

            @Override
            public boolean readsBody() {
                return false;
            }
        };
    }

    private static void drip(Talk talk, String text) throws IOException {
        for (char c : text.toCharArray()) {
            talk.say(String.valueOf(c));
            pause();
        }
    }

    private static void endless(Talk talk, String start, String more) throws IOException {
        talk.say(start);
        byte[] much = more.repeat(4096).getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            talk.say(much);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
