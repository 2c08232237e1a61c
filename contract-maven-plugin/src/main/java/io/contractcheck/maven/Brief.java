package io.contractcheck.maven;

import io.contractcheck.json.Beginning;

/** Texts as they fit into a log. */
final class Brief {
    private static final int LINE = 220;
    private static final int LONG_LINE = 500;
    private static final int COMMAND = 2000;

    private Brief() {}

    /** A line, and not all of a very long one. */
    static String cut(String line) {
        return cut(line, LINE);
    }

    /** A text as one line, and not all of a very long one. */
    static String line(String text) {
        return cut(joined(text), LINE);
    }

    /** A text as one line, with more room. */
    static String longLine(String text) {
        return cut(joined(text), LONG_LINE);
    }

    /** A shell line, which is of use only as a whole. */
    static String command(String line, String report) {
        return line.length() <= COMMAND ? line : "a line of " + line.length() + " characters, in " + report;
    }

    private static String joined(String text) {
        return String.join(" ", text.lines().map(String::trim).toList());
    }

    private static String cut(String line, int most) {
        return line.length() <= most ? line : Beginning.of(line, most - 3) + "...";
    }
}
