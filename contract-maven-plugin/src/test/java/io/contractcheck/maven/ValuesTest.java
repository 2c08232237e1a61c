package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.http.Header;
import io.contractcheck.openapi.OperationFilter;
import io.contractcheck.testcase.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({"500ms, 500", "10s, 10000", "10, 10000", "1.5 s, 1500", "2m, 120000", "1h, 3600000"})
    void durations_have_units(String text, long millis) {
        assertThat(Values.duration("requestTimeout", text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1s", "soon", "10 days", "PT10S"})
    void another_duration_is_an_error_that_names_parameter_value_and_what_is_allowed(String text) {
        assertThatThrownBy(() -> Values.duration("requestTimeout", text))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("requestTimeout: '" + text + "' is not allowed")
                .hasMessageContaining("500ms");
    }

    @Test
    void no_duration_is_none() {
        assertThat(Values.duration("x", null)).isEmpty();
        assertThat(Values.duration("x", " ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "many", "1.5", "99999999999"})
    void a_count_is_a_whole_number_from_one(String text) {
        assertThat(Values.count("maxExamples", " 7 ")).isEqualTo(7);
        assertThatThrownBy(() -> Values.count("maxExamples", text))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("maxExamples: '" + text + "'");
    }

    @Test
    void a_seed_is_a_whole_number() {
        assertThat(Values.seed("seed", "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> Values.seed("seed", "abc")).hasMessageContaining("seed: 'abc'");
    }

    @Test
    void a_header_keeps_its_colons_and_commas() {
        assertThat(Values.header("headers", "Referer: http://a/b, c:d"))
                .isEqualTo(new Header("Referer", "http://a/b, c:d"));
    }

    @Test
    void a_wrong_header_is_an_error_that_does_not_show_what_may_be_secret() {
        assertThatThrownBy(() -> Values.header("headers", "Authorization s3cret"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("Name: value")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> Values.header("headers", "My Header: s3cret"))
                .hasMessageContaining("My Header")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_credential_in_a_header_that_nothing_filled_in_is_an_error() {
        assertThatThrownBy(() -> Values.header("headers", "Authorization: Bearer ${env.NO_SUCH}"))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("headers, Authorization: ${env.NO_SUCH} was not replaced");
        assertThat(Values.header("headers", "X-Template: ${name}").value()).isEqualTo("${name}");
    }

    @Test
    void expected_statuses_are_for_a_check_and_maybe_some_operations() {
        CheckSettings.Expected all = Values.expected("expectedStatuses", "positive_data_acceptance: 2xx, 404");
        assertThat(all.check()).isEqualTo("positive_data_acceptance");
        assertThat(all.operations()).isEmpty();
        assertThat(all.statuses().contains(404)).isTrue();
        assertThat(all.statuses().contains(400)).isFalse();
        assertThat(Values.expected("expectedStatuses", "not_a_server_error POST /a:b : 2xx")
                        .operations())
                .isEqualTo(Optional.of(new OperationFilter("POST /a:b")));
        assertThat(Values.expected("expectedStatuses", "not_a_server_error tag:x: 2xx 503")
                        .operations())
                .isEqualTo(Optional.of(new OperationFilter("tag:x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"positive_data_acceptance", "not_a_server_error: 2yy", "not_a_server_error: "})
    void wrong_expected_statuses_are_an_error(String line) {
        assertThatThrownBy(() -> Values.expected("expectedStatuses", line))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("expectedStatuses: '" + line + "'");
    }

    @Test
    void names_may_be_separated_by_commas_or_elements() {
        assertThat(Values.names(List.of("a, b", "c"))).containsExactly("a", "b", "c");
        assertThat(Values.names(null)).isEmpty();
    }

    @Test
    void lines_come_from_a_property_or_from_elements() {
        Lines lines = new Lines();
        lines.set("A: 1, 2\n  B: 3\n\n");
        lines.addHeader("C: 4");
        assertThat(lines.all()).containsExactly("A: 1, 2", "B: 3", "C: 4");
    }

    @Test
    void a_mode_is_one_of_three() {
        assertThat(Values.mode("mode", "positive")).isEqualTo(Mode.POSITIVE);
        assertThat(Values.mode("mode", " negative ")).isEqualTo(Mode.NEGATIVE);
        assertThat(Values.mode("mode", "all")).isEqualTo(Mode.ALL);
        for (String wrong : List.of("both", "", "POSITIVE")) {
            assertThatThrownBy(() -> Values.mode("mode", wrong))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("mode: '" + wrong + "' is not allowed: write positive, negative or all");
        }
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(Values.flag("x", "true ")).isTrue();
        assertThat(Values.flag("x", "false")).isFalse();
        assertThatThrownBy(() -> Values.flag("generateDuplicateQueryParameters", "yes"))
                .isInstanceOf(ContractException.class)
                .hasMessage("generateDuplicateQueryParameters: 'yes' is not allowed: write true or false");
    }
}
