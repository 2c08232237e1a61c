package io.contractcheck.regex;

import io.contractcheck.regex.Program.Instruction;
import java.util.Arrays;
import java.util.BitSet;

/** Runs a program over one text by backtracking, with choices on a heap of its own, so that long texts need no deep stack. */
final class Machine {
    private static final int BUDGET = 5_000_000;

    /** Steps after which it pays to remember what was tried. */
    private static final int PATIENCE = 20_000;

    /** What is remembered at most, in bits. */
    private static final int MEMORY = 1 << 28;

    /** Code points stepped over for the price of one step. */
    private static final int CHEAP = 16;

    /** Kinds of remembered things, in the low bits; what is above them is the place in the program, or the register. */
    private static final int CHOICE = 0;

    private static final int RUN_GREEDY = 1;
    private static final int RUN_LAZY = 2;
    private static final int REGISTER = 3;

    private final Program program;
    private final Instruction[] code;
    private final int[] text;
    private final int[] registers;

    /** Triples: kind and place, a place in the text or an old value, and a count. */
    private int[] heap = new int[96];

    /** The loops that were gone into, by place and state. */
    private final BitSet entered = new BitSet();

    private int top;
    private int steps;
    private int at;
    private int next;

    Machine(Program program, int[] text) {
        this.program = program;
        this.text = text;
        code = program.instructions().toArray(Instruction[]::new);
        registers = new int[program.registers()];
    }

    boolean find() {
        int last = program.anchored() ? 0 : text.length;
        for (int start = 0; start <= last; start++) {
            Arrays.fill(registers, -1);
            top = 0;
            if (matchesAt(start)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAt(int start) {
        at = start;
        next = 0;
        while (true) {
            spend(1);
            Instruction instruction = code[next];
            if (instruction.kind() == Program.Kind.MATCH) {
                return true;
            }
            next++;
            if (!runs(instruction) && !resumes()) {
                return false;
            }
        }
    }

    private void spend(int price) {
        steps += price;
        if (steps > BUDGET) {
            throw new PatternException(
                    "matching a text of " + text.length + " code points takes more than " + BUDGET + " steps");
        }
    }

    private boolean runs(Instruction i) {
        switch (i.kind()) {
            case CHAR:
                return steps(i.set(), i.backward());
            case RUN_GREEDY:
                return greedy(i);
            case RUN_LAZY:
                return lazy(i);
            case JUMP:
                next = i.exit();
                return true;
            case SPLIT:
                push(CHOICE, i.exit(), at, 0);
                return true;
            case SET:
                set(i.a(), i.b());
                return true;
            case MARK:
                set(i.a(), at);
                return true;
            case FORGET:
                for (int group = i.a(); group <= i.b(); group++) {
                    set(Program.start(group), -1);
                }
                return true;
            case CLOSE:
                int entered = registers[Program.entered(i.a())];
                set(Program.start(i.a()), Math.min(entered, at));
                set(Program.end(i.a()), Math.max(entered, at));
                return true;
            case LOOP:
                return !knownToFail(i) && loop(i);
            case ROUND:
                return round(i);
            case FENCE, FENCE_NOT:
                set(i.a() + 1, at);
                set(i.a(), top + 3);
                if (i.kind() == Program.Kind.FENCE_NOT) {
                    push(CHOICE, i.exit(), at, 0);
                }
                return true;
            case COMMIT:
                if (i.b() == 1) {
                    at = registers[i.a() + 1];
                }
                commit(registers[i.a()]);
                return true;
            case REFUSE:
                undo(registers[i.a()]);
                return false;
            case REPEATED:
                return repeated(i);
            default:
                return holds(i.anchor());
        }
    }

    private boolean steps(Ranges set, boolean backward) {
        int index = backward ? at - 1 : at;
        if (index < 0 || index >= text.length || !set.contains(text[index])) {
            return false;
        }
        at += backward ? -1 : 1;
        return true;
    }

    private boolean greedy(Instruction i) {
        int count = 0;
        while (count < i.b() && steps(i.set(), i.backward())) {
            count++;
        }
        spend(count / CHEAP);
        if (count < i.a()) {
            return false;
        }
        if (count > i.a()) {
            push(RUN_GREEDY, next, at, count - i.a());
        }
        return true;
    }

    private boolean lazy(Instruction i) {
        int count = 0;
        while (count < i.a() && steps(i.set(), i.backward())) {
            count++;
        }
        spend(count / CHEAP);
        if (count < i.a()) {
            return false;
        }
        if (count < i.b()) {
            push(RUN_LAZY, next, at, i.b() - count);
        }
        return true;
    }

    /** Whether this loop has been gone into before from here; going on as then, it would fail as then. */
    private boolean knownToFail(Instruction i) {
        if (!program.simple() || steps < PATIENCE) {
            return false;
        }
        long key = registers[i.register()] == 0 ? 1 : 0;
        for (int outer : i.around()) {
            key = key << 2 | (registers[outer] == 0 ? 2 : 0) | (registers[outer + 1] == at ? 1 : 0);
        }
        key += ((long) i.register() * (text.length + 1) + at) << 2 * program.depth();
        if (key > MEMORY) {
            return false;
        }
        if (entered.get((int) key)) {
            return true;
        }
        entered.set((int) key);
        return false;
    }

    private boolean loop(Instruction i) {
        int count = registers[i.register()];
        if (count < i.a()) {
            return true;
        }
        if (count >= i.b()) {
            next = i.exit();
        } else if (i.backward()) { // of a loop: lazy
            push(CHOICE, next, at, 0);
            next = i.exit();
        } else {
            push(CHOICE, i.exit(), at, 0);
        }
        return true;
    }

    private boolean round(Instruction i) {
        int count = registers[i.register()];
        boolean empty = registers[i.register() + 1] == at;
        if (empty && count >= i.a()) {
            return false; // an empty round beyond the least adds nothing
        }
        set(i.register(), empty ? i.a() : count + 1);
        next = i.exit();
        return true;
    }

    private boolean repeated(Instruction i) {
        int start = i.a() == 0 ? -1 : registers[Program.start(i.a())];
        if (start < 0) {
            return true;
        }
        int length = registers[Program.end(i.a())] - start;
        int from = i.backward() ? at - length : at;
        if (from < 0 || from + length > text.length) {
            return false;
        }
        spend(length / CHEAP);
        for (int k = 0; k < length; k++) {
            int one = text[from + k];
            int other = text[start + k];
            if (one != other && (i.b() == 0 || CharacterSets.fold(one) != CharacterSets.fold(other))) {
                return false;
            }
        }
        at = i.backward() ? from : from + length;
        return true;
    }

    private boolean holds(Node.Anchor anchor) {
        return switch (anchor) {
            case TEXT_START -> at == 0;
            case TEXT_END -> at == text.length;
            case LINE_START -> at == 0 || CharacterSets.LINE_ENDS.contains(text[at - 1]);
            case LINE_END -> at == text.length || CharacterSets.LINE_ENDS.contains(text[at]);
            case WORD_BOUNDARY -> word(at - 1) != word(at);
            case NOT_WORD_BOUNDARY -> word(at - 1) == word(at);
        };
    }

    private boolean word(int index) {
        return index >= 0 && index < text.length && CharacterSets.WORD.contains(text[index]);
    }

    private void set(int register, int value) {
        push(REGISTER, register, registers[register], 0);
        registers[register] = value;
    }

    private void push(int kind, int place, int value, int count) {
        if (top + 3 > heap.length) {
            heap = Arrays.copyOf(heap, heap.length * 2);
        }
        heap[top++] = place << 2 | kind;
        heap[top++] = value;
        heap[top++] = count;
    }

    /** Goes back to the last choice; false if there is none. */
    private boolean resumes() {
        while (top > 0) {
            top -= 3;
            int place = heap[top] >> 2;
            int value = heap[top + 1];
            int count = heap[top + 2];
            switch (heap[top] & 3) {
                case REGISTER -> registers[place] = value;
                case CHOICE -> {
                    at = value;
                    next = place;
                    return true;
                }
                case RUN_GREEDY -> {
                    at = value + (code[place - 1].backward() ? 1 : -1);
                    next = place;
                    if (count > 1) {
                        push(RUN_GREEDY, place, at, count - 1);
                    }
                    return true;
                }
                default -> {
                    at = value;
                    if (steps(code[place - 1].set(), code[place - 1].backward())) {
                        next = place;
                        if (count > 1) {
                            push(RUN_LAZY, place, at, count - 1);
                        }
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Drops the choices above a height of the heap, but keeps what undoes registers. */
    private void commit(int height) {
        int kept = height;
        for (int i = height; i < top; i += 3) {
            if ((heap[i] & 3) == REGISTER) {
                System.arraycopy(heap, i, heap, kept, 3);
                kept += 3;
            }
        }
        top = kept;
    }

    /** Puts registers back as they were at a height of the heap, and drops all above it. */
    private void undo(int height) {
        while (top > height) {
            top -= 3;
            if ((heap[top] & 3) == REGISTER) {
                registers[heap[top] >> 2] = heap[top + 1];
            }
        }
    }
}
