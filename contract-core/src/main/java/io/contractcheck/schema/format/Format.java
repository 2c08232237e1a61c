package io.contractcheck.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** What a schema's {@code format} asserts. Thread-safe. */
public interface Format {
    /** The name, as schemas write it. */
    String name();

    /** Whether the value is of the format. Values of a kind that the format does not speak of are. */
    boolean accepts(JsonNode value);

    /** Makes texts of the format. Without one, texts are made as for the built-in format of that name, or not by format at all. */
    default Optional<Maker> maker() {
        return Optional.empty();
    }

    /** Texts that nearly have the format, most telling first, to be tried as invalid values; may be empty. */
    default List<String> nearMisses() {
        return List.of();
    }

    /** Makes texts of one format. */
    @FunctionalInterface
    interface Maker {
        /** A text that is decided by the random source alone, so that a seed gives the same text everywhere. */
        String next(Random random);

        /**
         * Picks one of these.
         *
         * @throws IllegalArgumentException if there are none
         */
        static Maker oneOf(String... texts) {
            List<String> all = List.of(texts);
            if (all.isEmpty()) {
                throw new IllegalArgumentException("a format needs at least one text to pick from");
            }
            return random -> all.get(random.nextInt(all.size()));
        }
    }

    /** A format of strings. */
    static Format ofText(String name, Predicate<String> accepted) {
        return Named.text(name, accepted);
    }

    /**
     * A format of strings that can be generated.
     *
     * @param accepted whether a text has the format
     * @param maker makes texts that are accepted; others are thrown away
     * @param nearMisses as in {@link #nearMisses()}
     */
    static Format ofText(String name, Predicate<String> accepted, Maker maker, List<String> nearMisses) {
        return new Named(name, Named.onText(accepted), Optional.of(maker), List.copyOf(nearMisses));
    }

    /** A format of numbers. */
    static Format ofNumber(String name, Predicate<BigDecimal> accepted) {
        return new Named(
                name, value -> !value.isNumber() || accepted.test(value.decimalValue()), Optional.empty(), List.of());
    }
}
