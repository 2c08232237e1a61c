package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.parameters;
import static io.contractcheck.testcase.Operations.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseGeneratorTest {
    private static final int CASES = 150;

    static Stream<Operation> operations() {
        String object = "{type: object, required: [k], additionalProperties: false, properties: {k: {type: string},"
                + " i: {type: integer}, b: {type: [boolean, 'null']}}}";
        String array = "{type: array, items: {type: [string, number]}}";
        List<Operation> operations = new ArrayList<>();
        for (String schema : List.of(
                "{}",
                "{type: string}",
                "{type: number}",
                "{type: [boolean, 'null']}",
                "{type: string, format: date-time}",
                "{type: string, enum: [a/b, '..', c]}",
                array,
                object)) {
            for (String style : List.of("simple", "label", "matrix")) {
                operations.add(parameters(
                        "/a/{n}.json",
                        "{in: path, name: n, required: true, style: " + style + ", schema: " + schema
                                + "}, {in: header, name: H, schema: " + schema + "}, {in: cookie, name: c, schema: "
                                + schema + "}"));
            }
            for (String style : List.of("form", "spaceDelimited", "pipeDelimited", "deepObject")) {
                operations.add(parameters(
                        "/a",
                        "{in: query, name: n, required: true, explode: false, style: " + style
                                + ", schema: {type: array, minItems: 1, items: {type: string}}},"
                                + " {in: query, name: m, style: " + style + ", schema: " + schema
                                + "}, {in: query, name: o, explode: false, allowReserved: true, schema: " + schema
                                + "}"));
            }
            for (String type :
                    List.of("application/json", "text/plain", "application/x-ndjson", "application/yaml", "*/*")) {
                operations.add(Operations.body(type, "{schema: " + schema + "}"));
            }
        }
        operations.add(Operations.body("image/png", "{schema: {type: string, format: binary}}"));
        String nested = "{schema: {type: object, required: [l], properties: {l: {type: array, minItems: 1, items: "
                + object + "}, o: " + object + ", a: " + array + ", f: {type: string, format: binary}}}}";
        for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data", "application/xml")) {
            operations.add(Operations.body(type, nested));
            operations.add(Operations.body(type, "{schema: {$ref: '#/components/schemas/Pet'}}"));
        }
        return operations.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_is_read_from_the_request_is_what_was_meant_and_is_valid(Operation operation) {
        CaseGenerator generator = CaseGenerator.of(operation);
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            TestCase drawn = generator.next(random).value();
            Request request = Wire.write(drawn, BASE);
            TestCase read = Wire.read(operation, request, BASE);
            assertThat(Proofs.same(drawn, read))
                    .as("%s: %s is read as %s", request, values(drawn), values(read))
                    .isTrue();
            assertThat(Fault.of(read)).as("%s: %s", request, values(read)).isEmpty();
            assertThat(request.url()).matches("[!-~]+");
        }
    }

    @Test
    void the_same_seed_gives_the_same_cases() {
        operations().filter(o -> o.parameters().size() > 1).limit(9).forEach(operation -> {
            List<String> first = draw(CaseGenerator.of(operation), 20);
            assertThat(draw(CaseGenerator.of(operation), 20)).isEqualTo(first);
        });
    }

    private static List<String> draw(CaseGenerator generator, int cases) {
        Random random = new Random(3);
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            drawn.add(values(generator.next(random).value()).toString());
        }
        return drawn;
    }

    @Test
    void optional_parts_come_and_go() {
        Operation operation = Operations.of(
                "3.1.0",
                "/a",
                "parameters: [{in: query, name: a, schema: {type: integer}}, {in: query, name: b, schema: {type:"
                        + " boolean}}]\nrequestBody: {content: {application/json: {schema: {type: integer}}, text/plain:"
                        + " {schema: {type: integer}}}}");
        CaseGenerator generator = CaseGenerator.of(operation);
        Random random = new Random(1);
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < 200; i++) {
            TestCase drawn = generator.next(random).value();
            seen.add(drawn.parameters().stream().map(v -> v.parameter().name()).toList() + " "
                    + drawn.body().map(BodyValue::mediaType).orElse("-"));
        }
        assertThat(seen).hasSize(4 * 3);
    }

    @Test
    void an_object_of_format_file_in_a_binary_media_type_is_bytes() {
        Operation operation = Operations.body("application/octet-stream", "{schema: {type: object, format: file}}");
        TestCase drawn = CaseGenerator.of(operation).next(new Random(1)).value();
        assertThat(drawn.body().orElseThrow().value().isBinary()).isTrue();
    }

    @Test
    void an_optional_parameter_without_valid_values_is_left_out_and_said_so() {
        Operation operation = parameters(
                "/a",
                "{in: query, name: a, schema: {type: integer, minimum: 2, maximum: 1}}, {in: query, name: b,"
                        + " required: true, schema: {type: boolean}}");
        CaseGenerator generator = CaseGenerator.of(operation);
        assertThat(generator.omitted()).singleElement().asString().startsWith("query parameter 'a' has no valid value");
        assertThat(generator.next(new Random(0)).value().parameters()).hasSize(1);
    }

    @Test
    void a_required_part_without_valid_values_is_named() {
        Operation parameter =
                parameters("/a", "{in: header, name: a, required: true, schema: {type: string, enum: [\"\\u20ac\"]}}");
        assertThatThrownBy(() -> CaseGenerator.of(parameter))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageStartingWith("POST /a: the required header parameter 'a' has no valid value: ");
        Operation image = Operations.body("image/png", "{schema: {type: object}}");
        assertThatThrownBy(() -> CaseGenerator.of(image))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageContaining("arrays and objects have no form in this media type");
        Operation body = Operations.body("application/json", "{schema: false}");
        assertThatThrownBy(() -> CaseGenerator.of(body))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageStartingWith("POST /x: the required body (application/json) has no valid value: ");
    }

    @Test
    void shrinking_ends_at_the_least_case_through_valid_cases() {
        Operation operation = Operations.of(
                "3.1.0",
                "/a/{id}",
                "parameters: [{in: path, name: id, required: true, schema: {type: integer, minimum: 0}}, {in: query,"
                        + " name: q, schema: {type: string}}]\nrequestBody: {content: {application/json: {schema: {$ref:"
                        + " '#/components/schemas/Pet'}}}}");
        CaseGenerator generator = CaseGenerator.of(operation);
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            Shrinkable<TestCase> shrinkable = generator.next(random);
            int steps = 0;
            Optional<Shrinkable<TestCase>> smaller = smallest(shrinkable);
            while (smaller.isPresent() && steps++ < 500) {
                shrinkable = smaller.get();
                assertThat(Proofs.holds(shrinkable.value())).isTrue();
                smaller = smallest(shrinkable);
            }
            assertThat(values(shrinkable.value())).containsExactly("id=0");
        }
    }

    private static Optional<Shrinkable<TestCase>> smallest(Shrinkable<TestCase> of) {
        return of.shrink()
                .filter(s -> s.distance().compareTo(of.distance()) < 0)
                .findFirst();
    }

    @Test
    void an_exploded_object_whose_names_belong_to_another_parameter_has_no_valid_value() {
        Operation operation = parameters(
                "/a",
                "{in: query, name: a, required: true, schema: {type: object, required: [x], properties: {x: {type:"
                        + " integer}}}}, {in: query, name: x, schema: {type: boolean}}");
        assertThatThrownBy(() -> CaseGenerator.of(operation))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageStartingWith("POST /a: the required query parameter 'a' has no valid value: ");
    }

    @Test
    void path_values_are_readable_where_the_schema_leaves_room() {
        Operation operation = parameters("/a/{id}", "{in: path, name: id, required: true, schema: {type: string}}");
        CaseGenerator generator = CaseGenerator.of(operation);
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            String path = Wire.write(generator.next(random).value(), BASE).path();
            assertThat(path).doesNotContainIgnoringCase("%2f").doesNotContainIgnoringCase("%5c");
            assertThat(path).doesNotContain("%3B").doesNotContain("%25").doesNotContain("%00");
        }
    }

    @Test
    void an_empty_query_value_is_sent_only_where_the_document_allows_it() {
        String schema = "schema: {type: string, maxLength: 1}";
        Operation plain = parameters("/a", "{in: query, name: q, required: true, " + schema + "}");
        Operation allowed =
                parameters("/a", "{in: query, name: q, required: true, allowEmptyValue: true, " + schema + "}");
        Operation nothingElse =
                parameters("/a", "{in: query, name: q, required: true, schema: {type: string, enum: ['']}}");
        assertThat(drawn(plain)).doesNotContain("[q=\"\"]").hasSizeGreaterThan(1);
        assertThat(drawn(allowed)).contains("[q=\"\"]").hasSizeGreaterThan(1);
        assertThat(drawn(nothingElse)).containsExactly("[q=\"\"]");
    }

    private static Set<String> drawn(Operation operation) {
        CaseGenerator generator = CaseGenerator.of(operation);
        Random random = new Random(3);
        Set<String> drawn = new LinkedHashSet<>();
        for (int i = 0; i < CASES; i++) {
            drawn.add(values(generator.next(random).value()).toString());
        }
        return drawn;
    }

    @Test
    void the_target_fits_into_what_servers_read() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add("{in: query, name: q" + i + ", required: true, schema: {type: string}}");
        }
        Operation operation = parameters("/a", String.join(", ", many));
        CaseGenerator generator = CaseGenerator.of(operation);
        Random random = new Random(5);
        for (int i = 0; i < 10 * CASES; i++) {
            assertThat(Wire.write(generator.next(random).value(), BASE).target())
                    .hasSizeLessThanOrEqualTo(4000);
        }
    }
}
