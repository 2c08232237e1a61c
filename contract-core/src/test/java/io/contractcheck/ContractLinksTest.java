package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.LinkHook;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.link.Binding;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.LinkRule;
import io.contractcheck.link.LinkText;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import io.contractcheck.openapi.ParameterLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private List<String> lines(List<Hook> hooks, LinkRule... rules) throws IOException {
        return LinkText.lines(
                ContractLinks.of(ContractConfig.of(document().toString()).linking(List.of(rules)), hooks, List.of()));
    }

    private static LinkRule rule(String from, String to, String... bindings) {
        return new LinkRule(
                Optional.of(from).filter(f -> !f.isEmpty()).map(OperationFilter::new),
                Optional.of(to).filter(t -> !t.isEmpty()).map(OperationFilter::new),
                List.of(bindings));
    }

    @Test
    void what_a_user_says_takes_the_place_of_what_names_suggest() throws IOException {
        assertThat(lines(List.of(), rule("POST /books", "GET /books/{id}", "id = $response.header.X-Id")))
                .containsExactly(
                        "POST /books",
                        "  201 -> GET /books/{id}: path.id = $response.header.X-Id (configured)",
                        "  201 -> DELETE /books/{id}: path.id = $response.body#/id");
    }

    @Test
    void what_is_shown_can_be_written() throws IOException {
        String shown = "path.id = $response.header.Location as /books/{id}, {id}";
        assertThat(lines(List.of(), rule("GET /books/{id}", "DELETE /books/{id}", shown)))
                .contains("  200 -> DELETE /books/{id}: " + shown + " (configured)");
    }

    @Test
    void what_a_user_forbids_is_gone() throws IOException {
        assertThat(lines(List.of(), rule("", "DELETE /books/*")))
                .containsExactly(
                        "POST /books",
                        "  201 -> GET /books/{id}: path.id = $response.body#/id",
                        "Nothing brings:",
                        "  DELETE /books/{id}: path.id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST /boks | GET /books/{id} | id = 1 | links/1. link/from: 'POST /boks' matches none of the 3 operations. Did you mean 'POST /books'?
            POST /books | /books/* | id = 1 | links/1. link/to: '/books/*' matches 2 operations, such as GET /books/{id} and DELETE /books/{id}
            POST /books | GET /books/{id} | ident = $response.body#/id | links/1. link/bindings: 'ident' is nothing that GET /books/{id} takes. Write path.id.
            POST /books | GET /books/{id} | id = $answer.id | links/1. link/bindings: '$answer.id' is no runtime expression
            POST /books | GET /books/{id} | path.id | links/1. link/bindings: 'path.id' says not what goes where
            """)
    void a_link_that_cannot_be_is_told_with_what_to_do(String from, String to, String binding, String told) {
        assertThatThrownBy(() -> lines(List.of(), rule(from, to, binding)))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith(told);
    }

    /** Deletes what was read, and nothing else. */
    private static final class DeletesWhatWasRead implements LinkHook {
        @Override
        public List<ResourceLink> links(List<ResourceLink> links, Api api, HookContext context) {
            Operation read = api.operations().get(1);
            Operation delete = api.operations().get(2);
            return List.of(
                    links.get(0),
                    new ResourceLink(
                            read,
                            "200",
                            delete,
                            List.of(new Binding(
                                    new Target.OfParameter(ParameterLocation.PATH, "id"),
                                    new Source.RequestParameter(ParameterLocation.PATH, "id"))),
                            ResourceLink.Origin.INFERRED,
                            "book",
                            100));
        }
    }

    @Test
    void a_hook_adds_and_forbids_links() throws IOException {
        assertThat(lines(List.of(new DeletesWhatWasRead())))
                .containsExactly(
                        "POST /books",
                        "  201 -> GET /books/{id}: path.id = $response.body#/id",
                        "GET /books/{id}",
                        "  200 -> DELETE /books/{id}: path.id = $request.path.id (by a hook)");
    }

    @Test
    void a_hook_that_links_what_is_not_tested_is_told() throws IOException {
        ContractConfig fewer = ContractConfig.of(document().toString())
                .with(new ContractConfig.Selection(
                        List.of(), List.of("DELETE /books/*"), List.of(), List.of(), List.of()));
        Api whole = ApiReader.read(Documents.of(
                        folder.resolve("api.yaml").toUri(), Yaml.parse(Files.readString(folder.resolve("api.yaml"))))
                .root(folder.resolve("api.yaml").toUri()));
        LinkHook stranger = (links, api, context) -> new DeletesWhatWasRead().links(links, whole, context);

        assertThatThrownBy(() -> ContractLinks.of(fewer, List.of(stranger), List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("GET /books/{id} is none of the operations that are tested");
    }
}
