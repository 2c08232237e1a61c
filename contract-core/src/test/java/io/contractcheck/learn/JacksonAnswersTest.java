package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JacksonAnswersTest {
    private static String message(String text) {
        return "{\"status\":400,\"message\":\"" + text.replace("\"", "\\\"") + "\"}";
    }

    @Test
    void a_type_is_named_with_the_place_in_the_reference_chain() {
        assertThat(Answered.refused(
                                "{published: soon}",
                                message(
                                        "JSON parse error: Cannot deserialize value of type `java.time.LocalDate` from String \"soon\":"
                                                + " Failed to deserialize java.time.LocalDate: (java.time.format.DateTimeParseException) Text 'soon'"
                                                + " could not be parsed at index 0 (through reference chain: shop.Book[\"published\"])"))
                        .rules())
                .containsExactly("body.published format \"date\"");
    }

    @Test
    void without_a_chain_the_value_tells_the_place_where_it_was_sent_once() {
        String soon = message(
                "JSON parse error: Cannot deserialize value of type `java.util.UUID` from String \"soon\": UUID has to be"
                        + " represented by standard 36-char representation");
        assertThat(Answered.refused("{publisherId: soon, title: a}", soon).rules())
                .containsExactly("body.publisherId format \"uuid\"");
        assertThat(Answered.refused("{publisherId: soon, title: soon}", soon).rules())
                .isEmpty();
    }

    @Test
    void the_names_of_an_enumeration_are_listed() {
        assertThat(Answered.refused(
                                "{genre: x}",
                                message(
                                        "JSON parse error: Cannot deserialize value of type `shop.Genre` from String \"x\": not one of the values"
                                                + " accepted for Enum class: [CRIME, POETRY]"))
                        .rules())
                .containsExactly("body.genre enum [\"CRIME\",\"POETRY\"]");
    }

    @Test
    void an_unknown_member_closes_its_object() {
        String unknown = message(
                "JSON parse error: Unrecognized field \"colour\" (class shop.Book), not marked as ignorable (2 known"
                        + " properties: \"title\", \"pages\"]) (through reference chain: shop.Book[\"colour\"])");
        assertThat(Answered.refused("{colour: red}", unknown).rules())
                .containsExactly("body additionalProperties false");
        assertThat(Answered.refused("{title: red}", unknown).rules()).isEmpty();
        assertThat(Answered.refused(
                                "{author: {name: a, colour: 1}}",
                                message(
                                        "Unrecognized field \"colour\" (class shop.Author) (through reference chain: shop.Book[\"author\"]->shop.Author[\"colour\"])"))
                        .rules())
                .containsExactly("body.author additionalProperties false");
    }

    @Test
    void a_documented_member_that_the_service_does_not_know_is_left_out() {
        assertThat(Answered.refused(
                                "{isbn: a}",
                                message("Unrecognized field \"isbn\" (class shop.Book), not marked as ignorable"))
                        .rules())
                .containsExactly("body.isbn forbidden");
    }

    @Test
    void a_number_written_as_text_is_asked_for_where_the_document_allows_texts_alone() {
        assertThat(Answered.refused(
                                "{publisherId: abc}",
                                message(
                                        "Cannot deserialize value of type `java.lang.Long` from String \"abc\": not a valid `java.lang.Long` value"
                                                + " (through reference chain: shop.Book[\"publisherId\"])"))
                        .rules())
                .containsExactly("body.publisherId pattern \"^-?[1-9]\\\\d{0,8}$\"");
    }
}
