package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.LoggedCause;
import io.contractcheck.event.Prelude;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.trace.RootCause;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingListTest {
    private static List<String> lines(List<RunEvent> events) {
        return FindingList.lines(RunSummary.of(events), "summary.json");
    }

    @Test
    void a_finding_tells_what_came_how_to_see_it_again_and_what_to_do() {
        assertThat(lines(List.of(Findings.failing("GET /a", "c", "one"), Findings.failing("GET /a", "c", "one"))))
                .containsExactly(
                        "1. GET /a: Title of c [c, high] (2 times)",
                        "   fact about one",
                        "   Reproduce: " + "curl 'http://127.0.0.1:1/a' -H 'Accept:'",
                        "   What to do: advice on c",
                        "");
    }

    @Test
    void a_finding_of_the_whole_run_has_nothing_to_reproduce() {
        Failure slow = new Failure(
                new FailureId(FailureId.WHOLE_RUN, "pace", "slow"), "Too slow", "2 s on average", "", Severity.LOW);
        assertThat(lines(List.of(new RunEvent.RunChecked("acme.Hook", List.of(slow)))))
                .containsExactly("1. the whole run: Too slow [pace, low]", "   2 s on average", "");
    }

    @Test
    void other_causes_of_the_same_operation_and_check_are_a_line_each() {
        List<String> lines = lines(IntStream.range(0, 7)
                .mapToObj(i -> Findings.failing("GET /a", "c", "cause " + i))
                .toList());
        assertThat(lines).filteredOn(l -> l.matches("\\d+\\. .*")).hasSize(1);
        assertThat(lines)
                .containsSequence(
                        "   The same check found here too:",
                        "     - cause 1",
                        "     - cause 2",
                        "     - cause 3",
                        "     - cause 4",
                        "     - and 2 more");
    }

    @Test
    void what_to_do_is_said_once_for_each_check() {
        List<String> lines = lines(List.of(
                Findings.failing("GET /a", "c", "one"),
                Findings.failing("GET /b", "c", "one"),
                Findings.failing("GET /b", "d", "one")));
        assertThat(lines)
                .filteredOn(l -> l.contains("What to do"))
                .containsExactly("   What to do: advice on c", "   What to do: advice on d");
    }

    @Test
    void what_did_not_come_again_is_marked() {
        FailureId id = new FailureId("GET /a", "c", "one");
        assertThat(lines(List.of(
                        Findings.failing("GET /a", "c", "one"),
                        new RunEvent.FailureRetried(id, Confirmation.FLAKY, "seen once"))))
                .contains("   Run again: seen once");
        assertThat(lines(List.of(
                        Findings.failing("GET /a", "c", "one"),
                        new RunEvent.FailureRetried(id, Confirmation.CONFIRMED, "came again"))))
                .noneMatch(l -> l.contains("Run again"));
    }

    @Test
    void one_cause_in_several_operations_is_one_block() {
        List<String> lines = lines(List.of(
                Findings.failing("GET /a", "c", "one"),
                Findings.failing("GET /b", "c", "one"),
                Findings.failing("GET /b", "c", "one"),
                Findings.failing("GET /b", "c", "two")));
        assertThat(lines)
                .filteredOn(l -> l.matches("\\d+\\. .*"))
                .containsExactly(
                        "1. GET /a and 1 more: Title of c [c, high] (3 times)", "2. GET /b: Title of c [c, high]");
        assertThat(lines).containsSequence("   The same in:", "     - GET /b (2 times)");
    }

    @Test
    void what_has_one_root_cause_is_one_block_and_tells_it() {
        RootCause cause = new RootCause(
                "java.lang.IllegalStateException",
                "no stock",
                List.of("Stock.take:42", "Books.create:7"),
                true,
                Optional.of("shop.Failed: request"));
        List<String> lines = lines(Stream.of("GET /a", "GET /b", "GET /c")
                .flatMap(operation -> failedService(operation, cause).stream())
                .toList());
        assertThat(lines)
                .startsWith(
                        "1. GET /a and 2 more: Title of not_a_server_error [not_a_server_error, high] (3 times)",
                        "   Root cause: java.lang.IllegalStateException: no stock",
                        "     at Stock.take:42, called from Books.create:7",
                        "     (service.log, line 99, as the cause of shop.Failed: request)")
                .containsSequence(
                        "   The same root cause at Stock.take:42 in 3 operations:", "     - GET /b", "     - GET /c");
        assertThat(lines).filteredOn(l -> l.matches("\\d+\\. .*")).hasSize(1);
    }

    private static List<RunEvent> failedService(String operation, RootCause cause) {
        RunEvent.CallAnswered call = (RunEvent.CallAnswered) Findings.failing(operation, "not_a_server_error", "500");
        RunEvent.CallAnswered suspected = new RunEvent.CallAnswered(
                call.id(),
                call.purpose(),
                call.positive(),
                call.description(),
                call.sender(),
                call.exchange(),
                call.checks(),
                List.of(cause.identity()));
        return List.of(
                suspected,
                new RunEvent.FailureRetried(
                        new FailureId(operation, "not_a_server_error", "500").at(cause.identity()),
                        Confirmation.CONFIRMED,
                        "came again",
                        Optional.of(new RunEvent.FailureRetried.Claim(
                                new LoggedCause(cause, "service.log", 99), suspected))));
    }

    @Test
    void a_very_long_list_is_cut_for_each_check_and_the_report_is_named() {
        List<String> lines = lines(IntStream.range(0, 60)
                .mapToObj(i -> Findings.failing("GET /" + (10 + i / 2), i % 2 == 0 ? "c" : "d", "cause " + i))
                .toList());
        assertThat(lines).filteredOn(l -> l.matches("\\d+\\. .*")).hasSize(8);
        assertThat(lines).containsSequence("More by d:", "   - GET /14: cause 9", "   - GET /15: cause 11");
        assertThat(lines)
                .filteredOn(l -> l.equals("   - and 20 findings more, all in summary.json"))
                .hasSize(2);
    }

    @Test
    void a_finding_of_several_calls_names_each_and_the_script_that_makes_them() {
        RunEvent.CallAnswered call =
                (RunEvent.CallAnswered) Findings.failing("GET /books/{id}", "not_a_server_error", "500");
        List<String> lines = lines(List.of(new RunEvent.CallAnswered(
                call.id(),
                call.purpose(),
                call.positive(),
                call.description(),
                call.sender(),
                call.exchange(),
                call.checks(),
                List.of(),
                Optional.of(new Prelude(
                        List.of(new Prelude.Call("POST /books", call.exchange(), List.of())),
                        List.of(new Prelude.Handed("path.id", 0, "$response.body#/id")))))));
        int status = call.exchange().response().status();
        assertThat(lines)
                .containsSequence(
                        "   Calls:",
                        "     1. POST /books: " + status,
                        "     2. GET /books/{id}: " + status,
                        "   Reproduce: sh reproduce/not_a_server_error-get-books-id.sh");
    }
}
