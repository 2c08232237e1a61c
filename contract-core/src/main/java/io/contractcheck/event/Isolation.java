package io.contractcheck.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often the service's state is brought back while a run goes on. It takes hooks that can do so; which requests are sent does not depend
 * on it. Whichever is chosen, what is run again for a failure begins from the remembered state.
 */
public enum Isolation {
    /** Never between cases: they see what the ones before left. */
    NONE,
    /** Before each phase. */
    PHASE,
    /** Before the cases of each operation in each round, which are run one operation at a time. */
    OPERATION,
    /** Before each scenario, of which only one is run at a time. */
    SCENARIO;

    /** The isolation of that name, in lower case. */
    public static Optional<Isolation> of(String name) {
        return Stream.of(values()).filter(i -> i.toString().equals(name)).findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Stream.of(values()).map(Isolation::toString).toList();
    }

    /** The name users write. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
