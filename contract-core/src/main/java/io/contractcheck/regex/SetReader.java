package io.contractcheck.regex;

import org.jspecify.annotations.Nullable;

/** Reads sets of code points: classes in brackets, and what a backslash makes of a character (ECMA-262, section 22.2.1, with Annex B). */
final class SetReader {
    private final Cursor cursor;

    SetReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A class, after its opening bracket. */
    Ranges brackets(boolean ignoreCase) {
        int start = cursor.index() - 1;
        boolean negated = cursor.eat("^");
        RangesBuilder all = new RangesBuilder();
        while (!cursor.eat("]")) {
            if (!cursor.more()) {
                throw cursor.error("missing ] of the class", start);
            }
            int index = cursor.index();
            Ranges low = member(ignoreCase);
            if (cursor.sees("-") && !cursor.sees("-]")) {
                cursor.next();
                if (!cursor.more()) {
                    throw cursor.error("missing ] of the class", start);
                }
                Ranges high = member(ignoreCase);
                if (isOne(low) && isOne(high)) {
                    if (low.min() > high.min()) {
                        throw cursor.error("range out of order in the class", index);
                    }
                    all.add(low.min(), high.min());
                } else {
                    all.add(low).add('-', '-').add(high); // Annex B: no range, as in [\w-.]
                }
            } else {
                all.add(low);
            }
        }
        Ranges set = ignoreCase ? CharacterSets.fold(all.build()) : all.build();
        return negated ? set.not() : set;
    }

    private Ranges member(boolean ignoreCase) {
        if (cursor.sees("[:")) {
            Ranges posix = posix();
            if (posix != null) {
                return posix;
            }
        }
        if (!cursor.eat("\\")) {
            return Ranges.single(cursor.next());
        }
        if (cursor.eat("b")) {
            return Ranges.single('\b');
        }
        return escape(ignoreCase);
    }

    private @Nullable Ranges posix() {
        int start = cursor.index();
        cursor.eat("[:");
        boolean negated = cursor.eat("^");
        StringBuilder name = new StringBuilder();
        while (Character.isLetter(cursor.peek())) {
            name.appendCodePoint(cursor.next());
        }
        if (!cursor.eat(":]")) {
            cursor.back(start); // a bracket and a colon, nothing more
            return null;
        }
        Ranges set = UnicodeSets.posix(name.toString());
        if (set == null) {
            throw cursor.error("unknown class [:" + name + ":]", start);
        }
        return negated ? set.not() : set;
    }

    /** What stands after a backslash. */
    Ranges escape(boolean ignoreCase) {
        int start = cursor.index() - 1;
        if (!cursor.more()) {
            throw cursor.error("nothing after \\", start);
        }
        int c = cursor.next();
        return switch (c) {
            case 'd' -> CharacterSets.DIGIT;
            case 'D' -> CharacterSets.DIGIT.not();
            case 'w' -> word(ignoreCase);
            case 'W' -> word(ignoreCase).not();
            case 's' -> CharacterSets.SPACE;
            case 'S' -> CharacterSets.SPACE.not();
            case 'h' -> CharacterSets.BLANK;
            case 'H' -> CharacterSets.BLANK.not();
            case 'p' -> property(start);
            case 'P' -> property(start).not();
            case 't' -> Ranges.single('\t');
            case 'n' -> Ranges.single('\n');
            case 'r' -> Ranges.single('\r');
            case 'f' -> Ranges.single('\f');
            case 'v' -> Ranges.single(0x0B);
            case 'c' -> Ranges.single(control(start));
            case 'x' -> Ranges.single(cursor.sees("{") ? braced(start) : digits(2, start));
            case 'u' -> Ranges.single(cursor.sees("{") ? braced(start) : unicode(start));
            case '0' -> Ranges.single(zero(start));
            default -> {
                if (c < 128 && Character.isLetterOrDigit(c)) {
                    throw cursor.error("unsupported escape \\" + (char) c, start);
                }
                yield Ranges.single(c);
            }
        };
    }

    private static boolean isOne(Ranges set) {
        return set.count() == 1;
    }

    private static Ranges word(boolean ignoreCase) {
        return ignoreCase ? CharacterSets.fold(CharacterSets.WORD) : CharacterSets.WORD;
    }

    private Ranges property(int start) {
        String name;
        if (cursor.eat("{")) {
            name = cursor.until("}");
        } else if (cursor.more() && Character.isLetter(cursor.peek())) {
            name = Character.toString(cursor.next()); // \pL of Java and PCRE
        } else {
            throw cursor.error("no property named after \\p", start);
        }
        Ranges set = UnicodeSets.property(name);
        if (set == null) {
            throw cursor.error("unsupported property \\p{" + name + "}", start);
        }
        return set;
    }

    private int control(int start) {
        int c = cursor.peek();
        if (c >= 128 || !Character.isLetter(c)) {
            throw cursor.error("no letter after \\c", start);
        }
        return cursor.next() % 32;
    }

    private int zero(int start) {
        if (cursor.peek() >= '0' && cursor.peek() <= '9') {
            throw cursor.error("unsupported octal escape", start);
        }
        return 0;
    }

    private int digits(int count, int start) {
        int value = cursor.hex(count);
        if (value < 0) {
            throw cursor.error("fewer than " + count + " hexadecimal digits in the escape", start);
        }
        return value;
    }

    private int braced(int start) {
        cursor.eat("{");
        String text = cursor.until("}");
        if (!text.matches("[0-9A-Fa-f]{1,8}") || Long.parseLong(text, 16) > Character.MAX_CODE_POINT) {
            throw cursor.error("{" + text + "} is no code point", start);
        }
        return Integer.parseInt(text, 16);
    }

    private int unicode(int start) {
        int first = digits(4, start);
        int index = cursor.index();
        if (Character.isHighSurrogate((char) first) && cursor.eat("\\u")) {
            int second = cursor.hex(4);
            if (second >= 0 && Character.isLowSurrogate((char) second)) {
                return Character.toCodePoint((char) first, (char) second);
            }
            cursor.back(index);
        }
        return first;
    }
}
