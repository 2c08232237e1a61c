package io.contractcheck.testcase;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/** A way to make one part of a case invalid. */
@FunctionalInterface
interface Spoiler {
    /** A change for valid cases; nothing if there is none this time. */
    Optional<Spoil> next(Random random);

    /** One change of a case. What it makes is not proven yet. */
    interface Spoil {
        /** The case with one part made invalid, and told so. */
        TestCase on(TestCase valid);

        /** Simpler changes that break the same. */
        Stream<Spoil> shrink();

        /** How far from the simplest. */
        ShrinkingDistance distance();
    }
}
