package io.contractcheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationFilterTest {
    private static final URI DOCUMENT = URI.create("file:///shop.yaml");
    private final Operation find = operation("GET", "/books/{id}", Optional.of("findBook"), "books", "read only");

    private static Operation operation(String method, String path, Optional<String> id, String... tags) {
        return new Operation(
                method,
                path,
                List.of(),
                "",
                id,
                List.of(tags),
                false,
                List.of(),
                Optional.empty(),
                new Responses(List.of()),
                List.of(),
                Documents.of(DOCUMENT, Json.NODES.objectNode()).root(DOCUMENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/books/{id}",
                "/books/*",
                "*",
                "/*/{id}",
                "*id}",
                "path:/books/*",
                "PATH: /books/*",
                "GET",
                "get",
                "method:GET",
                "method:get",
                "method:*",
                "GET /books/*",
                "get /books/{id}",
                "* /books/*",
                "GET   /books/{id}",
                "tag:books",
                "tag:read only",
                "tag:read*",
                "operationId:findBook",
                "operationid:find*",
                "findBook",
                "find*",
                "  /books/*  "
            })
    void what_is_meant_is_chosen(String filter) {
        assertThat(new OperationFilter(filter).matches(find)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/books",
                "/book",
                "/books/",
                "/Books/*",
                "POST",
                "method:GE",
                "POST /books/*",
                "GET /book",
                "tag:book",
                "tag:Books",
                "operationId:find",
                "findbook",
                "/books/.id.",
                "GET /books/[a-z{}]*"
            })
    void what_is_not_meant_is_not_chosen(String filter) {
        assertThat(new OperationFilter(filter).matches(find)).isFalse();
    }

    @Test
    void a_star_spans_segments_and_other_signs_are_literal() {
        assertThat(new OperationFilter("/a/*/c").matches(operation("GET", "/a/b/b/c", Optional.empty())))
                .isTrue();
        assertThat(new OperationFilter("/a.c").matches(operation("GET", "/abc", Optional.empty())))
                .isFalse();
        assertThat(new OperationFilter("/a:b").matches(operation("GET", "/a:b", Optional.empty())))
                .isTrue();
        assertThat(new OperationFilter("GET /a:cancel").matches(operation("GET", "/a:cancel", Optional.empty())))
                .isTrue();
    }

    @Test
    void an_operation_without_an_id_is_chosen_by_none() {
        assertThat(new OperationFilter("operationId:*").matches(operation("GET", "/a", Optional.empty())))
                .isFalse();
    }

    @Test
    void an_empty_filter_says_what_to_write() {
        assertThatThrownBy(() -> new OperationFilter("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tag:name");
    }
}
