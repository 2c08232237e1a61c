package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A value that shrinks while it breaks the same rule. */
record InvalidShrinkable(Shrinkable<JsonNode> origin, Function<JsonNode, InvalidValue> told)
        implements Shrinkable<InvalidValue> {
    @Override
    public InvalidValue value() {
        return told.apply(origin.value());
    }

    @Override
    public Stream<Shrinkable<InvalidValue>> shrink() {
        return origin.shrink().map(smaller -> new InvalidShrinkable(smaller, told));
    }

    @Override
    public ShrinkingDistance distance() {
        return origin.distance();
    }
}
