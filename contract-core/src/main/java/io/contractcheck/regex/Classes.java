package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A set of code points.
 *
 * @param ranges first and last members, sorted and apart
 */
record Classes(List<int[]> ranges) {
    static final Classes DIGIT = of('0', '9');
    static final Classes WORD =
            of(List.of(new int[] {'0', '9'}, new int[] {'A', 'Z'}, new int[] {'_', '_'}, new int[] {'a', 'z'}));
    static final Classes SPACE = of(List.of(
            new int[] {9, 13},
            new int[] {' ', ' '},
            new int[] {0xA0, 0xA0},
            new int[] {0x1680, 0x1680},
            new int[] {0x2000, 0x200A},
            new int[] {0x2028, 0x2029},
            new int[] {0x202F, 0x202F},
            new int[] {0x205F, 0x205F},
            new int[] {0x3000, 0x3000},
            new int[] {0xFEFF, 0xFEFF}));
    static final Classes DOT = of(List.of(new int[] {'\n', '\n'}, new int[] {'\r', '\r'}, new int[] {0x2028, 0x2029}))
            .not();

    static Classes of(int first, int last) {
        return new Classes(List.of(new int[] {first, last}));
    }

    static Classes of(List<int[]> unsorted) {
        List<int[]> sorted = new ArrayList<>(unsorted);
        sorted.sort(Comparator.comparingInt(r -> r[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] range : sorted) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && range[0] <= last[1] + 1) {
                last[1] = Math.max(last[1], range[1]);
            } else {
                merged.add(range.clone());
            }
        }
        return new Classes(merged);
    }

    static Classes named(String name, Function<String, PatternException> error) {
        int equals = name.indexOf('=');
        String value = name.substring(equals + 1);
        switch (value.toLowerCase(Locale.ROOT)) {
            case "alpha":
                return of(List.of(new int[] {'A', 'Z'}, new int[] {'a', 'z'}));
            case "alnum":
                return of(List.of(new int[] {'0', '9'}, new int[] {'A', 'Z'}, new int[] {'a', 'z'}));
            case "digit":
                return DIGIT;
            case "upper":
                return of('A', 'Z');
            case "lower":
                return of('a', 'z');
            case "space":
                return SPACE;
            case "punct":
                return of(List.of(
                        new int[] {'!', '/'}, new int[] {':', '@'}, new int[] {'[', '`'}, new int[] {'{', '~'}));
            case "xdigit":
                return of(List.of(new int[] {'0', '9'}, new int[] {'A', 'F'}, new int[] {'a', 'f'}));
            case "ascii":
                return of(0, 127);
            default:
                return unicode(value, error);
        }
    }

    private static Classes unicode(String name, Function<String, PatternException> error) {
        java.util.regex.Pattern pattern;
        try {
            pattern = java.util.regex.Pattern.compile("\\p{" + Categories.shortName(name) + "}");
        } catch (java.util.regex.PatternSyntaxException e) {
            try {
                pattern = java.util.regex.Pattern.compile("\\p{Is" + name + "}");
            } catch (java.util.regex.PatternSyntaxException f) {
                throw error.apply("unknown property " + name);
            }
        }
        List<int[]> ranges = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c == 0xD800) {
                c = 0xE000;
            }
            if (pattern.matcher(Character.toString(c)).matches()) {
                if (!ranges.isEmpty() && ranges.get(ranges.size() - 1)[1] == c - 1) {
                    ranges.get(ranges.size() - 1)[1] = c;
                } else {
                    ranges.add(new int[] {c, c});
                }
            }
        }
        return of(ranges);
    }

    Classes or(Classes other) {
        List<int[]> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return of(all);
    }

    Classes not() {
        List<int[]> gaps = new ArrayList<>();
        int from = 0;
        for (int[] range : ranges) {
            if (range[0] > from) {
                gaps.add(new int[] {from, range[0] - 1});
            }
            from = range[1] + 1;
        }
        if (from <= Character.MAX_CODE_POINT) {
            gaps.add(new int[] {from, Character.MAX_CODE_POINT});
        }
        return new Classes(gaps);
    }

    /** With both cases of every ASCII letter in it. */
    Classes folded(boolean fold) {
        if (!fold) {
            return this;
        }
        List<int[]> all = new ArrayList<>(ranges);
        for (int c = 'a'; c <= 'z'; c++) {
            int upper = c - 32;
            if (contains(c) || contains(upper)) {
                all.add(new int[] {c, c});
                all.add(new int[] {upper, upper});
            }
        }
        return of(all);
    }

    boolean contains(int c) {
        for (int[] range : ranges) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** The only member, or -1. */
    int single() {
        return ranges.size() == 1 && ranges.get(0)[0] == ranges.get(0)[1] ? ranges.get(0)[0] : -1;
    }

    Node node(boolean ignoreCase) {
        Classes set = folded(ignoreCase);
        IntPredicate test = set::contains;
        return new Node.Chars(test, set.ranges);
    }
}
