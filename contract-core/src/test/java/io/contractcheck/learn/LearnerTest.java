package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static Answered size(String title, int least, int most) {
        return Answered.refused(
                "{title: '" + title + "'}",
                "{\"violations\":[{\"field\":\"title\",\"message\":\"size must be between " + least + " and " + most
                        + "\"}]}");
    }

    private static List<String> learnt(List<Answered> answers) {
        Learner learner = new Learner(Knowledge.NONE);
        answers.forEach(answer -> answer.tell(learner));
        return learner.knowledge().of(Answered.BOOKS).stream()
                .map(Rule::describe)
                .toList();
    }

    @Test
    void what_is_learnt_does_not_depend_on_the_order_of_answers() {
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(size("x".repeat(30 + i), 1 + i % 2, 20 + i % 3));
            answers.add(Answered.refused(
                    "{price: -" + i + "}",
                    "{\"violations\":[{\"field\":\"price\",\"message\":\"must be greater than " + i + "\"}]}"));
            answers.add(seen(
                    "GET",
                    "{\"books\": [{\"id\": " + i + ", \"currency\": \"C" + i + "\", \"mail\": \"a" + i
                            + "@b.example\"}]}",
                    Map.of()));
        }
        answers.add(seen("DELETE", "{}", Map.of("id", "7")));
        Knowledge first = null;
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(answers, new Random(seed));
            Learner learner = new Learner(Knowledge.NONE);
            answers.forEach(answer -> answer.tell(learner));
            first = first == null ? learner.knowledge() : first;
            assertThat(learner.knowledge()).isEqualTo(first);
        }
    }

    @Test
    void the_tighter_of_two_rules_wins() {
        assertThat(learnt(List.of(size("a title of some length", 1, 20), size("another title", 1, 12))))
                .containsExactly("body.title minLength 1", "body.title maxLength 12");
    }

    @Test
    void rules_that_contradict_each_other_are_no_rules() {
        assertThat(learnt(List.of(size("a", 5, 9), size("a title of some length", 0, 3))))
                .isEmpty();
    }

    @Test
    void a_bound_that_is_another_each_time_is_no_rule() {
        List<Answered> answers = IntStream.range(0, 8)
                .mapToObj(i -> Answered.refused(
                        "{price: 1}",
                        "{\"violations\":[{\"field\":\"price\",\"message\":\"must be greater than " + (100 + i)
                                + "\"}]}"))
                .toList();
        assertThat(learnt(answers)).isEmpty();
        assertThat(learnt(answers.subList(0, 2))).containsExactly("body.price exclusiveMinimum 101");
    }

    @Test
    void the_refusal_of_a_case_with_something_wrong_teaches_nothing() {
        String said = "{\"violations\":[{\"field\":\"title\",\"message\":\"size must be between 1 and 5\"},"
                + "{\"field\":\"pages\",\"message\":\"must be positive\"}]}";
        Mutation mutation = new Mutation(
                Mutation.Location.BODY,
                Optional.empty(),
                JsonPointer.compile("/title"),
                Optional.of("maxLength"),
                "too long");
        Answered negative = Answered.of(
                Answered.BOOKS, Map.of(), "{title: too long, pages: 0}", new Intent.Negative(mutation), 400, said);
        assertThat(negative.rules()).isEmpty();
    }

    @Test
    void only_refusals_of_what_was_sent_are_read() {
        Answered gone = Answered.of(
                Answered.BOOKS,
                Map.of(),
                "{pages: 0}",
                new Intent.Positive("x"),
                404,
                "{\"violations\":[{\"field\":\"pages\",\"message\":\"must be positive\"}]}");
        assertThat(gone.rules()).isEmpty();
    }

    @Test
    void a_deaf_learner_knows_what_it_was_given() {
        Learner learner = Learner.deaf(KnowledgeTest.knowing("body.title maxLength 9"));
        size("a title of some length", 1, 20).tell(learner);
        assertThat(learner.knowledge()).isEqualTo(KnowledgeTest.knowing("body.title maxLength 9"));
        assertThat(learner.learnt()).isEmpty();
    }

    @Test
    void what_was_given_stays_and_is_not_told_as_learnt() {
        Learner learner = new Learner(KnowledgeTest.knowing("body.title maxLength 9"));
        size("a title of some length", 1, 20).tell(learner);
        assertThat(learner.knowledge().of(Answered.BOOKS))
                .extracting(Rule::describe)
                .containsExactly("body.title maxLength 9", "body.title minLength 1");
        assertThat(learner.learnt().get(Answered.BOOKS.label()))
                .extracting(Rule::describe)
                .containsExactly("body.title minLength 1");
    }

    private static final List<Operation> THINGS = Answered.api("""
                    openapi: 3.0.3
                    info: {title: Shop, version: '1'}
                    paths:
                      /things/{id}:
                        parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                        get: {responses: {'200': {description: one}}}
                        delete: {responses: {'204': {description: gone}}}
                    """).operations();

    private static Answered seen(String method, String answer, Map<String, String> path) {
        Operation operation = THINGS.get(method.equals("GET") ? 0 : 1);
        return Answered.of(operation, path, "", new Intent.Positive("x"), 200, answer);
    }

    @Test
    void answers_bring_values_by_name_and_by_format_but_neither_ids_nor_secrets() {
        Learner learner = new Learner(Knowledge.NONE);
        seen(
                        "GET",
                        "{\"id\": 1, \"ownerId\": 2, \"currency\": \"EUR\", \"mail\": \"a@b.example\", \"accessToken\": \"t0k\","
                                + " \"items\": [{\"size\": 5}]}",
                        Map.of("id", "1"))
                .tell(learner);
        Values values = learner.knowledge().values();
        assertThat(values.named()).containsOnlyKeys("currency", "mail", "size");
        assertThat(values.formatted()).containsOnlyKeys("email");
        assertThat(values.named().get("size")).containsExactly(Json.parse("5"));
    }

    @Test
    void the_values_of_what_was_deleted_go() {
        Learner learner = new Learner(Knowledge.NONE);
        seen(
                        "GET",
                        "[{\"id\": 1, \"city\": \"Ulm\"}, {\"id\": 2, \"city\": \"Ulm\"}, {\"id\": 1, \"town\": \"Bern\"}]",
                        Map.of())
                .tell(learner);
        seen("DELETE", "", Map.of("id", "'1'")).tell(learner);
        assertThat(learner.knowledge().values().named()).containsOnlyKeys("city");
    }
}
