package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Request;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Fault;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Label;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every case, whatever the document. */
class CoverageLawsTest {
    static Stream<Api> apis() {
        return Samples.ALL.stream().map(Shops::api);
    }

    @ParameterizedTest
    @MethodSource("apis")
    void a_case_is_what_its_label_says(Api api) {
        for (TestCase testCase : Shops.cases(api, Shops.ALL)) {
            Request request = Wire.write(testCase, Shops.BASE);
            assertThat(Label.of(testCase, request, Shops.BASE))
                    .as(Shops.told(testCase))
                    .isEqualTo(new Label.True(testCase));
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void a_negative_has_faults_in_one_part_only_and_a_positive_has_none(Api api) {
        for (TestCase testCase : Shops.cases(api, Shops.ALL)) {
            if (testCase.intent() instanceof Intent.Positive) {
                assertThat(faults(testCase)).as(Shops.told(testCase)).isEmpty();
                continue;
            }
            Mutation mutation = Shops.mutation(testCase);
            if (mutation.location() != Mutation.Location.METHOD && mutation.location() != Mutation.Location.FRAMING) {
                assertThat(faults(testCase))
                        .as(Shops.told(testCase))
                        .allMatch(f -> f.location() == mutation.location()
                                && f.parameter().equals(mutation.parameter()));
                assertThat(mutation.keyword().equals(java.util.Optional.of("duplicate"))
                                || !faults(testCase).isEmpty())
                        .as(Shops.told(testCase))
                        .isTrue();
            }
        }
    }

    private static List<Fault> faults(TestCase testCase) {
        Request request = Wire.write(testCase, Shops.BASE);
        return Fault.of(Wire.read(testCase.operation(), request, Shops.BASE));
    }

    @ParameterizedTest
    @MethodSource("apis")
    void no_two_requests_are_equal(Api api) {
        Set<String> seen = new LinkedHashSet<>();
        for (TestCase testCase : Shops.cases(api, Shops.ALL)) {
            Request request = Wire.write(testCase, Shops.BASE);
            assertThat(seen.add(Shops.sent(testCase) + request.headers()))
                    .as(Shops.told(testCase))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void the_same_cases_come_every_time(Api api) {
        List<String> first =
                Shops.cases(api, Shops.ALL).stream().map(Shops::told).toList();
        assertThat(Shops.cases(api, Shops.ALL)).extracting(Shops::told).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("apis")
    void every_operation_has_a_positive_case_first(Api api) {
        for (var operation : api.operations()) {
            TestCase first = new Coverage(api, Shops.ALL)
                    .cases(operation, w -> {})
                    .findFirst()
                    .orElseThrow();
            assertThat(first.intent()).as(Shops.told(first)).isInstanceOf(Intent.Positive.class);
        }
    }

    @Test
    void the_number_of_cases_grows_with_the_number_of_parameters_and_no_faster() {
        List<Integer> sizes = new ArrayList<>();
        for (int n = 2; n <= 12; n += 2) {
            List<String> parameters = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                parameters.add("{in: query, name: p" + i + ", schema: {type: integer, minimum: 1, maximum: 9}}");
            }
            Api api = Shops.operation("get", "parameters: [" + String.join(", ", parameters) + "]");
            sizes.add(Shops.cases(api, Shops.PLAIN).size());
        }
        int step = sizes.get(1) - sizes.get(0);
        for (int i = 1; i < sizes.size(); i++) {
            assertThat(sizes.get(i) - sizes.get(i - 1)).isEqualTo(step);
        }
    }

    /** Walked to its end, this would take days: each of 40 schemas has each of the others as a property. */
    @Test
    void the_first_cases_come_without_the_rest() {
        StringBuilder schemas = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            schemas.append("    S").append(i).append(": {type: object, properties: {");
            for (int j = 0; j < 200; j++) {
                schemas.append("p").append(j).append(": {type: array, items: {$ref: '#/components/schemas/S");
                schemas.append((i + j) % 40).append("'}}, ");
            }
            schemas.append("v: {type: integer}}}\n");
        }
        Api api = Shops.api("openapi: '3.1.0'\ninfo: {title: Shop, version: '1'}\npaths:\n  /x:\n    post:\n"
                + "      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}\n"
                + "      responses: {'200': {description: ok}}\ncomponents:\n  schemas:\n" + schemas);
        Iterator<TestCase> cases = new Coverage(api, Shops.ALL)
                .cases(api.operations().get(0), w -> {})
                .iterator();
        for (int i = 0; i < 10; i++) {
            assertThat(cases.next().body()).isPresent();
        }
    }
}
