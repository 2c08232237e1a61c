package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Exchange;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Test;

class StatefulWalkTest {
    private static final URI WHERE = URI.create("memory:/api.yaml");
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Library, version: '1'}
            paths:
              /authors:
                get:
                  responses:
                    '200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Author'}}}}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Author'}}}}}
              /authors/{authorId}:
                parameters: [{name: authorId, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Author'}}}}}
                put:
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'200': {description: changed, content: {application/json: {schema: {$ref: '#/components/schemas/Author'}}}}}
                delete:
                  responses: {'204': {description: gone}}
              /authors/{authorId}/books:
                parameters: [{name: authorId, in: path, required: true, schema: {type: integer}}]
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
              /authors/{authorId}/books/{bookId}:
                parameters:
                  - {name: authorId, in: path, required: true, schema: {type: integer}}
                  - {name: bookId, in: path, required: true, schema: {type: integer}}
                get:
                  responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
                delete:
                  responses: {'204': {description: gone}}
              /ping:
                get:
                  responses: {'200': {description: pong}}
            components:
              schemas:
                Author: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}
                Book: {type: object, required: [id], properties: {id: {type: integer}, title: {type: string}}}
            """;
    private static final Api API = api(DOCUMENT);
    private static final LinkGraph LINKS = LinkGraph.of(API);

    private static Api api(String document) {
        return ApiReader.read(Documents.of(WHERE, Yaml.parse(document)).root(WHERE));
    }

    private static Operation operation(String label) {
        return API.operations().stream()
                .filter(o -> o.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static StatefulWalk walk(String root) {
        return new StatefulWalk(LINKS, operation(root));
    }

    private static List<String> sequences(String root, int scenarios) {
        return walk(root).sequences(scenarios).stream()
                .map(StatefulWalkTest::text)
                .toList();
    }

    private static String text(List<Operation> sequence) {
        return sequence.stream()
                .map(o -> o.method()
                        + o.path().substring(o.path().lastIndexOf('/')).replaceAll("\\{(.)[^}]*}", "$1"))
                .collect(Collectors.joining(" "));
    }

    /** Decides by one seed, and cannot call. */
    private static final class Deciding implements Session {
        private final Random random;

        private Deciding(long seed) {
            random = new Random(seed);
        }

        @Override
        public <T> T draw(String name, RandomGenerator<T> generator) {
            throw new AssertionError("a walk is decided before there are values");
        }

        @Override
        public <T> T choose(String name, RandomGenerator<T> options) {
            return options.next(random).value();
        }

        @Override
        public boolean takes(String part) {
            return true;
        }

        @Override
        public Exchange call(TestCase testCase) {
            throw new AssertionError("a walk is decided before anything is called");
        }
    }

    @Test
    void short_sequences_come_first_and_what_changes_before_what_reads() {
        List<String> sequences = sequences("POST /authors", 100);
        assertThat(sequences).first().isEqualTo("POST/authors");
        assertThat(sequences)
                .extracting(s -> s.split(" ").length)
                .startsWith(1, 2, 2, 2, 2, 3)
                .doesNotContain(0, 5);
        assertThat(sequences)
                .containsSubsequence("POST/authors GET/a", "POST/authors PUT/a GET/a", "POST/authors DELETE/a DELETE/a")
                .contains("POST/authors POST/books GET/b")
                .containsSubsequence("POST/authors DELETE/a GET/a", "POST/authors GET/authors")
                .contains("POST/authors POST/books DELETE/a GET/b")
                .contains("POST/authors POST/books DELETE/b GET/a", "POST/authors POST/books DELETE/b DELETE/b")
                .doesNotHaveDuplicates();
    }

    @Test
    void what_was_made_or_changed_or_deleted_is_looked_for_in_the_list_that_shows_it() {
        assertThat(sequences("POST /authors", 100))
                .containsSubsequence(
                        "POST/authors GET/authors",
                        "POST/authors PUT/a GET/authors",
                        "POST/authors DELETE/a GET/authors")
                .contains("POST/authors POST/books DELETE/b GET/authors");
        assertThat(sequences("POST /authors/{authorId}/books", 100))
                .contains("POST/books DELETE/b GET/b")
                .noneMatch(sequence -> sequence.contains("GET/authors"));
    }

    @Test
    void what_shows_all_there_are_is_called_without_taking_anything() {
        StatefulWalk walk = walk("POST /authors");
        assertThat(API.operations().stream().filter(walk::isWhole).map(o -> text(List.of(o))))
                .containsExactly("GET/authors", "POST/authors");
    }

    @Test
    void what_needs_more_of_its_path_than_was_brought_is_not_called() {
        assertThat(sequences("POST /authors", 100)).doesNotContain("POST/authors GET/b");
    }

    @Test
    void three_of_four_scenarios_at_most_are_fixed() {
        assertThat(sequences("POST /authors", 8))
                .hasSize(6)
                .isEqualTo(sequences("POST /authors", 100).subList(0, 6));
        assertThat(sequences("POST /authors", 1)).hasSize(1);
    }

    @Test
    void a_list_is_a_beginning_only_of_what_nobody_makes() {
        assertThat(walk("GET /authors").begins()).isFalse();
        Api given = api(DOCUMENT.replaceFirst("(?s)    post:.*?(?=  /authors/)", ""));
        StatefulWalk walk =
                new StatefulWalk(LinkGraph.of(given), given.operations().get(0));
        assertThat(walk.root().label()).isEqualTo("GET /authors");
        assertThat(walk.begins()).isTrue();
        assertThat(walk.sequences(100).stream().map(StatefulWalkTest::text))
                .contains("GET/authors GET/a", "GET/authors DELETE/a GET/a", "GET/authors DELETE/a GET/authors")
                .doesNotContain("GET/authors GET/authors");
    }

    @Test
    void what_brings_nothing_or_must_be_told_of_what_begins_nothing() {
        assertThat(walk("GET /ping").begins()).isFalse();
        assertThat(walk("GET /authors/{authorId}").begins()).isFalse();
        assertThat(walk("DELETE /authors/{authorId}").begins()).isFalse();
        assertThat(walk("POST /authors/{authorId}/books").begins()).isTrue();
        assertThat(walk("PUT /authors/{authorId}").begins()).isFalse();
    }

    @Test
    void random_walks_begin_with_the_root_and_are_decided_by_the_seed() {
        for (long seed = 0; seed < 200; seed++) {
            List<Operation> walk = walk("POST /authors").random(new Deciding(seed));
            assertThat(walk).hasSizeBetween(3, StatefulWalk.MOST_STEPS);
            assertThat(walk.get(0).label()).isEqualTo("POST /authors");
            assertThat(text(walk)).isEqualTo(text(walk("POST /authors").random(new Deciding(seed))));
            int read = text(walk).indexOf("GET/b");
            assertThat(read < 0 || text(walk).substring(0, read).contains("POST/books"))
                    .isTrue();
        }
    }
}
