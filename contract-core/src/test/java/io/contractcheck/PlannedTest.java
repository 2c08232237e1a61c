package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.check.Subject;
import io.contractcheck.testcase.Mode;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlannedTest {
    private static List<Subject> coming(Mode mode, int maxExamples, String... phases) {
        Generation generation = new Generation(maxExamples, OptionalLong.empty(), mode, false);
        return List.of(Subject.values()).stream()
                .filter(s -> Planned.comes(s, List.of(phases), generation, 2))
                .toList();
    }

    @Test
    void a_check_whose_calls_users_left_out_is_not_missed() {
        assertThat(coming(Mode.ALL, 100, "examples", "coverage", "fuzzing", "stateful", "security"))
                .containsExactly(Subject.values());
        assertThat(coming(Mode.POSITIVE, 100, "coverage", "fuzzing"))
                .containsExactly(Subject.ANY, Subject.VALID, Subject.HEAD);
        assertThat(coming(Mode.NEGATIVE, 1, "coverage", "fuzzing"))
                .containsExactly(Subject.ANY, Subject.INVALID, Subject.METHOD);
        assertThat(coming(Mode.ALL, 100, "examples")).containsExactly(Subject.ANY, Subject.VALID);
        assertThat(coming(Mode.ALL, 1, "fuzzing")).containsExactly(Subject.ANY, Subject.VALID);
        assertThat(coming(Mode.ALL, 2, "fuzzing")).containsExactly(Subject.ANY, Subject.VALID, Subject.INVALID);
        assertThat(coming(Mode.NEGATIVE, 1, "fuzzing")).containsExactly(Subject.ANY, Subject.INVALID);
    }

    @Test
    void without_a_second_user_nobody_calls_as_a_stranger() {
        Generation generation = new Generation(1, OptionalLong.empty());
        assertThat(Planned.comes(Subject.STRANGER, List.of("security"), generation, 1))
                .isFalse();
        assertThat(Planned.comes(Subject.SENDER, List.of("security"), generation, 0))
                .isTrue();
    }
}
