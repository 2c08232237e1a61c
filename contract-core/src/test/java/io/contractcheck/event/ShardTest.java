package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void every_scenario_belongs_to_exactly_one_of_them(int count) {
        for (int i = 0; i < 200; i++) {
            ScenarioId id = new ScenarioId("fuzzing", "GET /books", i);
            assertThat(IntStream.rangeClosed(1, count).filter(s -> new Shard(s, count).has(id, 42)))
                    .hasSize(1);
        }
    }

    @Test
    void they_are_about_equal() {
        for (int shard = 1; shard <= 4; shard++) {
            Shard one = new Shard(shard, 4);
            assertThat(IntStream.range(0, 1000).filter(i -> one.has(new ScenarioId("coverage", "GET /a", i), 7)))
                    .hasSizeBetween(200, 300);
        }
    }

    @Test
    void they_are_written_as_which_of_how_many() {
        assertThat(Shard.of(" 2/8 ")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
        for (String wrong : List.of("", "2", "0/2", "3/2", "a/b", "1/0", "-1/2", "99999999999/1")) {
            assertThatThrownBy(() -> Shard.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
