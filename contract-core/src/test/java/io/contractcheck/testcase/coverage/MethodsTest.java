package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HEAD of a GET, and methods that a path does not have. */
class MethodsTest {
    private static final CoverageSettings UNEXPECTED = new CoverageSettings(Mode.ALL, true, false, false, false, false);
    private static final CoverageSettings OPTIONS = new CoverageSettings(Mode.ALL, false, true, false, false, false);
    private static final CoverageSettings HEAD = new CoverageSettings(Mode.ALL, false, false, true, false, false);
    private static final String OK = "responses: {'200': {description: ok}}}";
    private static final String ID = "parameters: [{name: id, in: path, required: true, schema: {const: me}}], ";

    private static List<String> methods(Api api, CoverageSettings settings) {
        return Shops.cases(api, settings).stream()
                .filter(c -> !c.deviations().isEmpty())
                .filter(c -> !Shops.sent(c).contains("unknown"))
                .map(Shops::sent)
                .toList();
    }

    @Test
    void a_path_gets_each_method_it_does_not_have_once() {
        Api api = Shops.paths("/x: {get: {" + OK + ", delete: {" + OK + "}");
        assertThat(methods(api, UNEXPECTED))
                .containsExactly(
                        "PUT /api/x", "POST /api/x", "OPTIONS /api/x", "PATCH /api/x", "TRACE /api/x", "QUERY /api/x");
    }

    @Test
    void methods_of_other_templates_that_the_path_fits_are_documented_too() {
        Api api = Shops.paths("'/u/{id}': {get: {" + ID + OK + "}, /u/me: {patch: {" + OK + ", trace: {" + OK + "}");
        assertThat(methods(api, UNEXPECTED))
                .containsExactly(
                        "PUT /api/u/me", "POST /api/u/me", "DELETE /api/u/me", "OPTIONS /api/u/me", "QUERY /api/u/me");
    }

    @Test
    void operations_that_are_not_tested_count() {
        Api whole = Shops.paths("'/u/{id}': {get: {" + ID + OK + "}, /u/me: {patch: {" + OK + "}");
        List<Operation> first = whole.operations().subList(0, 1);
        Api filtered = whole.with(first, whole.broken());
        assertThat(methods(filtered, UNEXPECTED)).isNotEmpty().noneMatch(m -> m.startsWith("PATCH"));
    }

    @Test
    void a_body_goes_with_those_that_have_one() {
        Api api = Shops.operation(
                "post", "requestBody: {required: true, content: {application/json: {schema: {const: 1}}}}");
        assertThat(methods(api, UNEXPECTED))
                .contains("PUT /api/x 1", "PATCH /api/x 1", "QUERY /api/x 1", "GET /api/x", "TRACE /api/x");
    }

    @Test
    void the_first_operation_that_can_be_called_stands_for_the_path() {
        Api api = Shops.paths("/x: {get: {parameters: [{name: a, in: query, required: true, schema: false}], " + OK
                + ", put: {" + OK + "}");
        Coverage coverage = new Coverage(api, UNEXPECTED);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> coverage.cases(api.operations().get(0), w -> {}));
        assertThat(coverage.cases(api.operations().get(1), w -> {}).map(Shops::sent))
                .contains("DELETE /api/x");
    }

    @Test
    void they_are_negatives_that_say_what_is_not_documented() {
        Mutation mutation = Shops.negative(Shops.operation("get", ""), UNEXPECTED)
                .map(Shops::mutation)
                .filter(m -> m.description().startsWith("PATCH"))
                .findFirst()
                .orElseThrow();
        assertThat(mutation.location()).isEqualTo(Mutation.Location.METHOD);
        assertThat(mutation.keyword()).contains("method");
        assertThat(mutation.description()).isEqualTo("PATCH is not documented on /x");
    }

    @Test
    void options_alone_may_be_asked_for() {
        assertThat(methods(Shops.paths("/x: {get: {" + OK + ", put: {" + OK + "}"), OPTIONS))
                .containsExactly("OPTIONS /api/x");
        assertThat(methods(Shops.operation("options", ""), OPTIONS)).isEmpty();
        assertThat(methods(Shops.operation("get", ""), Shops.PLAIN)).isEmpty();
    }

    @Test
    void every_get_has_a_head_unless_the_document_has_one() {
        TestCase head = Shops.cases(Shops.operation("get", ""), HEAD).stream()
                .filter(c -> Shops.sent(c).startsWith("HEAD"))
                .findFirst()
                .orElseThrow();
        assertThat(head.intent()).isInstanceOf(Intent.Positive.class);
        assertThat(methods(Shops.paths("/x: {get: {" + OK + ", head: {" + OK + "}"), HEAD))
                .isEmpty();
        assertThat(methods(Shops.operation("post", ""), HEAD)).isEmpty();
    }
}
