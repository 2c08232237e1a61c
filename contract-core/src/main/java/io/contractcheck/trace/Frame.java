package io.contractcheck.trace;

import java.util.OptionalInt;

/**
 * A line of code that was being run.
 *
 * @param language in which it is shown
 * @param code what was run: the qualified name of a method or function, as far as it is shown; possibly empty
 * @param file as it is shown; empty if it is not
 * @param line from 1, if it is shown
 */
public record Frame(Language language, String code, String file, OptionalInt line) {
    /** In a few words: {@code BookService.create:42} in Java, {@code /app/books.js:42} in Node, {@code create (/app/books.py:42)} in Python. */
    public String place() {
        String at = line.isPresent() ? ":" + line.getAsInt() : "";
        return switch (language) {
            case JAVA -> lastTwo(code) + at;
            case DOTNET -> code + at;
            case NODE -> file + at;
            case PYTHON, GO -> code + " (" + file + at + ")";
        };
    }

    private static String lastTwo(String code) {
        int method = code.lastIndexOf('.');
        return code.substring(code.lastIndexOf('.', method - 1) + 1);
    }
}
