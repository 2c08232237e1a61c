package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.RunEvent.RunCut;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private long now = 12345;
    private final Budget budget = new Budget(Duration.ofNanos(1000), () -> now);

    @Test
    void cases_have_nine_tenths_and_what_failed_has_all_of_it() {
        assertThat(budget.lets(budget.end())).isTrue();
        now += 899;
        assertThat(budget.lets(budget.end())).isTrue();
        now += 1;
        assertThat(budget.lets(budget.end())).isFalse();
        assertThat(budget.letsRetry()).isTrue();
        now += 100;
        assertThat(budget.letsRetry()).isFalse();
    }

    @Test
    void what_a_part_does_not_use_is_shared_by_the_others() {
        assertThat(budget.share(1, 10)).isEqualTo(90);
        now += 300;
        assertThat(budget.share(4, 6)).isEqualTo(700);
        assertThat(budget.share(1, 1)).isEqualTo(900);
    }

    @Test
    void who_stops_a_run_that_is_ending_does_not_wait_for_what_was_found() {
        budget.stop(RunCut.Reason.FAILURES);
        assertThat(budget.lets(budget.end())).isFalse();
        assertThat(budget.letsRetry()).as("what was found is still run again").isTrue();
        budget.stop(RunCut.Reason.STOPPED);
        assertThat(budget.stopped()).isEqualTo(RunCut.Reason.STOPPED);
        assertThat(budget.letsRetry()).isFalse();
        budget.stop(RunCut.Reason.FAILURES);
        assertThat(budget.stopped()).as("which stays").isEqualTo(RunCut.Reason.STOPPED);
    }

    @Test
    void who_stops_a_run_does_not_wait_for_more() {
        budget.stop(RunCut.Reason.STOPPED);
        assertThat(budget.letsRetry()).isFalse();
    }
}
