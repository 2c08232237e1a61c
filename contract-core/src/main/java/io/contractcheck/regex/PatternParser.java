package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the grammar of ECMA-262, section 22.2.1, as leniently as documents are written. */
final class PatternParser {
    private final int[] source;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final boolean ignoreCase;
    private int at;
    private int groups;

    PatternParser(String text) {
        String pattern = text;
        boolean insensitive = false;
        if (pattern.startsWith("(?i)")) {
            insensitive = true;
            pattern = pattern.substring(4);
        }
        ignoreCase = insensitive;
        source = pattern.codePoints().toArray();
    }

    int groups() {
        return groups;
    }

    Node parse() {
        Node node = disjunction();
        if (at < source.length) {
            throw error("unmatched )");
        }
        return node;
    }

    private PatternException error(String what) {
        return new PatternException(what + " at index " + at);
    }

    private boolean more() {
        return at < source.length;
    }

    private boolean next(String text) {
        int[] wanted = text.codePoints().toArray();
        if (at + wanted.length > source.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (source[at + i] != wanted[i]) {
                return false;
            }
        }
        at += wanted.length;
        return true;
    }

    private Node disjunction() {
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (next("|"));
        return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (more() && source[at] != '|' && source[at] != ')') {
            parts.add(quantified());
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private Node quantified() {
        Node atom = atom();
        int min;
        int max;
        if (next("*")) {
            min = 0;
            max = Integer.MAX_VALUE;
        } else if (next("+")) {
            min = 1;
            max = Integer.MAX_VALUE;
        } else if (next("?")) {
            min = 0;
            max = 1;
        } else {
            int[] bounds = bounds();
            if (bounds.length == 0) {
                return atom;
            }
            min = bounds[0];
            max = bounds[1];
        }
        boolean lazy = next("?");
        boolean possessive = !lazy && next("+");
        if (max < min) {
            throw error("quantifier {" + min + "," + max + "} is out of order");
        }
        return new Node.Repeat(atom, min, max, lazy, possessive);
    }

    private int[] bounds() {
        int start = at;
        if (next("{")) {
            Integer min = number();
            if (min != null) {
                if (next("}")) {
                    return new int[] {min, min};
                }
                if (next(",")) {
                    if (next("}")) {
                        return new int[] {min, Integer.MAX_VALUE};
                    }
                    Integer max = number();
                    if (max != null && next("}")) {
                        return new int[] {min, max};
                    }
                }
            }
            at = start; // a brace that is no quantifier stands for itself (Annex B)
        }
        return new int[0];
    }

    private Integer number() {
        long value = 0;
        int start = at;
        while (more() && source[at] >= '0' && source[at] <= '9') {
            value = Math.min(Integer.MAX_VALUE, value * 10 + source[at++] - '0');
        }
        return at == start ? null : (int) value;
    }

    private Node atom() {
        if (next("^")) {
            return Node.Anchor.START;
        }
        if (next("$")) {
            return Node.Anchor.END;
        }
        if (next(".")) {
            return Classes.DOT.node(false);
        }
        if (next("(")) {
            return group();
        }
        if (next("[")) {
            return charClass().node(ignoreCase);
        }
        if (next("\\")) {
            return escape();
        }
        if (source[at] == '*' || source[at] == '+' || source[at] == '?') {
            throw error("nothing to repeat");
        }
        return Classes.of(source[at], source[at++]).node(ignoreCase);
    }

    private Node group() {
        Node body;
        if (next("?:")) {
            body = disjunction();
        } else if (next("?=")) {
            body = new Node.Look(disjunction(), true, false);
        } else if (next("?!")) {
            body = new Node.Look(disjunction(), true, true);
        } else if (next("?<=")) {
            body = new Node.Look(disjunction(), false, false);
        } else if (next("?<!")) {
            body = new Node.Look(disjunction(), false, true);
        } else if (next("?>")) {
            body = new Node.Repeat(disjunction(), 1, 1, false, true);
        } else if (next("?<") || next("?P<")) {
            StringBuilder name = new StringBuilder();
            while (more() && source[at] != '>') {
                name.appendCodePoint(source[at++]);
            }
            at++;
            int number = ++groups;
            names.put(name.toString(), number);
            body = new Node.Group(disjunction(), number);
        } else if (more() && source[at] == '?') {
            throw error("unsupported group (?" + (at + 1 < source.length ? Character.toString(source[at + 1]) : ""));
        } else {
            int number = ++groups;
            body = new Node.Group(disjunction(), number);
        }
        if (!next(")")) {
            throw error("missing )");
        }
        return body;
    }

    private Node escape() {
        if (!more()) {
            throw error("\\ at the end");
        }
        if (next("b")) {
            return Node.Anchor.WORD_BOUNDARY;
        }
        if (next("B")) {
            return Node.Anchor.NOT_WORD_BOUNDARY;
        }
        if (next("A")) {
            return Node.Anchor.START;
        }
        if (next("Z") || next("z")) {
            return Node.Anchor.END;
        }
        if (next("k<")) {
            StringBuilder name = new StringBuilder();
            while (more() && source[at] != '>') {
                name.appendCodePoint(source[at++]);
            }
            at++;
            Integer number = names.get(name.toString());
            if (number == null) {
                throw error("no group named " + name);
            }
            return new Node.Backreference(number);
        }
        if (source[at] >= '1' && source[at] <= '9') {
            return new Node.Backreference(number());
        }
        return classEscape().node(ignoreCase);
    }

    private Classes charClass() {
        boolean negated = next("^");
        List<int[]> ranges = new ArrayList<>();
        List<Classes> sets = new ArrayList<>();
        while (true) {
            if (!more()) {
                throw error("missing ]");
            }
            if (next("]")) {
                break;
            }
            Classes low = member();
            if (more() && source[at] == '-' && at + 1 < source.length && source[at + 1] != ']' && low.single() >= 0) {
                at++;
                Classes high = member();
                if (high.single() < 0) {
                    sets.add(low);
                    sets.add(Classes.of('-', '-'));
                    sets.add(high);
                } else if (high.single() < low.single()) {
                    throw error("range out of order");
                } else {
                    ranges.add(new int[] {low.single(), high.single()});
                }
            } else {
                sets.add(low);
            }
        }
        Classes all = Classes.of(ranges);
        for (Classes set : sets) {
            all = all.or(set);
        }
        return negated ? all.folded(ignoreCase).not() : all;
    }

    private Classes member() {
        if (next("[:")) {
            StringBuilder name = new StringBuilder();
            while (more() && source[at] != ':') {
                name.appendCodePoint(source[at++]);
            }
            if (!next(":]")) {
                throw error("missing :]");
            }
            return Classes.named(name.toString(), this::error);
        }
        if (next("\\")) {
            if (!more()) {
                throw error("\\ at the end");
            }
            if (next("b")) {
                return Classes.of('\b', '\b');
            }
            return classEscape();
        }
        return Classes.of(source[at], source[at++]);
    }

    private Classes classEscape() {
        int c = source[at++];
        switch (c) {
            case 'd':
                return Classes.DIGIT;
            case 'D':
                return Classes.DIGIT.not();
            case 'w':
                return Classes.WORD;
            case 'W':
                return Classes.WORD.not();
            case 's':
                return Classes.SPACE;
            case 'S':
                return Classes.SPACE.not();
            case 'h':
                return Classes.of(' ', ' ').or(Classes.of('\t', '\t'));
            case 'p':
            case 'P':
                return property(c == 'P');
            case 't':
                return Classes.of('\t', '\t');
            case 'n':
                return Classes.of('\n', '\n');
            case 'r':
                return Classes.of('\r', '\r');
            case 'f':
                return Classes.of('\f', '\f');
            case 'v':
                return Classes.of(0x0B, 0x0B);
            case '0':
                return Classes.of(0, 0);
            case 'c':
                return more() ? Classes.of(source[at] % 32, source[at++] % 32) : Classes.of('c', 'c');
            case 'x':
                return hex(2, c);
            case 'u':
                return unicode();
            default:
                return Classes.of(c, c);
        }
    }

    private Classes hex(int digits, int otherwise) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at + i < source.length ? Character.digit(source[at + i], 16) : -1;
            if (digit < 0) {
                return Classes.of(otherwise, otherwise);
            }
            value = value * 16 + digit;
        }
        at += digits;
        return Classes.of(value, value);
    }

    private Classes unicode() {
        if (next("{")) {
            int value = 0;
            while (more() && source[at] != '}') {
                value = value * 16 + Character.digit(source[at++], 16);
            }
            at++;
            return Classes.of(value, value);
        }
        Classes high = hex(4, 'u');
        int first = high.single();
        if (Character.isSurrogate((char) first) && first < 0xDC00 && next("\\u")) {
            int second = hex(4, 'u').single();
            int pair = Character.toCodePoint((char) first, (char) second);
            return Classes.of(pair, pair);
        }
        return high;
    }

    private Classes property(boolean negated) {
        StringBuilder name = new StringBuilder();
        if (next("{")) {
            while (more() && source[at] != '}') {
                name.appendCodePoint(source[at++]);
            }
            at++;
        } else if (more()) {
            name.appendCodePoint(source[at++]);
        }
        Classes named = Classes.named(name.toString(), this::error);
        return negated ? named.not() : named;
    }
}
