package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Service;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningRunTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          properties: {title: {type: string}, isbn: {type: string}, pages: {type: integer}}
                  responses:
                    "201": {description: made, content: {application/json: {schema: {type: object}}}}
                    "400": {description: refused, content: {application/json: {schema: {type: object}}}}
            """;

    @TempDir
    private Path folder;

    private final List<RunEvent> events = new ArrayList<>();

    /** Asks for more of a book than its document says. */
    private static String answer(String request) {
        JsonNode book;
        try {
            book = Json.parse(request.substring(request.indexOf("\r\n\r\n") + 4));
        } catch (JsonException e) {
            return "400 {\"status\": 400}";
        }
        List<String> wrong = new ArrayList<>();
        if (!book.path("title").isTextual() || book.path("title").textValue().isBlank()) {
            wrong.add("title\",\"message\":\"must not be blank");
        } else if (book.path("title").textValue().length() > 20) {
            wrong.add("title\",\"message\":\"size must be between 1 and 20");
        }
        if (book.has("isbn") && !book.path("isbn").asText().matches("[0-9]{13}")) {
            wrong.add("isbn\",\"message\":\"must match \\\"[0-9]{13}\\\"");
        }
        if (book.has("pages") && book.path("pages").asLong() < 1) {
            wrong.add("pages\",\"message\":\"must be greater than or equal to 1");
        }
        if (!wrong.isEmpty() || !request.startsWith("POST")) {
            return "400 {\"violations\":[{\"field\":\"" + String.join("\"},{\"field\":\"", wrong) + "\"}]}";
        }
        return "201 {}";
    }

    private RunSummary run(Answering service, Service known, String... phases) throws IOException {
        events.clear();
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        return ContractRun.run(
                ContractConfig.of("api.yaml")
                        .with(new Target("api.yaml", Optional.of(service.url()), folder))
                        .with(new Selection(
                                List.of(), List.of(), List.of(phases), List.of("positive_data_acceptance"), List.of()))
                        .with(new Generation(100, OptionalLong.of(5)))
                        .with(new Reporting(folder.resolve("reports"), List.of()))
                        .failingOn(List.of())
                        .with(known),
                List.of(),
                List.of(events::add));
    }

    /** How many of the random valid cases were taken, in percent. */
    private long taken() {
        List<Integer> statuses = events.stream()
                .filter(RunEvent.CallAnswered.class::isInstance)
                .map(RunEvent.CallAnswered.class::cast)
                .filter(call -> call.purpose() == Purpose.CASE && call.positive())
                .filter(call -> call.id().scenario().phase().equals("fuzzing"))
                .map(call -> call.exchange().response().status())
                .toList();
        return 100 * statuses.stream().filter(status -> status == 201).count() / statuses.size();
    }

    private static List<FailureId> findings(RunSummary summary) {
        return summary.findings().stream()
                .map(RunSummary.Finding::id)
                .sorted(Comparator.comparing(FailureId::toString))
                .toList();
    }

    @Test
    void what_one_phase_is_told_helps_the_next_and_hides_nothing() throws IOException {
        try (Answering service = new Answering(LearningRunTest::answer)) {
            run(service, Service.UNKNOWN, "fuzzing");
            long blind = taken();
            RunSummary learnt = run(service, Service.UNKNOWN, "coverage", "fuzzing");
            assertThat(blind).isLessThan(25);
            assertThat(taken()).isGreaterThan(60);
            assertThat(learnt.learnt())
                    .extracting(RunEvent.Learnt::rule)
                    .containsExactly(
                            "body.isbn pattern \"^(?:[0-9]{13})$\"",
                            "body.pages minimum 1",
                            "body.title minLength 1",
                            "body.title maxLength 20",
                            "body.title pattern \"\\\\S\"",
                            "body.title required");
            List<FailureId> found = findings(learnt);
            Path known = Files.copy(folder.resolve("reports/knowledge.yaml"), folder.resolve("known.yaml"));

            RunSummary again =
                    run(service, Service.UNKNOWN.knowing(Optional.of(known), List.of()), "coverage", "fuzzing");
            assertThat(taken()).isGreaterThan(60);
            assertThat(again.learnt()).isEmpty();
            assertThat(findings(again)).isEqualTo(found);
        }
    }

    @Test
    void users_values_stand_in_random_cases() throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), "places: {body.title: [Emma]}");
        try (Answering service = new Answering(request -> "201 {}")) {
            run(service, Service.UNKNOWN.knowing(Optional.empty(), List.of(values)), "fuzzing");
            assertThat(service.requests())
                    .filteredOn(request -> request.contains("\"Emma\""))
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void a_file_that_cannot_be_used_ends_the_run() throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), "words: {}");
        try (Answering service = new Answering(request -> "201 {}")) {
            assertThatThrownBy(() -> run(service, Service.UNKNOWN.knowing(Optional.empty(), List.of(values))))
                    .isInstanceOf(ContractException.class)
                    .hasMessageContaining("values.yaml#/words");
        }
    }
}
