package io.contractcheck.regex;

import java.util.List;

/** A part of a pattern, as read. */
sealed interface Node {
    /** One code point out of a set. */
    record Chars(Ranges set) implements Node {}

    /** Parts one after the other; none of them is the empty text. */
    record Sequence(List<Node> parts) implements Node {}

    record Choice(List<Node> branches) implements Node {}

    /**
     * @param min of rounds
     * @param max of rounds; {@link Integer#MAX_VALUE} for no bound
     * @param firstGroup the number of the first group inside
     * @param lastGroup the number of the last group inside; less than the first if there is none
     */
    record Repeat(Node body, int min, int max, boolean lazy, int firstGroup, int lastGroup) implements Node {}

    /** What is captured, counted from 1. */
    record Group(Node body, int number) implements Node {}

    /** What is not gone back into once it has matched. */
    record Atomic(Node body) implements Node {}

    record Backreference(int number, boolean ignoreCase) implements Node {}

    record Look(Node body, boolean ahead, boolean negative) implements Node {}

    enum Anchor implements Node {
        TEXT_START,
        TEXT_END,
        LINE_START,
        LINE_END,
        WORD_BOUNDARY,
        NOT_WORD_BOUNDARY
    }
}
