package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.LinkText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractLinksTest {
    @TempDir
    private Path folder;

    private Path document() throws IOException {
        return Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /books:
                    post:
                      responses: {201: {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}}
                  /books/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                    get: {responses: {200: {description: ok}}}
                    delete: {responses: {204: {description: gone}}}
                """);
    }

    @Test
    void only_operations_that_are_chosen_are_in_the_graph() throws IOException {
        ContractConfig config = ContractConfig.of(document().toString());
        ContractConfig fewer = config.with(
                new ContractConfig.Selection(List.of(), List.of("method:DELETE"), List.of(), List.of(), List.of()));

        LinkGraph all = ContractLinks.of(config, List.of(), List.of());
        LinkGraph some = ContractLinks.of(fewer, List.of(), List.of());

        assertThat(all.links()).hasSize(2);
        assertThat(LinkText.lines(some))
                .containsExactly("POST /books", "  201 -> GET /books/{id}: path.id = $response.body#/id");
    }

    @Test
    void a_document_that_is_not_there_is_told() {
        assertThatThrownBy(() -> ContractLinks.of(
                        ContractConfig.of(folder.resolve("none.yaml").toString()), List.of(), List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("none.yaml");
    }
}
