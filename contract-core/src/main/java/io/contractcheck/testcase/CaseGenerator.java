package io.contractcheck.testcase;

import io.contractcheck.openapi.Operation;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Draws valid cases of one operation. Every case was written, read back and found valid before it is given out. Thread-safe. */
public final class CaseGenerator implements RandomGenerator<TestCase> {

    private CaseGenerator() {}

    /**
     * A generator of an operation's valid cases.
     *
     * @throws io.contractcheck.generate.UnsatisfiableException if a required part has no valid value; the message names it
     */
    public static CaseGenerator of(Operation operation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Shrinkable<TestCase> next(Random random) {
        throw new UnsupportedOperationException();
    }
}
