package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.OperationSettings;
import io.contractcheck.OperationSettings.Cases;
import io.contractcheck.OperationSettings.Judging;
import io.contractcheck.OperationSettings.Sending;
import io.contractcheck.check.StatusSet;
import io.contractcheck.http.Header;
import io.contractcheck.testcase.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationParameterTest {
    @TempDir
    private Path folder;

    private List<OperationSettings> operations(String configuration) {
        return new Pom(folder)
                .run(new CheckMojo(), "check", "<operations>" + configuration + "</operations>")
                .operations();
    }

    @Test
    void an_operation_may_have_many_filters_and_all_that_holds_for_it() {
        assertThat(operations("""
                <operation>
                  <filter>POST /books/*</filter>
                  <filter>tag:shop</filter>
                  <enabled>true</enabled>
                  <maxExamples>500</maxExamples>
                  <phases>coverage,fuzzing</phases>
                  <mode>negative</mode>
                  <checks><check>not_a_server_error</check><check>max_response_time</check></checks>
                  <excludeChecks>unsupported_method</excludeChecks>
                  <expectedStatuses>not_a_server_error: 2xx 503</expectedStatuses>
                  <requestTimeout>1m</requestTimeout>
                  <maxResponseTime>2s</maxResponseTime>
                  <headers><header>X-Tenant: a, b</header><header>X-Other: c</header></headers>
                </operation>
                <operation><filter>GET /old</filter><enabled>false</enabled></operation>
                """))
                .containsExactly(
                        OperationSettings.of("POST /books/*", "tag:shop")
                                .enabled(true)
                                .with(new Cases(
                                        OptionalInt.of(500),
                                        List.of("coverage", "fuzzing"),
                                        Optional.of(Mode.NEGATIVE)))
                                .with(new Judging(
                                        List.of("not_a_server_error", "max_response_time"),
                                        List.of("unsupported_method"),
                                        Map.of("not_a_server_error", new StatusSet("2xx 503")),
                                        Optional.of(Duration.ofSeconds(2))))
                                .with(new Sending(
                                        Optional.of(Duration.ofMinutes(1)),
                                        List.of(new Header("X-Tenant", "a, b"), new Header("X-Other", "c")))),
                        OperationSettings.of("GET /old").enabled(false));
    }

    @Test
    void none_is_none() {
        assertThat(new Pom(folder).run(new CheckMojo(), "check", "").operations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<maxExamples>5</maxExamples> | operations/1. operation/filter: is missing",
                "<filter>GET /a</filter><maxExamples>0</maxExamples> | operations/GET /a/maxExamples: '0' is not allowed",
                "<filter>GET /a</filter><enabled>no</enabled> | operations/GET /a/enabled: 'no' is not allowed: write true",
                "<filter>GET /a</filter><mode>good</mode> | operations/GET /a/mode: 'good' is not allowed",
                "<filter>GET /a</filter><requestTimeout>soon</requestTimeout> | operations/GET /a/requestTimeout: 'soon'",
                "<filter>GET /a</filter><headers>X</headers> | operations/GET /a/headers",
                "<filter>GET /a</filter><expectedStatuses>c GET /b: 2xx</expectedStatuses> | is said already",
                "<filter>GET /a</filter><maxExamples>${nowhere}</maxExamples> | ${nowhere} was not replaced"
            })
    void a_wrong_value_is_an_error_that_says_where(String xml, String message) {
        assertThatThrownBy(() -> operations("<operation>" + xml + "</operation>"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(message);
    }
}
