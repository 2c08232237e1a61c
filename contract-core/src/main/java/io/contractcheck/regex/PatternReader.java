package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the grammar of ECMA-262, section 22.2.1, as leniently as Annex B and real documents ask for. Forms of PCRE, Java and Python that say
 * something ECMA-262 can mean are read as that.
 */
final class PatternReader {
    private static final int DEEPEST = 250;

    private final Cursor cursor;
    private final SetReader sets;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<String, Integer> known;
    private final List<Reference> open = new ArrayList<>();
    private Flags flags = new Flags(false, false, false);
    private int groups;
    private int depth;

    private PatternReader(String source, Map<String, Integer> known) {
        cursor = new Cursor(source);
        sets = new SetReader(cursor);
        this.known = known;
    }

    /**
     * A pattern and how many groups it captures.
     */
    record Reading(Node root, int groups) {}

    private record Flags(boolean ignoreCase, boolean dotAll, boolean multiline) {}

    private record Reference(String name, int index) {}

    static Reading read(String source) {
        PatternReader reader = new PatternReader(source, Map.of());
        Node root = reader.pattern();
        if (!reader.open.isEmpty()) {
            // A name may be referred to before its group comes: read again, knowing all names
            for (Reference reference : reader.open) {
                if (!reader.names.containsKey(reference.name)) {
                    throw reader.cursor.error("no group " + reference.name, reference.index);
                }
            }
            reader = new PatternReader(source, reader.names);
            root = reader.pattern();
        }
        return new Reading(root, reader.groups);
    }

    private Node pattern() {
        Node node = disjunction();
        if (cursor.more()) {
            throw cursor.error("unmatched )");
        }
        for (int number = 1; number <= groups; number++) {
            names.put(Integer.toString(number), number);
        }
        return node;
    }

    private Node disjunction() {
        if (++depth > DEEPEST) {
            throw cursor.error("groups nested deeper than " + DEEPEST);
        }
        Flags outside = flags;
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (cursor.eat("|"));
        flags = outside;
        depth--;
        return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (cursor.more() && cursor.peek() != '|' && cursor.peek() != ')') {
            parts.add(quantified());
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private Node quantified() {
        int groupsBefore = groups;
        boolean bare = !cursor.sees("(");
        Node atom = atom();
        int index = cursor.index();
        int[] bounds = bounds();
        if (bounds.length == 0) {
            return atom;
        }
        if (bare && atom instanceof Node.Anchor) {
            throw cursor.error("nothing to repeat", index);
        }
        if (bounds[0] > bounds[1]) {
            throw cursor.error("quantifier {" + bounds[0] + "," + bounds[1] + "} is out of order", index);
        }
        boolean lazy = cursor.eat("?");
        Node repeat = new Node.Repeat(atom, bounds[0], bounds[1], lazy, groupsBefore + 1, groups);
        return !lazy && cursor.eat("+") ? new Node.Atomic(repeat) : repeat;
    }

    /** Least and most rounds of a quantifier; empty if there is none here. */
    private int[] bounds() {
        if (cursor.eat("*")) {
            return new int[] {0, Integer.MAX_VALUE};
        }
        if (cursor.eat("+")) {
            return new int[] {1, Integer.MAX_VALUE};
        }
        if (cursor.eat("?")) {
            return new int[] {0, 1};
        }
        int start = cursor.index();
        if (cursor.eat("{")) {
            int min = cursor.number();
            if (min >= 0 && cursor.eat("}")) {
                return new int[] {min, min};
            }
            if (min >= 0 && cursor.eat(",")) {
                int max = cursor.number();
                if (cursor.eat("}")) {
                    return new int[] {min, max < 0 ? Integer.MAX_VALUE : max};
                }
            }
            cursor.back(start); // Annex B: a brace that opens no quantifier stands for itself
        }
        return new int[0];
    }

    private Node atom() {
        int index = cursor.index();
        int c = cursor.next();
        return switch (c) {
            case '^' -> flags.multiline ? Node.Anchor.LINE_START : Node.Anchor.TEXT_START;
            case '$' -> flags.multiline ? Node.Anchor.LINE_END : Node.Anchor.TEXT_END;
            case '.' -> new Node.Chars(flags.dotAll ? Ranges.CODE_POINTS : CharacterSets.DOT);
            case '(' -> group(index);
            case '[' -> new Node.Chars(sets.brackets(flags.ignoreCase));
            case '\\' -> escape(index);
            case '*', '+', '?' -> throw cursor.error("nothing to repeat", index);
            default -> chars(Ranges.single(c));
        };
    }

    private Node chars(Ranges set) {
        return new Node.Chars(flags.ignoreCase ? CharacterSets.fold(set) : set);
    }

    private Node group(int start) {
        if (!cursor.sees("?")) {
            int number = ++groups;
            return new Node.Group(closed(start), number);
        }
        if (cursor.eat("?:")) {
            return closed(start);
        }
        if (cursor.eat("?=")) {
            return new Node.Look(closed(start), true, false);
        }
        if (cursor.eat("?!")) {
            return new Node.Look(closed(start), true, true);
        }
        if (cursor.eat("?<=")) {
            return new Node.Look(closed(start), false, false);
        }
        if (cursor.eat("?<!")) {
            return new Node.Look(closed(start), false, true);
        }
        if (cursor.eat("?>")) {
            return new Node.Atomic(closed(start));
        }
        if (cursor.eat("?#")) {
            cursor.until(")");
            return new Node.Sequence(List.of());
        }
        if (cursor.eat("?P=")) {
            return reference(cursor.until(")"), start);
        }
        if (cursor.eat("?<") || cursor.eat("?P<")) {
            String name = cursor.until(">");
            int number = ++groups;
            if (!name.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
                throw cursor.error("no name of a group: " + name, start);
            }
            if (names.put(name, number) != null) {
                throw cursor.error("two groups named " + name, start);
            }
            return new Node.Group(closed(start), number);
        }
        return flagged(start);
    }

    /** {@code (?i)} for the rest of the group it stands in, {@code (?i:…)} for its own. */
    private Node flagged(int start) {
        cursor.eat("?");
        Flags outside = flags;
        boolean on = true;
        while (!cursor.sees(")") && !cursor.sees(":")) {
            int c = cursor.more() ? cursor.next() : ' ';
            switch (c) {
                case 'i' -> flags = new Flags(on, flags.dotAll, flags.multiline);
                case 's' -> flags = new Flags(flags.ignoreCase, on, flags.multiline);
                case 'm' -> flags = new Flags(flags.ignoreCase, flags.dotAll, on);
                case 'u' -> {} // always so
                case '-' -> on = false;
                default -> throw cursor.error("unsupported group (?" + (c == ' ' ? "" : Character.toString(c)), start);
            }
        }
        if (cursor.eat(")")) {
            return new Node.Sequence(List.of());
        }
        cursor.eat(":");
        Node body = closed(start);
        flags = outside;
        return body;
    }

    private Node closed(int start) {
        Node body = disjunction();
        if (!cursor.eat(")")) {
            throw cursor.error("missing ) of the group", start);
        }
        return body;
    }

    private Node escape(int start) {
        if (cursor.eat("b")) {
            return Node.Anchor.WORD_BOUNDARY;
        }
        if (cursor.eat("B")) {
            return Node.Anchor.NOT_WORD_BOUNDARY;
        }
        if (cursor.eat("A")) {
            return Node.Anchor.TEXT_START;
        }
        if (cursor.eat("Z") || cursor.eat("z")) {
            return Node.Anchor.TEXT_END;
        }
        if (cursor.eat("k<")) {
            return reference(cursor.until(">"), start);
        }
        if (cursor.peek() >= '1' && cursor.peek() <= '9') {
            return reference(Integer.toString(cursor.number()), start);
        }
        return chars(sets.escape(flags.ignoreCase));
    }

    private Node reference(String name, int start) {
        open.add(new Reference(name, start));
        return new Node.Backreference(known.getOrDefault(name, 0), flags.ignoreCase);
    }
}
