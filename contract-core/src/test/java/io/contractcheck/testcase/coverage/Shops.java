package io.contractcheck.testcase.coverage;

import io.contractcheck.http.Request;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents, and the cases of their operations as tests write them down. */
final class Shops {
    static final String BASE = "http://localhost:8080/api";
    static final CoverageSettings ALL = new CoverageSettings(Mode.ALL, true, true, true, true, true);
    static final CoverageSettings PLAIN = new CoverageSettings(Mode.ALL, false, false, false, false, false);
    private static final URI FILE = URI.create("file:///api/shop.yaml");

    private Shops() {}

    static Api api(String yaml) {
        Api api = ApiReader.read(Documents.of(FILE, Yaml.parse(yaml)).root(FILE));
        if (!api.broken().isEmpty()) {
            throw new AssertionError(api.broken());
        }
        return api;
    }

    /** OpenAPI 3.1 with those path items, as the members of a flow mapping. */
    static Api paths(String paths) {
        return api("openapi: '3.1.0'\ninfo: {title: Shop, version: '1'}\npaths: {" + paths + "}");
    }

    /** One operation on {@code /x} with those members. */
    static Api operation(String method, String members) {
        return paths("/x: {" + method + ": {" + members
                + (members.isEmpty() || members.contains("responses:") ? "" : ", ")
                + (members.contains("responses:") ? "" : "responses: {'200': {description: ok}}") + "}}");
    }

    static List<TestCase> cases(Api api, CoverageSettings settings) {
        Coverage coverage = new Coverage(api, settings);
        List<TestCase> cases = new ArrayList<>();
        for (Operation operation : api.operations()) {
            coverage.cases(operation, warning -> {}).forEach(cases::add);
        }
        return cases;
    }

    static Stream<TestCase> negative(Api api, CoverageSettings settings) {
        return cases(api, settings).stream().filter(c -> c.intent() instanceof Intent.Negative);
    }

    static Stream<TestCase> positive(Api api, CoverageSettings settings) {
        return cases(api, settings).stream().filter(c -> c.intent() instanceof Intent.Positive);
    }

    static Mutation mutation(TestCase testCase) {
        return ((Intent.Negative) testCase.intent()).mutation();
    }

    /** The request's first line and body. */
    static String sent(TestCase testCase) {
        Request request = Wire.write(testCase, BASE);
        return request.method() + " " + request.target()
                + (request.body() == null ? "" : " " + new String(request.body(), StandardCharsets.UTF_8))
                + request.framing().map(f -> " " + f.keyword()).orElse("");
    }

    static String told(TestCase testCase) {
        return (testCase.intent() instanceof Intent.Positive ? "+ " : "- ") + sent(testCase) + " | "
                + testCase.intent().description();
    }
}
