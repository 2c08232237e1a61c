package io.contractcheck.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.Taken;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExperienceTest {
    private static final Operation BOOKS = Answered.BOOKS;

    private static Answered answered(String book, int status) {
        return Answered.of(BOOKS, Map.of(), book, new Intent.Positive("random"), status, "{}");
    }

    private static Experience after(Consumer<Learner> answers) {
        Learner learner = new Learner(Knowledge.NONE);
        answers.accept(learner);
        return learner.knowledge().experience();
    }

    private static void times(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    @Test
    void what_was_refused_a_dozen_times_and_never_taken_is_vain() {
        assertThat(after(learner -> times(11, () -> answered("{title: A}", 400).tell(learner)))
                        .isVain(BOOKS))
                .isFalse();
        assertThat(after(learner -> times(12, () -> answered("{title: A}", 400).tell(learner)))
                        .isVain(BOOKS))
                .isTrue();
        assertThat(after(learner -> {
                            times(50, () -> answered("{title: A}", 400).tell(learner));
                            answered("{title: B}", 201).tell(learner);
                        })
                        .isVain(BOOKS))
                .isFalse();
    }

    @Test
    void who_had_no_time_refused_nothing() {
        assertThat(after(learner -> times(50, () -> answered("{title: A}", 503).tell(learner)))
                        .isVain(BOOKS))
                .isFalse();
    }

    @Test
    void of_a_shared_run_nothing_is_known() {
        Learner deaf = Learner.deaf(Knowledge.NONE);
        times(50, () -> answered("{title: A}", 400).tell(deaf));

        assertThat(deaf.knowledge().experience()).isEqualTo(Experience.NONE);
    }

    @Test
    void a_member_with_which_all_is_refused_is_better_left_out() {
        Experience experience = after(learner -> {
            times(8, () -> answered("{title: A, isbn: wrong}", 400).tell(learner));
            times(3, () -> answered("{title: A}", 201).tell(learner));
        });
        Experience nothingTaken = after(learner -> {
            times(80, () -> answered("{title: A, isbn: wrong}", 400).tell(learner));
            times(80, () -> answered("{title: A}", 400).tell(learner));
        });

        assertThat(experience.betterWithout(BOOKS)).containsExactly(Spot.ofBody(List.of("isbn")));
        assertThat(nothingTaken.betterWithout(BOOKS)).isEmpty();
    }

    @Test
    void what_was_brought_and_never_found_is_vain_and_a_refused_body_says_nothing_of_it() {
        Target target = new Target.OfParameter(ParameterLocation.PATH, "id");
        Taken taken = new Taken(target, 0, new Source.ResponseBody(List.of("id")));
        Operation other = Answered.api("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths: {"/books/{id}": {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {200: {description: it}}}}}
                """).operations().get(0);
        Answered missing = Answered.of(other, Map.of("id", "a"), "", new Intent.Positive("random"), 404, "{}");
        Answered refused = answered("{title: A}", 400);

        Experience never = after(learner -> times(6, () -> missing.led(learner, taken, BOOKS)));
        Experience unclear = after(learner -> times(60, () -> refused.led(learner, taken, other)));

        assertThat(never.isVain(BOOKS, other, target)).isTrue();
        assertThat(unclear.isVain(other, BOOKS, target)).isFalse();
    }
}
