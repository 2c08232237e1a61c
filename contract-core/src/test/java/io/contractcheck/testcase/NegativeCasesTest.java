package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeCasesTest {
    private static final int CASES = 30;
    private static final String OBJECT =
            "{type: object, required: [k], additionalProperties: false, properties: {k: {type:"
                    + " string, minLength: 2}, i: {type: integer, maximum: 9}, b: {type: boolean}}}";

    static Stream<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (String schema : List.of(
                "{type: integer}",
                "{type: number, exclusiveMinimum: 0}",
                "{type: [boolean, 'null']}",
                "{type: string, format: date-time}",
                "{type: string, enum: [a/b, c]}",
                "{type: string, pattern: '^[a-z]{3}$'}",
                "{type: array, minItems: 2, items: {type: integer}}",
                OBJECT)) {
            for (String style : List.of("simple", "label", "matrix")) {
                operations.add(parameters(
                        "/a/{n}.json",
                        "{in: path, name: n, required: true, style: " + style + ", schema: " + schema
                                + "}, {in: header, name: H, required: true, schema: " + schema
                                + "}, {in: cookie, name: c, schema: " + schema + "}"));
            }
            for (String style : List.of("form", "spaceDelimited", "pipeDelimited", "deepObject")) {
                operations.add(parameters(
                        "/a",
                        "{in: query, name: n, required: true, explode: false, style: " + style
                                + ", schema: {type: array, minItems: 1, items: {type: boolean}}}, {in: query, name: m, style: "
                                + style + ", schema: " + schema
                                + "}, {in: query, name: o, explode: false, allowReserved: true, schema: " + schema
                                + "}"));
            }
            operations.add(parameters(
                    "/a",
                    "{in: query, name: j, required: true, content: {application/json: {schema: " + schema + "}}}"));
            for (String type : List.of("application/json", "application/x-ndjson", "application/yaml", "*/*")) {
                operations.add(Operations.body(type, "{schema: " + schema + "}"));
            }
        }
        String nested = "{schema: {type: object, required: [l], properties: {l: {type: array, minItems: 1, items: "
                + OBJECT + "}, o: " + OBJECT + ", f: {type: string, format: binary}}}}";
        for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data", "application/xml")) {
            operations.add(Operations.body(type, nested));
            operations.add(Operations.body(type, "{schema: {$ref: '#/components/schemas/Pet'}}"));
        }
        operations.add(Operations.body("text/plain", "{schema: {type: string, enum: [red, green]}}"));
        operations.add(old());
        operations.add(three());
        return operations.stream();
    }

    private static Operation old() {
        return Operations.ofDocument("""
                swagger: '2.0'
                info: {title: Shop, version: '1'}
                paths:
                  /a/{id}:
                    post:
                      consumes: [application/json, application/xml]
                      parameters:
                        - {in: path, name: id, required: true, type: integer, format: int64}
                        - {in: query, name: tags, type: array, collectionFormat: pipes, items: {type: integer}, maxItems: 3}
                        - {in: query, name: many, type: array, collectionFormat: multi, items: {type: string, enum: [a, b]}}
                        - {in: header, name: X-At, required: true, type: string, format: date}
                        - {in: body, name: body, required: true, schema: {$ref: '#/definitions/Pet'}}
                      responses: {'200': {description: ok}}
                definitions:
                  Animal: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}}}
                  Pet:
                    type: object
                    required: [name]
                    properties: {name: {type: string, maxLength: 5}, age: {type: integer, minimum: 0}, id: {type: integer, readOnly: true}}
                """);
    }

    private static Operation three() {
        return Operations.ofDocument("""
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                paths:
                  /a:
                    put:
                      parameters:
                        - {in: query, name: filter, style: deepObject, explode: true, schema: {type: object, required: [min], properties: {min: {type: integer}}}}
                        - {in: cookie, name: session, required: true, schema: {type: string, minLength: 4, pattern: '^[a-f]+$'}}
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema:
                              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                              discriminator: {propertyName: kind}
                      responses: {'200': {description: ok}}
                components:
                  schemas:
                    Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer, nullable: true, minimum: 1, exclusiveMinimum: true}}}
                    Dog: {type: object, required: [kind, bark], properties: {kind: {type: string}, bark: {type: boolean}, friends: {type: array, uniqueItems: true, items: {$ref: '#/components/schemas/Cat'}}}}
                """);
    }

    private static NegativeCases negatives(Operation operation) {
        return NegativeCases.of(operation, CaseGenerator.of(operation));
    }

    private static List<TestCase> drawn(Operation operation, int count, long seed) {
        NegativeCases negatives = negatives(operation);
        Random random = new Random(seed);
        return Stream.generate(() -> negatives.next(random).value())
                .limit(count)
                .toList();
    }

    private static Mutation mutation(TestCase negative) {
        return ((Intent.Negative) negative.intent()).mutation();
    }

    private static Set<String> mutations(Operation operation) {
        return drawn(operation, 300, 1).stream()
                .map(NegativeCasesTest::mutation)
                .map(m -> m.location() + m.parameter().map(p -> " " + p).orElse("") + " "
                        + m.keyword().orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_is_what_it_says_and_exactly_one_part_is_wrong(Operation operation) {
        for (TestCase negative : drawn(operation, CASES, 1)) {
            Request request = Wire.write(negative, BASE);
            Mutation mutation = mutation(negative);
            assertThat(Label.of(negative, request, BASE))
                    .as("%s %s", request, mutation)
                    .isEqualTo(new Label.True(negative));
            assertThat(Proofs.doubt(negative)).isEmpty();
            List<Fault> faults = Judgement.of(operation, request, BASE).faults();
            assertThat(faults)
                    .as("%s %s", request, mutation)
                    .isNotEmpty()
                    .allMatch(f -> f.isOf(mutation) && f.pointer().equals(mutation.pointer()))
                    .anyMatch(f -> f.keyword().equals(mutation.keyword().orElseThrow()));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_same_seed_gives_the_same_cases(Operation operation) {
        assertThat(texts(drawn(operation, 15, 2))).isEqualTo(texts(drawn(operation, 15, 2)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void none_equals_a_valid_case(Operation operation) {
        CaseGenerator positives = CaseGenerator.of(operation);
        Random random = new Random(3);
        Set<String> valid = new TreeSet<>(texts(
                Stream.generate(() -> positives.next(random).value()).limit(60).toList()));
        assertThat(texts(drawn(operation, CASES, 3))).noneMatch(valid::contains);
    }

    /** Multipart boundaries and all. */
    private static List<String> texts(List<TestCase> cases) {
        return cases.stream()
                .map(c -> {
                    Request request = Wire.write(c, BASE);
                    return request.method() + " " + request.target() + " " + request.headers() + " "
                            + (request.body() == null
                                    ? "-"
                                    : Base64.getEncoder().encodeToString(request.body()));
                })
                .toList();
    }

    /** Shrinking proves every step, so a few of each kind must do. */
    static Stream<Operation> some() {
        List<Operation> all = operations().toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % 5 == 0 || i >= all.size() - 3)
                .mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("some")
    void shrinking_never_grows_and_breaks_the_same(Operation operation) {
        NegativeCases negatives = negatives(operation);
        Random random = new Random(4);
        for (int i = 0; i < 3; i++) {
            Shrinkable<TestCase> at = negatives.next(random);
            Mutation first = mutation(at.value());
            Optional<Shrinkable<TestCase>> smaller = at.shrink().findFirst();
            for (int steps = 0; smaller.isPresent() && steps < 20; steps++) {
                Shrinkable<TestCase> next = smaller.get();
                assertThat(next.distance()).isLessThan(at.distance());
                assertThat(mutation(next.value()).location()).isEqualTo(first.location());
                assertThat(mutation(next.value()).parameter()).isEqualTo(first.parameter());
                assertThat(mutation(next.value()).keyword()).isEqualTo(first.keyword());
                assertThat(Proofs.doubt(next.value())).isEmpty();
                at = next;
                smaller = at.shrink().findFirst();
            }
        }
    }

    @Test
    void every_part_and_every_way_has_its_turn() {
        assertThat(mutations(Operations.of(
                        "3.1.0",
                        "/a/{id}",
                        "parameters: [{in: path, name: id, required: true, schema: {type: integer, minimum: 1}}, {in: query,"
                                + " name: q, required: true, schema: {type: string, maxLength: 4}}, {in: header, name: H,"
                                + " required: true, schema: {type: boolean}}]\nrequestBody: {required: true, content:"
                                + " {application/json: {schema: {type: object, required: [a], properties: {a: {type:"
                                + " integer}}}}}}")))
                .containsExactly(
                        "BODY required",
                        "BODY type",
                        "FRAMING syntax",
                        "HEADER H required",
                        "HEADER H type",
                        "PATH id minimum",
                        "PATH id type",
                        "QUERY q maxLength",
                        "QUERY q required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{in: query, name: q, schema: {type: string}}",
                "{in: header, name: h, schema: {type: string}}",
                "{in: cookie, name: c, schema: {type: string}}",
                "{in: query, name: q, schema: {}}",
                "{in: query, name: q, schema: {type: array, minItems: 1, items: {type: string}}}",
                "{in: header, name: If-Match, required: true, schema: {type: string, pattern: '^W'}}",
                "{in: header, name: Range, required: true, schema: {type: string, enum: ['bytes=0-1']}}"
            })
    void what_can_carry_any_text_is_not_made_invalid(String parameter) {
        NegativeCases negatives = negatives(parameters("/a", parameter));
        assertThat(negatives.possible()).isFalse();
        assertThatThrownBy(() -> negatives.next(new Random(1))).isInstanceOf(UnsatisfiableException.class);
    }

    @Test
    void a_text_in_a_path_is_not_made_invalid() {
        assertThat(negatives(parameters("/a/{p}", "{in: path, name: p, required: true, schema: {type: string}}"))
                        .possible())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "image/png", "text/plain"})
    void bytes_and_texts_are_not_made_invalid_by_type(String mediaType) {
        assertThat(mutations(Operations.body(mediaType, "{schema: {type: string}}")))
                .containsExactly("BODY required");
    }

    @Test
    void a_text_is_made_invalid_by_its_other_rules() {
        assertThat(mutations(Operations.body("text/plain", "{schema: {type: string, enum: [red, green]}}")))
                .containsExactly("BODY enum", "BODY required");
    }

    @Test
    void read_only_properties_are_not_sent() {
        Operation operation = Operations.body(
                "application/json",
                "{schema: {type: object, properties: {id: {type: integer, readOnly: true}, n: {type: integer}}}}");
        assertThat(drawn(operation, 200, 5))
                .noneMatch(c -> c.body().filter(b -> b.value().has("id")).isPresent());
    }

    @Test
    void one_json_body_in_twenty_is_no_json() {
        Operation operation =
                Operations.body("application/json", "{schema: {type: object, properties: {a: {type: integer}}}}");
        List<TestCase> broken = drawn(operation, 600, 6).stream()
                .filter(c -> mutation(c).keyword().filter("syntax"::equals).isPresent())
                .toList();
        assertThat(broken).hasSizeBetween(15, 50);
        for (TestCase one : broken) {
            byte[] bytes = Wire.write(one, BASE).body();
            assertThat(Malformed.is(bytes))
                    .as(new String(bytes, StandardCharsets.ISO_8859_1))
                    .isTrue();
            assertThat(bytes).hasSizeBetween(1, 1024);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "{} x", "{a:1}", "['a',]", "1 2", "NaN", "'a'", "// x", "[1,]", "+1", "007"})
    void what_some_reader_takes_for_json_is_not_broken_syntax(String text) {
        assertThat(Malformed.is(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void an_operation_without_valid_cases_has_no_invalid_ones() {
        Operation operation = parameters(
                "/a", "{in: query, name: a, required: true, schema: {type: integer, minimum: 2, maximum: 1}}");
        assertThatThrownBy(() -> negatives(operation)).isInstanceOf(UnsatisfiableException.class);
    }
}
