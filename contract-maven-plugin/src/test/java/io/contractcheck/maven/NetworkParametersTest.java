package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractConfig.Connection;
import io.contractcheck.ContractException;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.http.Pace;
import io.contractcheck.http.Rate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkParametersTest {
    private final Path base = Path.of("project").toAbsolutePath();
    private final NetworkParameters parameters = new NetworkParameters(base);

    @Test
    void nothing_set_is_the_default() {
        assertThat(parameters.connection(null, null, null, null, "true", null, List.of()))
                .isEqualTo(Connection.DEFAULT);
        assertThat(NetworkParameters.pace(null, "60s", "3", "false", "10")).isEqualTo(Pace.DEFAULT);
    }

    @Test
    void files_are_looked_for_in_the_project_and_secrets_where_they_are() {
        Connection connection = parameters.connection(
                "ca.pem", "me.pem", "/keys/me.key", "env:KEY_PASSWORD", "false", "file:proxy.txt", List.of("a", "b"));
        assertThat(connection.caBundle()).contains(base.resolve("ca.pem"));
        assertThat(connection.clientCertificate()).contains(base.resolve("me.pem"));
        assertThat(connection.clientKey()).contains(Path.of("/keys/me.key"));
        assertThat(connection.clientKeyPassword()).contains(new SecretValue.Environment("KEY_PASSWORD"));
        assertThat(connection.proxy()).contains(new SecretValue.File(base.resolve("proxy.txt")));
        assertThat(connection.noProxy()).containsExactly("a", "b");
        assertThat(connection.tlsVerify()).isFalse();
    }

    @Test
    void a_proxy_that_is_empty_where_there_is_none_is_none() {
        assertThat(parameters
                        .connection(null, null, null, null, "true", " ", List.of())
                        .proxy())
                .isEmpty();
    }

    @Test
    void a_property_that_was_not_set_is_named() {
        assertThatThrownBy(() -> parameters.connection("${ca}", null, null, null, "true", null, List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("caBundle");
        assertThatThrownBy(() -> parameters.connection(null, null, null, null, "maybe", null, List.of()))
                .hasMessageStartingWith("tlsVerify: 'maybe'");
    }

    @Test
    void a_pace_is_read() {
        assertThat(NetworkParameters.pace("600/m", "2m", "0", "true", "5"))
                .isEqualTo(new Pace(Optional.of(new Rate(600, Duration.ofMinutes(1))), Duration.ofMinutes(2), 0, 5));
        assertThat(NetworkParameters.pace(" ", "0", "1", "false", "5"))
                .isEqualTo(new Pace(Optional.empty(), Duration.ZERO, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "0 ms"})
    void no_pause_is_given_where_none_is_wanted(String none) {
        assertThat(NetworkParameters.pace(null, none, "3", "false", "10").maxRetryAfter())
                .isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "fast, 60s, 3, false, 10, rateLimit",
        "0/s, 60s, 3, false, 10, rateLimit",
        "1/s, soon, 3, false, 10, maxRetryAfter",
        "1/s, 60s, -1, false, 10, requestRetries",
        "1/s, 60s, 3, yes, 10, followRedirects",
        "1/s, 60s, 3, true, 0, maxRedirects"
    })
    void a_wrong_value_is_an_error_that_names_it(
            String rate, String pause, String retries, String follow, String most, String parameter) {
        assertThatThrownBy(() -> NetworkParameters.pace(rate, pause, retries, follow, most))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith(parameter + ": '")
                .hasMessageContaining("is not allowed");
    }
}
