package io.contractcheck.testcase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which cases are made. */
public enum Mode {
    /** Only those the document allows. */
    POSITIVE,
    /** Only those it does not allow. */
    NEGATIVE,
    /** Both. */
    ALL;

    /** Whether cases that the document allows are made. */
    public boolean positive() {
        return this != NEGATIVE;
    }

    /** Whether cases that the document does not allow are made. */
    public boolean negative() {
        return this != POSITIVE;
    }

    /** The mode of that name, in lower case. */
    public static Optional<Mode> of(String name) {
        return Stream.of(values()).filter(m -> m.toString().equals(name)).findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Stream.of(values()).map(Mode::toString).toList();
    }

    /** The name users write. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
