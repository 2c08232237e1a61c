package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Violation;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A value that shrinks while it breaks the same rule.
 *
 * @param broken the rule
 * @param judge finds it in a smaller value
 */
record InvalidShrinkable(Shrinkable<JsonNode> origin, Violation broken, Function<JsonNode, Violation> judge)
        implements Shrinkable<InvalidValue> {
    @Override
    public InvalidValue value() {
        return new InvalidValue(origin.value(), broken.instance(), broken.keyword(), Verdict.describe(broken));
    }

    @Override
    public Stream<Shrinkable<InvalidValue>> shrink() {
        return origin.shrink().map(s -> new InvalidShrinkable(s, judge.apply(s.value()), judge));
    }

    @Override
    public ShrinkingDistance distance() {
        return origin.distance();
    }
}
