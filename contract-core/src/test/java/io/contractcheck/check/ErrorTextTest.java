package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {
    private final Fixture get = Fixture.get("'200': {description: ok}");

    private String cause(String body, String... headers) {
        return ErrorText.of(get.answer(400, body, headers)).cause();
    }

    @Test
    void the_fields_that_frameworks_use_are_read_in_order() {
        assertThat(
                        cause(
                                "{\"timestamp\":\"2026-11-21T10:00:00Z\",\"status\":400,\"error\":\"Bad Request\",\"path\":\"/books/7\"}"))
                .isEqualTo("Bad Request");
        assertThat(cause("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"detail\":\"Failed to read request\"}"))
                .isEqualTo("Failed to read request");
        assertThat(cause("{\"error\":{\"code\":3,\"message\":\"no such shelf\"}}"))
                .isEqualTo("no such shelf");
        assertThat(cause("{\"detail\":[{\"loc\":[\"body\",\"price\"],\"msg\":\"field required\"}]}"))
                .isEqualTo("body.price: field required");
        assertThat(cause("no such shelf\n\tat Shop.java:7")).isEqualTo("no such shelf");
        assertThat(cause("<html><head><title>HTTP Status 400 – Bad Request</title></head><body>x</body></html>"))
                .isEqualTo("HTTP Status … – Bad Request");
    }

    @Test
    void what_changes_with_every_request_is_no_part_of_the_cause() {
        assertThat(
                        cause(
                                "{\"message\":\"Book 550e8400-e29b-41d4-a716-446655440000 was changed at 2026-11-21T10:00:00.123Z by 0x1f\"}"))
                .isEqualTo(
                        cause(
                                "{\"message\":\"Book 123e4567-e89b-12d3-a456-426614174000 was changed at 2025-01-01T00:00:00Z by 0xff\"}"));
        assertThat(cause("{\"message\":\"Unrecognized token 'abc' (line 1, column 7)\"}"))
                .isEqualTo(cause("{\"message\":\"Unrecognized token 'it is' (line 12, column 70)\"}"));
        assertThat(cause("{\"message\":\"java.lang.Object@1b2c3d4e is odd\"}"))
                .isEqualTo(cause("{\"message\":\"java.lang.Object@99aabbcc is odd\"}"));
    }

    @Test
    void an_echo_of_what_was_sent_is_no_part_of_the_cause() {
        String one = ErrorText.of(get.sending("alpha beta", null).answer(400, "book alpha beta is unknown"))
                .cause();
        String two = ErrorText.of(get.sending("gamma$1", null).answer(400, "book gamma$1 is unknown"))
                .cause();
        assertThat(one).isEqualTo(two).isEqualTo("book … is unknown");
    }

    @Test
    void names_from_the_document_tell_complaints_apart() {
        assertThat(cause("parameter 'id' is odd")).isEqualTo("parameter 'id' is odd");
        assertThat(cause("parameter 'xyz' is odd")).isEqualTo("parameter '…' is odd");
    }

    @Test
    void different_complaints_are_different_causes() {
        assertThat(cause("{\"message\":\"price must not be negative\"}"))
                .isNotEqualTo(cause("{\"message\":\"title must not be blank\"}"));
    }

    @Test
    void the_same_complaint_in_other_company_is_the_same() {
        assertThat(
                        cause(
                                "{\"errors\":[{\"field\":\"price\",\"defaultMessage\":\"too low\"},{\"field\":\"title\",\"defaultMessage\":\"blank\"}]}"))
                .isEqualTo(
                        cause(
                                "{\"errors\":[{\"field\":\"title\",\"defaultMessage\":\"odd\"},{\"field\":\"price\",\"defaultMessage\":\"too low\"}]}"));
    }

    @Test
    void apostrophes_do_not_swallow_text() {
        assertThat(cause("can't do it, won't do it")).isEqualTo("can't do it, won't do it");
    }

    @Test
    void no_body_and_any_bytes_have_a_cause_too() {
        assertThat(cause("")).isEqualTo("without a message");
        assertThat(cause("{}")).isEqualTo("without a message");
        assertThat(ErrorText.of(get.answer(500, new byte[] {0, (byte) 0xff, 1, '{'}))
                        .cause())
                .isNotEmpty();
        assertThat(ErrorText.of(get.answer(500, "x", "Content-Encoding: br")).cause())
                .isEqualTo("without a message");
        assertThat(cause("x".repeat(100_000)).length()).isLessThan(200);
        assertThat(cause("1.".repeat(50_000)).length()).isLessThan(200);
        assertThat(cause("{\"message\":\"" + "1.1'".repeat(10_000) + "\"}")).isNotEmpty();
        assertThat(cause("x", "Content-Type: a/b;c=\"" + "\\a".repeat(100_000))).isEqualTo("x");
        assertThat(cause("{\"a\":".repeat(5000))).isNotEmpty();
    }

    /** The causes that the same words have when each of the values was sent, and is echoed. */
    private Set<String> causes(String words, String... values) {
        return Arrays.stream(values)
                .map(value -> ErrorText.of(get.sending(value, null).answer(400, words.formatted(value)))
                        .cause())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void an_echo_of_any_length_is_no_part_of_the_cause() {
        String[] values = {"q", "g", "a", "r1", "7", "TBm", "is", "value", "🙂", "a b", "550e8400-e29b", "$x", "x%y"};
        assertThat(causes("%s is not a valid UUID", values)).containsExactly("… is not a valid UUID");
        assertThat(causes("no such book: %s", values)).containsExactly("no such book: …");
        assertThat(causes("book '%s' is unknown", values)).containsExactly("book '…' is unknown");
        assertThat(causes("cannot find %s in here", "q", "g", "r1", "7", "TBm", "🙂", "a b"))
                .containsExactly("cannot find … in here");
        assertThat(causes("size must be between 1 and 5", "1", "5", "0")).hasSize(1);
        String encoded = ErrorText.of(get.sending("a b", null).answer(400, "a%20b is not a valid UUID"))
                .cause();
        assertThat(encoded).isEqualTo("… is not a valid UUID");
    }

    @Test
    void words_of_the_message_itself_are_no_echo() {
        assertThat(causes(
                        "Cannot deserialize value of type, can't go on", "value", "of", "type", "t", "n", "de", "TBm"))
                .containsExactly("Cannot deserialize value of type, can't go on");
    }

    @Test
    void an_empty_or_single_character_after_a_colon_is_no_part_of_the_cause() {
        assertThat(causes("Hash must be hex of 4-32 bytes - but was: %s: Bad Request", "r1", "🙂", ""))
                .containsExactly("Hash must be hex of …-… bytes - but was: …");
        assertThat(causes("Hash must be hex of 4-32 bytes - but was: %s", "r1", "🙂", ""))
                .containsExactly("Hash must be hex of …-… bytes - but was: …");
        assertThat(cause("Unknown pattern letter: l"))
                .isEqualTo(cause("Unknown pattern letter: R"))
                .isEqualTo("Unknown pattern letter: …");
    }

    @Test
    void entities_of_html_are_undone() {
        assertThat(cause("For input string: &quot;TBm&quot;"))
                .isEqualTo(cause("For input string: &quot;&quot;"))
                .isEqualTo(cause("For input string: &#34;x&#x22;"))
                .isEqualTo(cause("For input string: \"abc\""))
                .isEqualTo("For input string: '…'");
        assertThat(cause("<html><title>Error</title><p><b>Message</b> not &lt;5&gt;</p></html>"))
                .isEqualTo("Error: not <…>");
        assertThat(cause("&#999999; &#0; &lt")).isNotEmpty();
    }

    @Test
    void an_echo_of_json_is_collapsed() {
        assertThat(cause("{\"message\":\"{\\\"includes\\\":[1,{\\\"}\\\":2}]}: is not a valid match operation\"}"))
                .isEqualTo(cause("{\"message\":\"{}: is not a valid match operation\"}"))
                .isEqualTo("{…}: is not a valid match operation");
        assertThat(cause("cannot read [{\"a\":1}, 2] or {a=1, b=x}")).isEqualTo("cannot read […] or {…}");
        assertThat(cause("cannot read {\"a\":[1, 2")).isEqualTo("cannot read {…}");
        assertThat(cause("items[0] of /books/{id} is odd")).isEqualTo("items[…] of /books/{id} is odd");
    }

    private List<String> complaints(String body) {
        return ErrorText.of(get.answer(400, body)).complaints().stream()
                .map(ErrorText.Complaint::cause)
                .toList();
    }

    @Test
    void each_field_of_a_list_in_words_is_a_complaint_of_its_own() {
        assertThat(complaints("a.b: must not be null, c[3].d: size must be between 1 and 5"))
                .containsExactly("a.b: must not be null", "c[…].d: size must be between … and …");
        assertThat(complaints("c[4].d: size must be between 1 and 5"))
                .containsExactly("c[…].d: size must be between … and …");
        assertThat(complaints("Validation failed: id: must not be null, b: must be greater than 0"))
                .containsExactly("id: must not be null", "b: must be greater than …");
        assertThat(complaints("Validation failed: id: must not be null")).containsExactly("id: must not be null");
        assertThat(complaints("Unexpected token; line: 1, column: 3")).hasSize(1);
        assertThat(complaints(
                        "Validation failed with 2 errors: [Field error in object 'book' on field 'title': rejected"
                                + " value [null]; codes [NotNull]; arguments [codes [title]; arguments []; default message"
                                + " [title]]; default message [must not be null]] [Field error in object 'book' on field 'price':"
                                + " rejected value [-1]; codes [Min]; arguments [codes [price]; arguments []; default message"
                                + " [price],0]; default message [too low]]"))
                .contains("title: must not be null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':400,'error':'Bad Request','errors':[{'field':'a[0].b','defaultMessage':'too low'},{'field':'c','defaultMessage':'too long'}]}",
                "{'title':'Constraint Violation','violations':[{'field':'a[1].b','message':'too low'},{'field':'c','message':'too long'}]}",
                "{'detail':'2 errors','fieldErrors':[{'path':'a[2].b','reason':'too low'},{'path':'c','reason':'too long'}]}",
                "{'details':[{'property':'a[7].b','msg':'too low'},{'property':'c','msg':'too long'}]}",
                "{'apierror':1,'message':'Validation error','subErrors':[{'propertyPath':'a[1].b','detail':'too low','rejectedValue':3},{'propertyPath':'c','detail':'too long'}]}",
                "{'error':{'message':'bad','errors':{'a[1].b':['too low'],'c':'too long'}}}",
                "{'message':['a[1].b: too low','c: too long']}"
            })
    void each_field_of_a_list_in_json_is_a_complaint_of_its_own(String body) {
        assertThat(complaints(body.replace('\'', '"'))).containsExactly("a[…].b: too low", "c: too long");
    }

    @Test
    void pointers_and_locations_are_places_too() {
        assertThat(
                        complaints(
                                "{\"errors\":[{\"source\":{\"pointer\":\"/data/0/id\"},\"title\":\"odd\",\"detail\":\"too odd\"}]}"))
                .containsExactly("/data/…/id: too odd");
        assertThat(complaints("{\"detail\":[{\"loc\":[\"body\",3,\"price\"],\"msg\":\"required\"}]}"))
                .containsExactly("body.….price: required");
    }

    @Test
    void what_is_said_twice_is_told_once() {
        assertThat(cause("{\"title\":\"Not enabled.\",\"detail\":\"NotAllowedException: Not enabled.\"}"))
                .isEqualTo("NotAllowedException: Not enabled.");
        assertThat(cause("{\"title\":\"org.h2.jdbc.JdbcSQLDataException: Too long\","
                        + "\"detail\":\"JdbcSQLDataException: Too long\"}"))
                .isEqualTo("JdbcSQLDataException: Too long");
        assertThat(cause("<html><title>Error 500 java.lang.IllegalStateException: too odd</title><table>"
                        + "<tr><th>MESSAGE:</th><td>java.lang.IllegalStateException: too odd</td></tr></table></html>"))
                .isEqualTo("IllegalStateException: too odd");
        assertThat(cause("{\"title\":\"too low\",\"detail\":\"too odd\"}")).isEqualTo("too low: too odd");
        assertThat(ErrorText.of(get.answer(400, "{\"message\":\"Bad request\",\"exception\":\"Id cannot be null.\"}"))
                        .line())
                .isEqualTo("\nThe service said: Id cannot be null.");
    }

    @Test
    void packages_of_classes_are_no_part_of_the_cause() {
        assertThat(cause("Unrecognized field (class com.shop2.model.Book), not marked as ignorable"))
                .isEqualTo("Unrecognized field (class Book), not marked as ignorable");
        assertThat(cause("see www.shop.example/Books")).isEqualTo("see www.shop.example/Books");
    }

    @Test
    void which_names_stand_in_a_list_is_no_part_of_the_cause() {
        assertThat(cause("Cannot build Book, some of required attributes are not set [price]"))
                .isEqualTo(cause("Cannot build Book, some of required attributes are not set [price, title]"))
                .isEqualTo("Cannot build Book, some of required attributes are not set […]");
        assertThat(cause("property [price] is missing")).isEqualTo("property [price] is missing");
    }

    @Test
    void a_place_that_was_made_up_and_a_value_before_the_words_are_no_part_of_the_cause() {
        assertThat(complaints("{\"errors\":[{\"source\":{\"pointer\":\"/\"},\"detail\":\"too odd\"}]}"))
                .isEqualTo(complaints("{\"errors\":[{\"source\":{\"pointer\":\"/0\"},\"detail\":\"too odd\"}]}"))
                .containsExactly("too odd");
        assertThat(complaints("{\"errors\":[{\"field\":\"since\",\"message\":\"'x' is no date\"}]}"))
                .isEqualTo(complaints("{\"errors\":[{\"field\":\"since\",\"message\":\" is no date\"}]}"))
                .containsExactly("since: is no date");
        assertThat(cause("Operation is missing for variable: null")).isEqualTo("Operation is missing for variable: …");
    }

    @Test
    void quotes_within_quotes_are_one_value() {
        assertThat(cause("violated: \"FK_1: BOOKS('a', 'b')\"; SQL"))
                .isEqualTo(cause("violated: \"FK_1: BOOKS('\"\"a\"\"', '\"\"b\"\"')\"; SQL"));
    }

    @Test
    void every_text_that_breaks_a_grammar_is_one_cause() {
        assertThat(cause("Syntax error: extraneous input 'a' expecting <EOF>"))
                .isEqualTo(cause("Syntax error: mismatched input 'is' expecting {'(', NUM_INT}"))
                .isEqualTo(cause("Syntax error: token recognition error at: '%'"))
                .isEqualTo("Syntax error: …");
    }

    @Test
    void moments_durations_and_names_of_exchanges_are_no_part_of_the_cause() {
        assertThat(cause("failed at Sat, 21 Nov 2026 10:00:00 GMT after PT0.3S"))
                .isEqualTo(cause("failed at Sun, 2 May 2027 07:12:59 GMT after PT1M2.5S"))
                .isEqualTo("failed at … after …");
        assertThat(cause("failed on Sat Nov 21 21:04:51 UTC 2026"))
                .isEqualTo(cause("failed on Mon Jan  4 01:02:03 UTC 2027"));
        assertThat(cause("no shelf (request id: abcdef, trace-id=zx81q)"))
                .isEqualTo(cause("no shelf (request id: qwerty, trace-id=zx82q)"))
                .isEqualTo("no shelf (request id …, trace-id …)");
        assertThat(cause("no shelf, ask with 01ARZ3NDEKTSV4RRFFQ69G5FAV"))
                .isEqualTo(cause("no shelf, ask with 01BX5ZZKBKACTAV9WEVGEMMVRZ"));
        assertThat(cause("thread http-nio-8080-exec-3 at 127.0.0.1:49533 took 17ms"))
                .isEqualTo(cause("thread http-nio-8080-exec-10 at 127.0.0.1:1234 took 3ms"));
    }

    @Test
    void what_the_service_names_of_its_own_code_is_kept() {
        assertThat(cause("Cannot invoke \"java.lang.String.length()\" because \"book.title\" is null"))
                .isEqualTo("Cannot invoke \"String.length()\" because \"book.title\" is null");
        assertThat(cause("Cannot invoke \"shop.Book.title()\" because \"shop.Book@1b2c3d.next\" is null"))
                .isEqualTo(cause("Cannot invoke \"shop.Book.title()\" because \"shop.Book@99aa.next\" is null"));
        assertThat(cause("ERROR: column \"colour\" does not exist"))
                .isNotEqualTo(cause("ERROR: column \"size\" does not exist"));
    }

    @Test
    void a_constant_that_there_is_none_of_is_no_part_of_the_cause() {
        assertThat(cause("No enum constant shop.Book.Genre.CRIME"))
                .isEqualTo(cause("No enum constant shop.Book.Genre.a b"))
                .isEqualTo(cause("No enum constant shop.Book.Genre."))
                .isEqualTo("No enum constant shop.Book.Genre.…");
        assertThat(cause("No enum constant shop.Book.Cover.x")).isEqualTo("No enum constant shop.Book.Cover.…");
        String sent = ErrorText.of(
                        get.sending("books", null).answer(400, "No enum constant com.books.registry.Genre.left before"))
                .cause();
        assertThat(sent).isEqualTo("No enum constant com.….registry.Genre.…");
    }

    @Test
    void where_the_service_is_was_chosen_by_nobody() {
        CheckContext plain = get.answer(400, "The registry is full");
        Request request = plain.exchange().request();
        CheckContext below = new CheckContext(
                plain.testCase(),
                new Exchange(
                        new Request("GET", request.origin(), "/apis/registry" + request.target(), List.of(), null),
                        plain.response(),
                        Duration.ZERO),
                plain.settings());

        assertThat(ErrorText.of(below).cause()).isEqualTo("The registry is full");
    }

    @Test
    void the_beginning_of_a_long_value_is_an_echo_too() {
        assertThat(causes(
                        "book %.20s... is unknown", "abcdefghijklmnopqrstuvwxyz", "the quick brown fox jumps over it"))
                .containsExactly("book … is unknown");
        assertThat(ErrorText.of(get.sending("Zoë und Jürgen", null).answer(400, "who is Zo? und J?rgen"))
                        .cause())
                .isEqualTo("who is …");
    }

    @Test
    void what_the_document_lists_is_an_echo_whether_it_was_sent_or_not() {
        Sent branch = Sent.to("DELETE /refs/{type}", """
                /refs/{type}:
                  delete:
                    parameters: [{name: type, in: path, required: true, schema: {type: string, enum: [branch, TAG]}}]
                    responses: {'204': {description: ok}}
                """);
        for (String said : List.of(
                "Default branch 'main' cannot be deleted",
                "Default BRANCH 'x' cannot be deleted",
                "a Tag is no number")) {
            assertThat(List.of("\"branch\"", "\"TAG\""))
                    .extracting(type -> {
                        CheckContext context = branch.giving("type", type).answered(400);
                        return Wording.of(context).general(said);
                    })
                    .containsOnly(said.startsWith("a Tag") ? "a Tag is no number" : "Default … '…' cannot be deleted");
        }
    }
}
