package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.ContractCases.Case;
import io.contractcheck.ContractCases.Made;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCasesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            servers: [{url: "https://shop.example.com/v2/"}]
            paths:
              /users:
                get:
                  parameters:
                    - {name: page, in: query, schema: {type: integer, minimum: 1, maximum: 9}}
                    - {name: tags, in: query, schema: {type: array, items: {type: string}, maxItems: 3}}
                  responses: {"200": {description: users, content: {application/json: {}}}}
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [name], properties: {name: {type: string, minLength: 2}, age: {type: integer}}}
                        example: {name: Ada, age: 36}
                      application/x-www-form-urlencoded:
                        schema: {type: object, required: [name], properties: {name: {type: string, minLength: 2}}}
                  responses: {"201": {description: made}}
              /users/{id}:
                delete:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string, minLength: 1, maxLength: 8}}
                    - {name: X-Trace, in: header, required: true, schema: {type: string, format: uuid}}
                    - {name: session, in: cookie, schema: {type: string, pattern: "^[a-z]{3,9}$"}}
                  responses: {"204": {description: gone}}
              /impossible:
                get:
                  parameters: [{name: n, in: query, required: true, schema: {type: integer, minimum: 2, maximum: 1}}]
                  responses: {"200": {description: never}}
              /torn:
                get:
                  parameters: [{$ref: "#/components/parameters/none"}]
                  responses: {"200": {description: never}}
            """;

    @TempDir
    private Path folder;

    private final List<RunEvent> events = new ArrayList<>();

    private ContractConfig config(long seed) {
        try {
            Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return ContractConfig.of("api.yaml")
                .with(new Target("api.yaml", Optional.empty(), folder))
                .with(new Generation(15, OptionalLong.of(seed)))
                .with(new Reporting(folder.resolve("reports"), List.of()));
    }

    private Made write(ContractConfig config, Hook... hooks) {
        return ContractCases.write(config, List.of(hooks), List.of(events::add));
    }

    private List<Case> generate(ContractConfig config, Hook... hooks) {
        List<Case> cases = new ArrayList<>();
        ContractCases.generate(config, List.of(hooks), List.of(events::add), cases::add);
        return cases;
    }

    private Path file() {
        return folder.resolve("reports").resolve(ContractCases.FILE);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file(), StandardCharsets.UTF_8)) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    @Test
    void every_line_says_what_the_request_is() throws IOException {
        Made made = write(config(7));
        List<Case> cases = generate(config(7));
        List<JsonNode> lines = lines();
        assertThat(lines).hasSameSizeAs(cases).hasSize((int) (made.positives() + made.negatives()));
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            Request request = cases.get(i).request();
            TestCase testCase = cases.get(i).testCase();
            assertThat(line.get("operation").textValue())
                    .isEqualTo(testCase.operation().label());
            assertThat(line.get("phase").textValue())
                    .isEqualTo(cases.get(i).id().scenario().phase());
            assertThat(line.get("method").textValue()).isEqualTo(request.method());
            assertThat(line.get("path").textValue()
                            + (line.has("query") ? "?" + line.get("query").textValue() : ""))
                    .isEqualTo(request.target())
                    .startsWith("/v2/");
            assertThat(line.get("headers").size()).isEqualTo(request.headers().size());
            request.headers()
                    .forEach(h -> assertThat(line.get("headers").get(h.name()).textValue())
                            .isEqualTo(h.value()));
            body(line, request);
            intent(line, testCase.intent());
        }
    }

    private static void body(JsonNode line, Request request) throws IOException {
        byte[] body = request.body();
        assertThat(line.has("bodyBase64")).isEqualTo(body != null);
        assertThat(line.has("mediaType")).isEqualTo(body != null);
        if (body == null) {
            assertThat(line.has("body")).isFalse();
            return;
        }
        assertThat(Base64.getDecoder().decode(line.get("bodyBase64").textValue()))
                .isEqualTo(body);
        String type = line.get("mediaType").textValue();
        assertThat(request.header("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith(type));
        if (type.equals("application/x-www-form-urlencoded")) {
            assertThat(line.has("body")).isFalse();
        } else if (line.has("body")) {
            assertThat(line.get("body")).isEqualTo(MAPPER.readTree(body));
        }
    }

    private static void intent(JsonNode line, Intent intent) {
        assertThat(line.get("description").textValue()).isNotBlank().isEqualTo(intent.description());
        if (intent instanceof Intent.Negative negative) {
            assertThat(line.get("intent").textValue()).isEqualTo("negative");
            JsonNode mutation = line.get("mutation");
            assertThat(mutation.get("location").textValue())
                    .isEqualToIgnoringCase(negative.mutation().location().name())
                    .isIn("body", "path", "query", "header", "cookie", "method", "framing");
            assertThat(mutation.get("pointer").textValue())
                    .isEqualTo(negative.mutation().pointer().toString());
            assertThat(Optional.ofNullable(mutation.get("parameter")).map(JsonNode::textValue))
                    .isEqualTo(negative.mutation().parameter());
            assertThat(Optional.ofNullable(mutation.get("keyword")).map(JsonNode::textValue))
                    .isEqualTo(negative.mutation().keyword());
        } else {
            assertThat(line.get("intent").textValue()).isEqualTo("positive");
            assertThat(line.has("mutation")).isFalse();
        }
    }

    @Test
    void every_phase_and_every_operation_that_can_has_its_cases() throws IOException {
        write(config(1));
        List<JsonNode> lines = lines();
        assertThat(lines)
                .extracting(l -> l.get("operation").textValue())
                .contains("GET /users", "POST /users", "DELETE /users/{id}")
                .doesNotContain("GET /torn");
        assertThat(lines).extracting(l -> l.get("phase").textValue()).contains("examples", "fuzzing");
        assertThat(lines)
                .filteredOn(l -> l.get("phase").textValue().equals("examples"))
                .first()
                .satisfies(l -> assertThat(l.get("body").toString()).isEqualTo("{\"name\":\"Ada\",\"age\":36}"));
    }

    @Test
    void the_same_seed_writes_the_same_bytes_and_another_seed_others() throws IOException {
        write(config(42));
        byte[] first = Files.readAllBytes(file());
        assertThat(write(config(42)).seed()).isEqualTo(42);
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
        write(config(43));
        assertThat(Files.readAllBytes(file())).isNotEqualTo(first);
    }

    @Test
    void without_a_seed_one_is_drawn_that_makes_the_same_again() throws IOException {
        ContractConfig drawn = config(0).with(new Generation(15, OptionalLong.empty()));
        Made made = write(drawn);
        byte[] first = Files.readAllBytes(file());
        write(config(made.seed()));
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
    }

    @Test
    void an_operation_without_cases_is_named_with_its_reason() {
        ContractConfig positive = config(1).with(new Generation(15, OptionalLong.of(1), Mode.POSITIVE, false));
        Made made = write(positive);
        assertThat(made.without())
                .extracting(NotTested::operation)
                .containsExactlyInAnyOrder("GET /impossible", "GET /torn");
        assertThat(made.without())
                .allSatisfy(w -> assertThat(w.reason()).isNotBlank())
                .anySatisfy(w -> assertThat(w.reason()).contains("'n'"))
                .anySatisfy(w -> assertThat(w.reason()).contains("#/components/parameters/none"));
        assertThat(write(positive.with(phases("examples"))).without())
                .anySatisfy(w -> assertThat(w)
                        .isEqualTo(new NotTested(
                                "GET /users", "the chosen phases and mode have no case of this operation")));
    }

    private static Selection phases(String phase) {
        return new Selection(List.of(), List.of(), List.of(phase), List.of(), List.of());
    }

    /** Changes the path parameter of a deletion. */
    private record OneId(String value) implements CaseHook {
        @Override
        public TestCase testCase(TestCase testCase, HookContext context) {
            context.secret("USER_ID", "s3cret-user");
            return testCase.withParameters(testCase.parameters().stream()
                    .map(v -> v.parameter().name().equals("id")
                            ? new ParameterValue(v.parameter(), TextNode.valueOf(value))
                            : v)
                    .toList());
        }
    }

    private record Signed() implements RequestHook {
        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            throw new AssertionError("no request is sent");
        }
    }

    private record NoPosting() implements DocumentHook {
        @Override
        public JsonNode document(JsonNode document, HookContext context) {
            JsonNode copy = document.deepCopy();
            ((ObjectNode) copy.at("/paths/~1users")).remove("post");
            return copy;
        }
    }

    @Test
    void hooks_change_document_and_cases_but_nothing_of_requests_or_credentials_is_there() {
        ContractConfig guarded = config(3)
                .with(new Network(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), List.of(new Header("X-Api-Key", "k3y-0123456"))));
        List<Case> cases = generate(guarded, new OneId("ada"), new Signed(), new NoPosting());
        assertThat(cases)
                .extracting(c -> c.testCase().operation().label())
                .contains("DELETE /users/{id}")
                .doesNotContain("POST /users");
        assertThat(cases)
                .allSatisfy(c -> assertThat(c.request().header("X-Api-Key")).isEmpty());
        assertThat(cases)
                .filteredOn(c -> c.testCase().operation().method().equals("DELETE")
                        && c.request().framing().isEmpty())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.request().path()).isEqualTo("/v2/users/ada"));
    }

    @Test
    void what_a_hook_made_untrue_is_not_written() throws IOException {
        write(config(3), new OneId("much-too-long-to-be-an-id"));
        assertThat(lines())
                .noneMatch(l -> l.get("operation").textValue().startsWith("DELETE")
                        && l.get("intent").textValue().equals("positive"));
        assertThat(events).anyMatch(e -> e instanceof RunEvent.CaseWithheld);
    }

    @Test
    void a_secret_that_a_hook_put_into_a_case_is_not_written() throws IOException {
        ContractConfig config = config(3);
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT.replace("maxLength: 8", "maxLength: 99"));
        write(config, new OneId("s3cret-user"));
        assertThat(lines()).anyMatch(l -> l.get("operation").textValue().startsWith("DELETE"));
        assertThat(Files.readString(file())).doesNotContain("s3cret-user");
    }

    @Test
    void a_configured_base_url_gives_the_path() {
        ContractConfig elsewhere =
                config(3).with(new Target("api.yaml", Optional.of("http://127.0.0.1:9/shop/"), folder));
        assertThat(generate(elsewhere))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.request().url()).startsWith("http://127.0.0.1:9/shop/"));
    }

    @Test
    void a_consumer_that_fails_ends_it_and_leaves_no_file() {
        assertThatThrownBy(() -> ContractCases.generate(config(3), List.of(), List.of(), c -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("the disk is full");
        assertThatThrownBy(() -> write(config(3), new FailingHook())).hasMessageContaining("no more");
        assertThat(folder.resolve("reports")).isEmptyDirectory();
    }

    private record FailingHook() implements CaseHook {
        @Override
        public TestCase testCase(TestCase testCase, HookContext context) {
            throw new IllegalStateException("no more");
        }
    }
}
