package io.contractcheck.regex;

import io.contractcheck.regex.Program.Instruction;
import io.contractcheck.regex.Program.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes the program of a pattern. Inside a lookbehind everything runs backward (ECMA-262, section 22.2.2.4). */
final class ProgramWriter {
    private static final Node.Anchor NO_ANCHOR = Node.Anchor.TEXT_START;

    private final List<Instruction> out = new ArrayList<>();
    private final Deque<Integer> around = new ArrayDeque<>();
    private int registers;
    private int depth;
    private boolean simple = true;

    private ProgramWriter(int groups) {
        registers = 3 * (groups + 1);
    }

    static Program write(Node root, int groups) {
        ProgramWriter writer = new ProgramWriter(groups);
        writer.node(root, false);
        writer.put(Kind.MATCH, 0, 0);
        return new Program(
                List.copyOf(writer.out), writer.registers, Edges.beginsAtStart(root), writer.depth, writer.simple);
    }

    private int put(Kind kind, int a, int b) {
        return put(new Instruction(kind, a, b, 0, 0, false, Ranges.NONE, NO_ANCHOR, List.of()));
    }

    private int put(Instruction instruction) {
        out.add(instruction);
        return out.size() - 1;
    }

    private void leaveHere(int instruction) {
        out.set(instruction, out.get(instruction).leavingTo(out.size()));
    }

    private void node(Node node, boolean backward) {
        if (node instanceof Node.Chars chars) {
            put(new Instruction(Kind.CHAR, 0, 0, 0, 0, backward, chars.set(), NO_ANCHOR, List.of()));
        } else if (node instanceof Node.Sequence sequence) {
            int size = sequence.parts().size();
            for (int i = 0; i < size; i++) {
                node(sequence.parts().get(backward ? size - 1 - i : i), backward);
            }
        } else if (node instanceof Node.Choice choice) {
            choice(choice.branches(), backward);
        } else if (node instanceof Node.Repeat repeat) {
            repeat(repeat, backward);
        } else if (node instanceof Node.Group group) {
            put(Kind.MARK, Program.entered(group.number()), 0);
            node(group.body(), backward);
            put(Kind.CLOSE, group.number(), 0);
        } else if (node instanceof Node.Atomic atomic) {
            int fence = fence(Kind.FENCE);
            node(atomic.body(), backward);
            put(Kind.COMMIT, out.get(fence).a(), 0);
        } else if (node instanceof Node.Look look) {
            int fence = fence(look.negative() ? Kind.FENCE_NOT : Kind.FENCE);
            node(look.body(), !look.ahead());
            put(look.negative() ? Kind.REFUSE : Kind.COMMIT, out.get(fence).a(), 1);
            leaveHere(fence);
        } else if (node instanceof Node.Backreference reference) {
            simple = false;
            put(new Instruction(
                    Kind.REPEATED,
                    reference.number(),
                    reference.ignoreCase() ? 1 : 0,
                    0,
                    0,
                    backward,
                    Ranges.NONE,
                    NO_ANCHOR,
                    List.of()));
        } else {
            put(new Instruction(Kind.ANCHOR, 0, 0, 0, 0, false, Ranges.NONE, (Node.Anchor) node, List.of()));
        }
    }

    private int fence(Kind kind) {
        simple = false;
        int register = registers;
        registers += 2;
        return put(kind, register, 0);
    }

    private void choice(List<Node> branches, boolean backward) {
        List<Integer> jumps = new ArrayList<>();
        for (int i = 0; i < branches.size() - 1; i++) {
            int split = put(Kind.SPLIT, 0, 0);
            node(branches.get(i), backward);
            jumps.add(put(Kind.JUMP, 0, 0));
            leaveHere(split);
        }
        node(branches.get(branches.size() - 1), backward);
        jumps.forEach(this::leaveHere);
    }

    private void repeat(Node.Repeat repeat, boolean backward) {
        if (repeat.body() instanceof Node.Chars chars) {
            Kind run = repeat.lazy() ? Kind.RUN_LAZY : Kind.RUN_GREEDY;
            put(new Instruction(run, repeat.min(), repeat.max(), 0, 0, backward, chars.set(), NO_ANCHOR, List.of()));
            return;
        }
        int register = registers;
        registers += 2;
        simple &= repeat.min() <= 1 && (repeat.max() == 1 || repeat.max() == Integer.MAX_VALUE);
        put(Kind.SET, register, 0);
        int loop = put(new Instruction(
                Kind.LOOP,
                repeat.min(),
                repeat.max(),
                register,
                0,
                repeat.lazy(),
                Ranges.NONE,
                NO_ANCHOR,
                List.copyOf(around)));
        around.push(register);
        depth = Math.max(depth, around.size());
        put(Kind.MARK, register + 1, 0);
        if (repeat.firstGroup() <= repeat.lastGroup()) {
            put(Kind.FORGET, repeat.firstGroup(), repeat.lastGroup());
        }
        node(repeat.body(), backward);
        put(new Instruction(Kind.ROUND, repeat.min(), 0, register, loop, false, Ranges.NONE, NO_ANCHOR, List.of()));
        around.pop();
        leaveHere(loop);
    }
}
