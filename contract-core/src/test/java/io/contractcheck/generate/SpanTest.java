package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "-7, -3",
        "5, 6",
        "-200000, 200000",
        "-2147483648, 2147483647",
        "0, 2147483646",
        "0, 2147483647",
        "-1152921504606846976, 1152921504606846975",
        "1152921504606846970, 1152921504606846975"
    })
    void a_small_span_picks_the_very_numbers_that_the_exact_one_picks(BigInteger low, BigInteger high) {
        Span span = new Span(low, high);
        Span.Small small = span.small();
        assertThat(small).isNotNull();
        for (int seed = 0; seed < 2000; seed++) {
            Random one = new Random(seed);
            Random other = new Random(seed);
            assertThat(small.pick(one))
                    .isEqualTo(span.pick(other).longValueExact())
                    .isBetween(low.longValue(), high.longValue());
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    @Test
    void what_is_empty_or_does_not_fit_is_not_small() {
        assertThat(new Span(BigInteger.TWO, BigInteger.ONE).small()).isNull();
        assertThat(new Span(BigInteger.ZERO, BigInteger.ONE.shiftLeft(60)).small())
                .isNull();
        assertThat(new Span(BigInteger.ONE.shiftLeft(70).negate(), BigInteger.ZERO).small())
                .isNull();
    }
}
