package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.json.Json;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {
    private static final Api ORDERS = Answered.api("""
            openapi: 3.0.3
            info: {title: Orders, version: '1'}
            paths:
              /orders:
                get:
                  parameters:
                    - {in: query, name: currency, schema: {type: string, maxLength: 3}}
                    - {in: query, name: status, description: "One of open, paid or sent.", schema: {type: string}}
                    - {in: query, name: month, description: "The month, e.g. `2024-05`.", schema: {type: string}}
                    - {in: query, name: limit, schema: {type: integer}}
                  responses: {'200': {description: all}}
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            currency: {type: string, example: EUR}
                            mail: {type: string, format: email}
                            customerId: {type: string, example: c-1}
                            lines: {type: array, items: {type: object, properties: {sku: {type: string, default: A-1}}}}
                  responses: {'201': {description: made}}
            """);
    private static final Operation LIST = ORDERS.operations().get(0);
    private static final Operation ADD = ORDERS.operations().get(1);

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Values dictionary(String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("values.yaml"), yaml);
            return Dictionary.read(List.of(file), ORDERS, warnings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> of(Values values, Operation operation) {
        return values.of(operation).stream()
                .map(known -> known.spot() + " "
                        + known.values().stream().map(Json::write).toList())
                .toList();
    }

    @Test
    void a_document_shows_values_in_examples_defaults_and_descriptions() {
        Values values = Dictionary.read(List.of(), ORDERS, warnings::add);
        assertThat(of(values, LIST))
                .containsExactly(
                        "query.currency [\"EUR\"]",
                        "query.status [\"open\", \"paid\", \"sent\"]",
                        "query.month [\"2024-05\"]");
        assertThat(of(values, ADD)).containsExactly("body.currency [\"EUR\"]", "body.lines[*].sku [\"A-1\"]");
    }

    @Test
    void users_values_come_before_others_and_the_closer_ones_first() {
        Values values = dictionary("""
                types: {integer: [7]}
                formats: {email: [a@b.example]}
                places:
                  query.currency: [USD, dollars]
                  body.currency: [USD]
                operations:
                  POST /orders:
                    body.currency: [CHF]
                    body.lines[*].sku: [B-1, B-2]
                """);
        assertThat(of(values, LIST)).contains("query.currency [\"USD\"]", "query.limit [7]");
        assertThat(of(values, ADD))
                .containsExactly(
                        "body.currency [\"CHF\"]",
                        "body.mail [\"a@b.example\"]",
                        "body.lines[*].sku [\"B-1\", \"B-2\"]");
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_the_document_does_not_have_is_told_with_file_and_pointer() {
        dictionary("operations: {GET /order: {query.x: [1]}, GET /orders: {query.x: [1]}}");
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).contains("values.yaml#/operations/GET ~1order: the document has no such operation");
        assertThat(warnings.get(1))
                .contains("values.yaml#/operations/GET ~1orders/query.x: GET /orders does not have such a place");
    }

    @Test
    void what_no_dictionary_is_ends_with_file_and_pointer() {
        assertThatThrownBy(() -> dictionary("value: {a: [1]}"))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageContaining("values.yaml#/value: 'value' is no section");
        assertThatThrownBy(() -> dictionary("types: {string: a}"))
                .hasMessageContaining("#/types/string: must be a list");
        assertThatThrownBy(() -> dictionary("places: {limit: [1]}"))
                .hasMessageContaining("#/places/limit: 'limit' is no place");
        assertThatThrownBy(() -> dictionary("- 1")).hasMessageContaining("values.yaml#: must be an object");
        assertThatThrownBy(() -> dictionary("a: [")).hasMessageContaining("is no YAML");
        assertThatThrownBy(() -> Dictionary.read(List.of(folder.resolve("none.yaml")), ORDERS, warnings::add))
                .hasMessageContaining("dictionary (contract.dictionary)");
    }
}
