package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final RandomGenerator<Long> ANY = random -> Shrinkable.unshrinkable(random.nextLong());

    @Test
    void what_comes_after_something_left_out_is_what_it_was() {
        Draws whole = new Draws(1);
        whole.next("book", ANY);
        whole.choose("element", ANY);
        Map<String, Integer> counts = whole.counts();
        List<Long> after = List.of(whole.next("book", ANY), whole.choose("element", ANY), whole.next("author", ANY));

        Draws less = new Draws(1);
        less.goOn(counts);

        assertThat(List.of(less.next("book", ANY), less.choose("element", ANY), less.next("author", ANY)))
                .isEqualTo(after);
        assertThat(less.drawn().keySet()).containsExactly(new Draws.Key("book", 1), new Draws.Key("author", 0));
    }

    @Test
    void decisions_stay_where_values_are_drawn_anew() {
        Draws once = new Draws(1);
        Draws anew = new Draws(new Random(7).nextLong(), 1, Map.of());

        assertThat(anew.choose("way", ANY)).isEqualTo(once.choose("way", ANY));
        assertThat(anew.next("way", ANY)).isNotEqualTo(once.next("way", ANY));
    }
}
