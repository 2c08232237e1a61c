package io.contractcheck.internal.phase;

import io.contractcheck.http.Exchange;
import io.contractcheck.testcase.TestCase;
import net.jqwik.api.RandomGenerator;

/** The only way in which a scenario decides and acts; the engine implements it. */
public interface Session {
    /**
     * A value of this scenario, decided by the scenario's identity, the run's seed and the name (with how often that name was drawn
     * before), by nothing else. When a scenario is replayed or shrunk, the value comes from there.
     */
    <T> T draw(String name, RandomGenerator<T> generator);

    /**
     * A decision about what is done, in place of which values. Like a value, but kept when the scenario is run again with other values.
     */
    <T> T choose(String name, RandomGenerator<T> options);

    /**
     * Whether a part of the scenario is done that it may go without; it always is, unless a shorter sequence is looked for. Each name is
     * asked for once.
     */
    boolean takes(String part);

    /**
     * Whether something is tried that may be in vain; it always is, unless a shorter sequence is looked for. What is drawn then, up to
     * {@link #inVain}, is for nothing, and drawn only so that what is drawn later stays what it is. Each name is asked for once.
     */
    default boolean tries(String part) {
        return true;
    }

    /** Tells that a part, or what was tried, was refused or brought nothing, so that a shorter sequence may well do without. */
    default void inVain(String part) {}

    /**
     * Sends a case and lets it be checked.
     *
     * @throws NoAnswerException if no answer came; the scenario ends
     */
    Exchange call(TestCase testCase);
}
