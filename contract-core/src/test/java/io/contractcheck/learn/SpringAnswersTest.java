package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpringAnswersTest {
    private static final String LONG = "{title: 'A title that is far too long'}";

    private static String errors(String entries) {
        return "{\"timestamp\":\"2026-01-02T03:04:05.678+00:00\",\"status\":400,\"error\":\"Bad Request\","
                + "\"message\":\"Validation failed for object='book'. Error count: 1\",\"errors\":[" + entries
                + "],\"path\":\"/shelves/a/books\"}";
    }

    private static String error(String field, String message, String code, String arguments) {
        return "{\"codes\":[\"" + code + ".book." + field + "\",\"" + code + "\"],\"arguments\":[{\"codes\":[\"book."
                + field + "\",\"" + field + "\"],\"defaultMessage\":\"" + field + "\",\"code\":\"" + field + "\"}"
                + arguments + "],\"defaultMessage\":\"" + message + "\",\"objectName\":\"book\",\"field\":\"" + field
                + "\",\"rejectedValue\":\"x\",\"bindingFailure\":false,\"code\":\"" + code + "\"}";
    }

    @Test
    void the_default_error_lists_fields_with_messages() {
        String body = errors(error("title", "size must be between 1 and 20", "Size", ",20,1"));
        assertThat(Answered.refused(LONG, body).rules())
                .containsExactly("body.title minLength 1", "body.title maxLength 20");
    }

    @Test
    void a_message_of_the_services_own_leaves_the_name_of_the_constraint() {
        String body = errors(error("title", "The title is no title.", "Size", ",20,1"));
        assertThat(Answered.refused(LONG, body).rules())
                .containsExactly("body.title minLength 1", "body.title maxLength 20");
        assertThat(Answered.refused(
                                "{isbn: abc}",
                                errors(error(
                                        "isbn",
                                        "so not",
                                        "Pattern",
                                        ",[],{\"defaultMessage\":\"[0-9]{13}\",\"codes\":[\"[0-9]{13}\"]}")))
                        .rules())
                .containsExactly("body.isbn pattern \"^(?:[0-9]{13})$\"");
    }

    @Test
    void what_is_missing_is_required() {
        assertThat(Answered.refused("{pages: 3}", errors(error("title", "must not be blank", "NotBlank", "")))
                        .rules())
                .containsExactly("body.title minLength 1", "body.title pattern \"\\\\S\"", "body.title required");
        assertThat(Answered.refused("{author: {}}", errors(error("author.name", "must not be null", "NotNull", "")))
                        .rules())
                .containsExactly("body.author.name required", "body.author.name notNull");
    }

    @Test
    void elements_of_lists_are_named_by_their_index() {
        assertThat(Answered.refused(
                                "{lines: [{sku: a, amount: 1}, {sku: b, amount: 0}]}",
                                errors(error("lines[1].amount", "must be greater than 0", "Positive", "")))
                        .rules())
                .containsExactly("body.lines[*].amount exclusiveMinimum 0");
    }

    @Test
    void a_message_about_what_was_not_sent_teaches_nothing() {
        String size = errors(error("title", "size must be between 1 and 20", "Size", ",20,1"));
        assertThat(Answered.refused("{title: short}", size).rules()).isEmpty();
        assertThat(Answered.refused(
                                "{title: 'A title that is far too long'}",
                                errors(error("headline", "size must be between 1 and 20", "Size", "")))
                        .rules())
                .isEmpty();
        assertThat(Answered.refused("{title: a}", errors("")).rules()).isEmpty();
        assertThat(Answered.refused(LONG, "{\"status\":400,\"error\":\"Bad Request\",\"path\":\"/books\"}")
                        .rules())
                .isEmpty();
    }

    @Test
    void a_parameter_is_missing_or_of_another_type() {
        assertThat(Answered.refused(
                                Map.of("shelf", "a"),
                                "{\"status\":400,\"message\":\"Required request parameter 'limit' for method parameter type Integer is not present\"}")
                        .rules())
                .containsExactly("query.limit required");
        assertThat(Answered.refused(
                                Map.of("shelf", "a"),
                                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Required parameter 'limit' is not present.\",\"instance\":\"/books\"}")
                        .rules())
                .containsExactly("query.limit required");
        assertThat(Answered.refused(Map.of("shelf", "a"), "{\"detail\":\"Required header 'X-Tenant' is not present.\"}")
                        .rules())
                .containsExactly("header.X-Tenant required");
        assertThat(Answered.refused(
                                Map.of("shelf", "a", "from", "b"),
                                "{\"message\":\"Method parameter 'from': Failed to convert value of type 'java.lang.String' to required type"
                                        + " 'java.time.LocalDate'; Failed to convert from type [java.lang.String] to type [java.time.LocalDate] for value [b]\"}")
                        .rules())
                .containsExactly("query.from format \"date\"");
        assertThat(Answered.refused(
                                Map.of("shelf", "a"),
                                "{\"message\":\"Failed to convert value of type 'java.lang.String' to required type 'java.util.UUID';"
                                        + " Invalid UUID string: a; For value [a]\"}")
                        .rules())
                .containsExactly("path.shelf format \"uuid\"");
        assertThat(Answered.refused(Map.of("shelf", "a"), "{\"detail\":\"Failed to convert 'limit' with value: 'a'\"}")
                        .rules())
                .isEmpty();
    }

    @Test
    void several_errors_teach_several_rules() {
        String body = errors(error("title", "must not be blank", "NotBlank", "") + ","
                + error("pages", "must be less than or equal to 5000", "Max", ",5000"));
        List<String> rules = Answered.refused("{pages: 5001, title: ''}", body).rules();
        assertThat(rules).contains("body.pages maximum 5000", "body.title minLength 1");
    }

    @Test
    void an_exception_written_out_is_read_too() {
        String body =
                "{\"message\":\"Validation failed for argument [0] in public Book add(Book): [Field error in object 'book' on"
                        + " field 'title': rejected value [A title that is far too long]; codes [Size.book.title,Size]; arguments"
                        + " [org.springframework.context.support.DefaultMessageSourceResolvable: codes [book.title,title]; arguments [];"
                        + " default message [title],20,1]; default message [size must be between 1 and 20]] \"}";
        assertThat(Answered.refused(LONG, body).rules())
                .containsExactly("body.title minLength 1", "body.title maxLength 20");
    }
}
