package io.contractcheck.regex;

import java.util.List;

/**
 * A pattern as instructions of a backtracking machine.
 *
 * @param registers how many numbers the machine keeps; three of each group come first: where it was entered, its start and its end
 * @param anchored whether a match can only begin where the text does
 * @param depth how many loops stand in one another at most
 * @param simple whether what follows a loop depends on nothing but the place in the text and whether it, and the loops around it, have had a
 *     round: then none needs to be gone into twice from the same place
 */
record Program(List<Instruction> instructions, int registers, boolean anchored, int depth, boolean simple) {
    enum Kind {
        /** Steps over one code point of the set. */
        CHAR,
        /** Steps over {@code a} to {@code b} code points of the set, as many as there are, and gives them back one by one. */
        RUN_GREEDY,
        /** Steps over {@code a} to {@code b} code points of the set, as few as will do. */
        RUN_LAZY,
        /** Goes to {@code exit}. */
        JUMP,
        /** Goes on, and to {@code exit} if that fails. */
        SPLIT,
        /** Puts {@code b} into register {@code a}. */
        SET,
        /** Puts the place in the text into register {@code a}. */
        MARK,
        /** Forgets groups {@code a} to {@code b}. */
        FORGET,
        /** Ends group {@code a}. */
        CLOSE,
        /** Begins a round, or leaves for {@code exit}, by the count in register {@code register}. */
        LOOP,
        /** Ends a round: counts it, and goes to {@code exit}, its loop; {@code a} least rounds. The place it began at is in the next register. */
        ROUND,
        /** Remembers the choices so far, and the place, in two registers from {@code a}. */
        FENCE,
        /** Drops the choices since the fence of register {@code a}; goes back to its place if {@code b} is 1. */
        COMMIT,
        /** Like FENCE, and goes to {@code exit} from the same place if what follows fails. */
        FENCE_NOT,
        /** Undoes all since the fence of register {@code a}, and fails. */
        REFUSE,
        /** What group {@code a} captured, once more; ignoring case if {@code b} is 1. */
        REPEATED,
        /** Holds at {@link #anchor}. */
        ANCHOR,
        MATCH
    }

    /** Not every kind uses every component; {@code around} has the registers of the loops that a loop stands in. */
    record Instruction(
            Kind kind,
            int a,
            int b,
            int register,
            int exit,
            boolean backward,
            Ranges set,
            Node.Anchor anchor,
            List<Integer> around) {
        Instruction leavingTo(int place) {
            return new Instruction(kind, a, b, register, place, backward, set, anchor, around);
        }
    }

    static int entered(int group) {
        return 3 * group;
    }

    static int start(int group) {
        return 3 * group + 1;
    }

    static int end(int group) {
        return 3 * group + 2;
    }
}
