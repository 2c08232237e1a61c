package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.Json;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static final int CASES = 60;

    static Knowledge knowing(String... rules) {
        return new Knowledge(Map.of(
                Answered.BOOKS.label(),
                Arrays.stream(rules).map(KnowledgeTest::rule).toList()));
    }

    /** As {@code body.title maxLength 20}. */
    static Rule rule(String text) {
        String[] words = text.split(" ", 3);
        return new Rule(
                Spot.parse(words[0]).orElseThrow(), words[1], Json.parse(words.length > 2 ? words[2] : "true"), "");
    }

    private static List<TestCase> cases(Knowledge knowledge) {
        CaseGenerator generator = CaseGenerator.of(Answered.BOOKS, knowledge.narrowed(Answered.BOOKS));
        Random random = new Random(5);
        return IntStream.range(0, CASES)
                .mapToObj(i -> generator.next(random).value())
                .toList();
    }

    @Test
    void narrowed_cases_keep_the_rules_and_the_document() {
        List<String> rules = List.of(
                "body.title required",
                "body.title minLength 1",
                "body.title maxLength 5",
                "body.title pattern \"\\\\S\"",
                "body.pages minimum 1",
                "body.pages maximum 9",
                "body.published format \"date\"",
                "body.genre enum [\"CRIME\", \"POETRY\"]",
                "body.isbn forbidden",
                "body.lines minItems 1",
                "body.lines[*].sku required",
                "body.lines[*].amount exclusiveMinimum 0",
                "body.author.name notNull",
                "body additionalProperties false",
                "body required",
                "query.limit required",
                "query.limit minimum 1",
                "path.shelf format \"uuid\"");
        Declared declared = new Declared(Answered.BOOKS);
        for (TestCase drawn : cases(knowing(rules.toArray(String[]::new)))) {
            assertThat(Proofs.doubt(drawn)).isEmpty();
            assertThat(drawn.operation()).isSameAs(Answered.BOOKS);
            for (String rule : rules) {
                assertThat(Broken.by(drawn, rule(rule), declared))
                        .as(rule + " by " + drawn.body())
                        .isFalse();
            }
        }
    }

    @Test
    void a_narrowed_case_shrinks_to_cases_that_the_document_allows() {
        CaseGenerator generator = CaseGenerator.of(
                Answered.BOOKS, knowing("body.title minLength 3").narrowed(Answered.BOOKS));
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            generator
                    .next(random)
                    .shrink()
                    .limit(20)
                    .forEach(
                            smaller -> assertThat(Proofs.doubt(smaller.value())).isEmpty());
        }
    }

    @Test
    void without_rules_the_operation_is_the_documents_own() {
        assertThat(Knowledge.NONE.narrowed(Answered.BOOKS)).isSameAs(Answered.BOOKS);
    }

    @Test
    void rules_that_leave_no_value_are_told() {
        assertThatThrownBy(() -> cases(knowing("path.shelf enum []"))).isInstanceOf(UnsatisfiableException.class);
    }

    @Test
    void places_are_read_as_they_are_written() {
        for (String text : List.of(
                "body",
                "body.a.b",
                "body.lines[*].sku",
                "query.q",
                "header.X-A",
                "body[\"a.b\"][*]",
                "query.filter.name")) {
            assertThat(Spot.parse(text).map(Spot::text)).hasValue(text);
        }
        for (String text : List.of("", "bodyx", "query", "body.", "boby.a", "body..a", "query[*]")) {
            assertThat(Spot.parse(text)).as(text).isEmpty();
        }
        JsonNode body = Json.parse("{\"lines\": [{\"sku\": \"a\"}, {\"sku\": \"b\"}]}");
        TestCase sent = Answered.refused(Json.write(body), "{}").sent();
        assertThat(Spot.parse("body.lines[*].sku").orElseThrow().in(sent)).hasToString("[\"a\", \"b\"]");
    }
}
