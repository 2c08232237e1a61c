package io.contractcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Located;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge is no yes-man. */
class RequestJudgeTest {
    private static final URI SHOP = URI.create("file:///shop.yaml");
    private static final String DOCUMENT = """
            openapi: 3.0.3
            paths:
              /books/{id}:
                put:
                  parameters:
                    - {in: path, name: id, required: true, schema: {type: integer, format: int32}}
                    - {in: query, name: tag, schema: {type: array, items: {type: boolean}}}
                    - {in: query, name: sizes, explode: false, schema: {type: array, items: {type: integer}}}
                    - {in: query, name: since, schema: {type: string, format: date}}
                    - {in: query, name: filter, style: deepObject, schema: {type: object, properties: {max: {type: integer}}}}
                    - {in: header, name: X-Shop, required: true, schema: {type: string, pattern: '^a$'}}
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Book'}}
            components:
              schemas:
                Book:
                  required: [key, title]
                  properties:
                    key: {type: string, readOnly: true}
                    title: {type: string, nullable: true}
                    price: {type: number, minimum: 0, exclusiveMinimum: true}
                    kind: {oneOf: [{minLength: 1}, {maxLength: 3}], discriminator: {propertyName: kind}}
            """;

    private static Set<String> wrong(Set<Interpretation> read, String target, String shop, String type, String body) {
        Located root = Documents.of(SHOP, Yaml.parse(DOCUMENT)).root(SHOP);
        Operation operation = ApiReader.read(root).operations().get(0);
        Request request = new Request(
                "PUT",
                "http://localhost",
                target,
                List.of(new Header("X-Shop", shop), new Header("Content-Type", type)),
                body.getBytes(StandardCharsets.UTF_8));
        return new RequestJudge(root.node(), read)
                .judge(operation, request).stream()
                        .filter(part -> part.opinion() instanceof Opinion.Invalid)
                        .map(part -> part.location()
                                + part.parameter().map(p -> " " + p).orElse(""))
                        .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "/books/1?tag=true&tag=false&sizes=1,2&since=2024-02-29&filter%5Bmax%5D=3; {\"title\":null,\"price\":0.1};",
                "/books/x; {\"title\":\"a\"}; PATH id",
                "/books/2147483648; {\"title\":\"a\"}; PATH id",
                "/books/1?tag=true&tag=7; {\"title\":\"a\"}; QUERY tag",
                "/books/1?sizes=1,a; {\"title\":\"a\"}; QUERY sizes",
                "/books/1?since=2023-02-29; {\"title\":\"a\"}; QUERY since",
                "/books/1?since=2024-02-29&since=2024-02-29; {\"title\":\"a\"}; QUERY since",
                "/books/1?filter%5Bmax%5D=a; {\"title\":\"a\"}; QUERY filter",
                "/books/1; {}; BODY",
                "/books/1; {\"title\":\"a\",\"key\":\"b\"}; BODY",
                "/books/1; {\"title\":\"a\",\"price\":0}; BODY",
                "/books/1; {\"title\":\"a\",\"kind\":\"ab\"}; BODY",
                "/books/1; {\"title\":; FRAMING",
            })
    void each_part_is_judged_by_itself(String target, String body, String wrong) {
        assertThat(wrong(EnumSet.noneOf(Interpretation.class), target, "a", "application/json", body))
                .isEqualTo(wrong == null ? Set.of() : Set.of(wrong));
    }

    @ParameterizedTest
    @CsvSource({"b,application/json,HEADER X-Shop", "a,text/csv,FRAMING Content-Type"})
    void headers_are_judged(String shop, String type, String wrong) {
        assertThat(wrong(EnumSet.noneOf(Interpretation.class), "/books/1", shop, type, "{\"title\":\"a\"}"))
                .containsExactly(wrong);
    }

    @ParameterizedTest
    @CsvSource({"ab,true", "abcd,true"})
    void a_discriminator_chooses_only_where_it_is_read_so(String kind, boolean allowed) {
        assertThat(wrong(
                                EnumSet.of(Interpretation.DISCRIMINATOR_CHOOSES),
                                "/books/1",
                                "a",
                                "application/json",
                                "{\"title\":\"a\",\"kind\":\"" + kind + "\"}")
                        .isEmpty())
                .isEqualTo(allowed);
    }
}
