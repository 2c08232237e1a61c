package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operations and cases from text. */
final class Operations {
    static final String BASE = "http://localhost:8080/api";
    private static final URI FILE = URI.create("file:///api/shop.yaml");

    private Operations() {}

    /** The one operation of a whole document. */
    static Operation ofDocument(String yaml) {
        Api api = ApiReader.read(Documents.of(FILE, Yaml.parse(yaml)).root(FILE));
        if (!api.broken().isEmpty()) {
            throw new AssertionError(api.broken());
        }
        return api.operations().get(0);
    }

    /** {@code POST} on a path, its members indented by nothing. */
    static Operation of(String version, String path, String members) {
        String key = version.startsWith("2") ? "swagger" : "openapi";
        return ofDocument(key + ": '" + version + "'\ninfo: {title: Shop, version: '1'}\npaths:\n  '" + path
                + "':\n    post:\n" + (members + "\nresponses: {'200': {description: ok}}").indent(6)
                + "components: {schemas: {Pet: {type: object, required: [name], properties: {name: {type: string},"
                + " age: {type: integer}}}}}\n");
    }

    /** OpenAPI 3.1 with those parameters, as the items of a flow sequence. */
    static Operation parameters(String path, String parameters) {
        return of("3.1.0", path, "parameters: [" + parameters + "]");
    }

    /** OpenAPI 3.1 with a required body of one media type. */
    static Operation body(String mediaType, String content) {
        return of("3.1.0", "/x", "requestBody: {required: true, content: {'" + mediaType + "': " + content + "}}");
    }

    /** A case with values for the parameters in document order; {@code null} leaves one out. */
    static TestCase given(Operation operation, String... values) {
        List<ParameterValue> given = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                Parameter parameter = operation.parameters().get(i);
                given.add(new ParameterValue(parameter, Json.parse(values[i])));
            }
        }
        return new TestCase(operation, given, Optional.empty(), new Intent.Positive("given"));
    }

    static TestCase withBody(Operation operation, JsonNode value) {
        var content = operation.requestBody().orElseThrow().content().get(0);
        BodyValue body = new BodyValue(content, MediaTypes.concrete(content), value);
        return new TestCase(operation, List.of(), Optional.of(body), new Intent.Positive("given"));
    }

    /** The values of a case as {@code name=json}, the body as {@code body=json}. */
    static List<String> values(TestCase testCase) {
        List<String> values = new ArrayList<>();
        testCase.parameters().forEach(v -> values.add(v.parameter().name() + "=" + Json.write(v.value())));
        testCase.body().ifPresent(b -> values.add("body=" + Json.write(b.value())));
        return values;
    }
}
