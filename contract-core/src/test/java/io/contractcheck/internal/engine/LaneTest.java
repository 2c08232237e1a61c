package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Responses;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {
    private static final int SCENARIOS = 40;
    private static final URI WHERE = URI.create("memory:/api.json");
    private static final Operation OPERATION = new Operation(
            "GET",
            "/books",
            List.of("GET"),
            "",
            Optional.empty(),
            List.of(),
            false,
            List.of(),
            Optional.empty(),
            new Responses(List.of()),
            List.of(),
            Documents.of(WHERE, Json.parse("{}")).root(WHERE));

    private int made;
    private final Phase.Plan plan = operation -> IntStream.range(0, SCENARIOS).mapToObj(i -> {
        made++;
        return new Scenario(new ScenarioId("many", operation.label(), i), operation, session -> {});
    });

    private static List<Integer> indexes(Lane lane, int round) {
        List<Integer> indexes = new ArrayList<>();
        for (Scenario s = lane.next(round); s != null; s = lane.next(round)) {
            indexes.add(s.id().index());
        }
        return indexes;
    }

    @Test
    void what_is_kept_loosely_goes_on_where_it_was() {
        Lane lane = new Lane(0, OPERATION, plan, id -> true);
        assertThat(indexes(lane, 0)).hasSize(8);
        lane.loosen();
        assertThat(indexes(lane, 1)).isEqualTo(IntStream.range(8, 32).boxed().toList());
        assertThat(made).as("nothing is made again").isEqualTo(33);
    }

    @Test
    void what_was_closed_is_made_anew_and_gives_the_same() {
        Lane lane = new Lane(0, OPERATION, plan, id -> true);
        assertThat(indexes(lane, 0)).hasSize(8);
        lane.loosen();
        lane.close();
        assertThat(indexes(lane, 1)).isEqualTo(IntStream.range(8, 32).boxed().toList());
        assertThat(made).isEqualTo(9 + 33);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_share_is_the_same_however_the_lane_is_kept(int kept) {
        Lane lane = new Lane(0, OPERATION, plan, id -> id.index() % 3 == 1);
        List<Integer> all = new ArrayList<>();
        for (int round = 0; !lane.over(); round++) {
            all.addAll(indexes(lane, round));
            if (kept > 0) {
                lane.loosen();
            }
            if (kept > 1) {
                lane.close();
            }
        }
        assertThat(all)
                .isEqualTo(IntStream.range(0, SCENARIOS)
                        .filter(i -> i % 3 == 1)
                        .boxed()
                        .toList());
        assertThat(lane.begun()).isEqualTo(all.size());
    }
}
