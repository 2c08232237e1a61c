package io.contractcheck.regex;

import java.util.List;
import java.util.function.IntPredicate;

/** A parsed pattern. */
sealed interface Node {
    /** One code point of a set; the ranges list members for generation, in order. */
    record Chars(IntPredicate test, List<int[]> ranges) implements Node {}

    record Sequence(List<Node> parts) implements Node {}

    record Choice(List<Node> branches) implements Node {}

    /** {@code max} is {@link Integer#MAX_VALUE} for none. */
    record Repeat(Node body, int min, int max, boolean lazy, boolean possessive) implements Node {}

    record Group(Node body, int number) implements Node {}

    record Backreference(int number) implements Node {}

    record Look(Node body, boolean ahead, boolean negative) implements Node {}

    enum Anchor implements Node {
        START,
        END,
        WORD_BOUNDARY,
        NOT_WORD_BOUNDARY
    }
}
