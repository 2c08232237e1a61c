package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractException;
import io.contractcheck.event.Shard;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShardingTest {
    @Test
    void a_pod_of_an_indexed_job_makes_its_share() {
        Sharding sharding = Sharding.of(null, Map.of("JOB_COMPLETION_INDEX", "0", "JOB_COMPLETIONS", "3"));
        assertThat(sharding.shard()).contains(new Shard(1, 3));
        assertThat(sharding.folder()).contains("shard-1-of-3");
        assertThat(Sharding.of(" ", Map.of("JOB_COMPLETION_INDEX", "2", "JOB_COMPLETIONS", "3"))
                        .shard())
                .contains(new Shard(3, 3));
    }

    @Test
    void the_parameter_counts_before_the_environment() {
        assertThat(Sharding.of("2/8", Map.of("JOB_COMPLETION_INDEX", "x", "JOB_COMPLETIONS", "3"))
                        .shard())
                .contains(new Shard(2, 8));
        Sharding whole = Sharding.of("1/1", Map.of("JOB_COMPLETION_INDEX", "1"));
        assertThat(whole.folder()).isEmpty();
        assertThat(whole.warning()).isEmpty();
    }

    @Test
    void an_index_alone_is_no_share_and_a_warning_that_says_what_to_set() {
        Sharding sharding = Sharding.of(null, Map.of("JOB_COMPLETION_INDEX", "1"));
        assertThat(sharding.shard()).isEmpty();
        assertThat(sharding.warning())
                .hasValueSatisfying(
                        w -> assertThat(w).contains("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", "contract.shard"));
        assertThat(Sharding.of(null, Map.of("JOB_COMPLETIONS", "3")))
                .isEqualTo(Sharding.of(null, Map.of()))
                .matches(s -> s.warning().isEmpty());
    }

    @Test
    void what_names_no_shard_is_an_error_that_says_what_is_wrong() {
        for (String[] wrong :
                new String[][] {{"3", "3"}, {"-1", "3"}, {"a", "3"}, {"0", "many"}, {"2147483647", "3"}}) {
            assertThatThrownBy(() ->
                            Sharding.of(null, Map.of("JOB_COMPLETION_INDEX", wrong[0], "JOB_COMPLETIONS", wrong[1])))
                    .isInstanceOf(ContractException.class)
                    .hasMessageContaining("JOB_COMPLETION_INDEX=" + wrong[0])
                    .hasMessageContaining("JOB_COMPLETIONS=" + wrong[1]);
        }
    }
}
