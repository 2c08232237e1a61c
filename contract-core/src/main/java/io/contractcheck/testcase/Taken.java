package io.contractcheck.testcase;

import io.contractcheck.link.Source;
import io.contractcheck.link.Target;

/**
 * A value of a case that an earlier call of its scenario brought.
 *
 * @param target where it stands in the case
 * @param step of the call that brought it, from 0
 * @param source where in that call it was found; any element of an array is the one that was taken
 */
public record Taken(Target target, int step, Source source) {
    /** In a line, as {@code path.id = $response.body#/id of call 1}. */
    public String describe() {
        return target.describe() + " = " + source.expression() + " of call " + (step + 1);
    }
}
