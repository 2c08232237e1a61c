package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeFileTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Knowledge read(String yaml) {
        try {
            return KnowledgeFile.read(
                    Files.writeString(folder.resolve("known.yaml"), yaml), Answered.SHOP, warnings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rules_are_read_by_operation_and_place() {
        Knowledge knowledge = read("""
                # by hand
                "POST /shelves/{shelf}/books":
                  body.title: {maxLength: 20, required: true}
                  body.lines[*].sku: {pattern: "^[A-Z]{3}$"}
                  body: {additionalProperties: false}
                  query.limit:
                    minimum: 1 # must be positive
                """);
        assertThat(knowledge.of(Answered.BOOKS))
                .extracting(Rule::describe)
                .containsExactly(
                        "body.title maxLength 20",
                        "body.title required",
                        "body.lines[*].sku pattern \"^[A-Z]{3}$\"",
                        "body additionalProperties false",
                        "query.limit minimum 1");
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_the_document_does_not_have_is_told_with_file_and_pointer() {
        Knowledge knowledge = read(
                "{POST /books: {body.title: {maxLength: 2}}, 'POST /shelves/{shelf}/books': {body.colour: {maxLength: 2}}}");
        assertThat(knowledge.of(Answered.BOOKS)).isEmpty();
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).contains("known.yaml#/POST ~1books: the document has no such operation");
        assertThat(warnings.get(1))
                .contains(
                        "known.yaml#/POST ~1shelves~1{shelf}~1books/body.colour: POST /shelves/{shelf}/books has no such place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body.title: {longest: 2}",
                "body.title: {maxLength: two}",
                "body.title: {maxLength: -1}",
                "body.title: {required: false}",
                "body.title: {pattern: '['}",
                "body.title: {enum: []}",
                "title: {maxLength: 2}",
                "body.title: 2",
            })
    void what_no_rule_can_be_ends_with_file_and_pointer(String rule) {
        assertThatThrownBy(() -> read("'POST /shelves/{shelf}/books': {" + rule + "}"))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageContaining("known.yaml#/POST ~1shelves~1{shelf}~1books/");
    }
}
