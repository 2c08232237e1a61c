package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.generate.UnsatisfiableException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/** Puts bytes that are no JSON in the place of a JSON body. */
final class BrokenSyntax implements Spoiler {
    private final String mediaType;
    private final ValueSource bodies;

    /**
     * @param bodies valid ones
     */
    BrokenSyntax(String mediaType, ValueSource bodies) {
        this.mediaType = mediaType;
        this.bodies = bodies;
    }

    @Override
    public Optional<Spoil> next(Random random) {
        try {
            return Malformed.from(bodies.draw(random).value(), random).map(bytes -> new Bytes(mediaType, bytes));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    private record Bytes(String mediaType, byte[] bytes) implements Spoil {
        @Override
        public TestCase on(TestCase valid) {
            Mutation mutation = new Mutation(
                    Mutation.Location.FRAMING,
                    Optional.empty(),
                    JsonPointer.empty(),
                    Optional.of("syntax"),
                    "a body of bytes that are no JSON");
            return valid.withBody(Optional.empty())
                    .with(new Deviation.RawBody(bytes, mediaType))
                    .withIntent(new Intent.Negative(mutation));
        }

        @Override
        public Stream<Spoil> shrink() {
            return Malformed.shorter(bytes).map(shorter -> new Bytes(mediaType, shorter));
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(bytes.length);
        }
    }
}
