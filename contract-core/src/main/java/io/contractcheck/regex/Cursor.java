package io.contractcheck.regex;

/** A place in the source of a pattern. */
final class Cursor {
    private static final int END = -1;

    private final String source;
    private int at;

    Cursor(String source) {
        this.source = source;
    }

    boolean more() {
        return at < source.length();
    }

    int index() {
        return at;
    }

    void back(int index) {
        at = index;
    }

    /** The code point at this place; -1 at the end. */
    int peek() {
        return more() ? source.codePointAt(at) : END;
    }

    int next() {
        int c = peek();
        at += Character.charCount(c);
        return c;
    }

    boolean sees(String text) {
        return source.startsWith(text, at);
    }

    boolean eat(String text) {
        boolean there = sees(text);
        if (there) {
            at += text.length();
        }
        return there;
    }

    /** Everything up to an end that must come, which is passed too. */
    String until(String end) {
        int stop = source.indexOf(end, at);
        if (stop < 0) {
            throw error("missing " + end);
        }
        String text = source.substring(at, stop);
        at = stop + end.length();
        return text;
    }

    /** Digits as a number, held at the largest int; -1 if there are none. */
    int number() {
        int start = at;
        long value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.min(Integer.MAX_VALUE, value * 10 + next() - '0');
        }
        return at == start ? -1 : (int) value;
    }

    /** So many hexadecimal digits; -1, and no step taken, if there are fewer. */
    int hex(int digits) {
        int start = at;
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = peek() < 128 && more() ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                at = start;
                return -1;
            }
            value = value * 16 + digit;
            at++;
        }
        return value;
    }

    PatternException error(String what) {
        return error(what, at);
    }

    PatternException error(String what, int index) {
        return new PatternException(what + " at index " + index);
    }
}
