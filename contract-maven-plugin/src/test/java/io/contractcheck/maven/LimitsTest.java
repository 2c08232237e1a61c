package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractException;
import io.contractcheck.event.Shard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @TempDir
    private Path folder;

    private Limits limits(String configuration) {
        return new Pom(folder).run(new CheckMojo(), "check", configuration).limits();
    }

    @Test
    void without_a_word_the_defaults_hold() {
        assertThat(limits("")).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void the_pom_sets_all_of_them() {
        assertThat(limits("<workers>8</workers><maxTime>90s</maxTime><maxFailures>3</maxFailures><shrink>false</shrink>"
                        + "<shard>2/8</shard>"))
                .isEqualTo(
                        new Limits(8, Duration.ofSeconds(90), OptionalInt.of(3), false, Optional.of(new Shard(2, 8))));
    }

    @Test
    void so_does_the_command_line() {
        assertThat(new Pom(folder)
                        .property("contract.workers", "1")
                        .property("contract.maxTime", "1h")
                        .property("contract.maxFailures", "20")
                        .property("contract.shrink", "false")
                        .property("contract.shard", "1/2")
                        .run(new CheckMojo(), "check", "")
                        .limits())
                .isEqualTo(new Limits(1, Duration.ofHours(1), OptionalInt.of(20), false, Optional.of(new Shard(1, 2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<workers>0</workers> | workers: '0' is not allowed: write a whole number from 1 to 256",
                "<workers>257</workers> | workers: '257' is not allowed: write a whole number from 1 to 256",
                "<workers>auto</workers> | workers: 'auto' is not allowed: write a whole number from 1 to 256",
                "<maxTime>0s</maxTime> | maxTime: '0s' is not allowed: write a number above 0 with a unit",
                "<maxTime>999999999h</maxTime> | and a year at most",
                "<maxFailures>0</maxFailures> | maxFailures: '0' is not allowed: write a whole number from 1",
                "<shrink>yes</shrink> | shrink: 'yes' is not allowed: write true or false",
                "<shard>3</shard> | shard: '3' is no shard: write which of how many, as 1/4 for the first of four",
                "<shard>0/4</shard> | shard: there is no shard 0/4: the first of two is 1/2, the last 2/2"
            })
    void another_value_is_an_error_that_names_the_parameter_the_value_and_what_is_allowed(String xml, String message) {
        assertThatThrownBy(() -> limits(xml))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(message);
    }
}
