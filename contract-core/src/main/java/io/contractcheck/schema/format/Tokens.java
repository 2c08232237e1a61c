package io.contractcheck.schema.format;

import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import java.util.List;
import java.util.regex.Pattern;

/** Identifiers, pointers, patterns, colors and encoded bytes (RFC 9562, 6901, 4648; ECMA-262; CSS Color). */
final class Tokens {
    private static final String POINTER = "(?:/(?:[^/~]|~[01])*+)*+";

    private Tokens() {}

    static List<Format> all() {
        return List.of(
                shaped(
                        "uuid",
                        "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
                        "g23e4567-e89b-12d3-a456-426614174000",
                        "123e4567-e89b-12d3-a456-42661417400",
                        "123e4567e89b-12d3-a456-426614174000",
                        "123e4567-e89b-12d3-a456-4266141740000"),
                shaped("json-pointer", POINTER, "books/0", "/a~2", "/a~", "#/a"),
                shaped("relative-json-pointer", "(?:0|[1-9][0-9]*+)(?:#|" + POINTER + ")", "/a", "-1/a", "01", "0##"),
                shaped(
                        "byte",
                        "(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
                        "YWJj*",
                        "YWJ",
                        "Y===",
                        "YW-_"),
                // CSS has colors by name and by function too, so only what begins as a number is held to its form
                shaped(
                        "color",
                        "(?!#)[\\s\\S]*+|#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})",
                        "#12345g",
                        "#12345",
                        "#"),
                Named.text("regex", Tokens::regex, "[a-z", "(a", "a**", "a{2,1}"));
    }

    private static Format shaped(String name, String shape, String... nearMisses) {
        Pattern pattern = Pattern.compile(shape, Pattern.DOTALL);
        return Named.text(name, text -> pattern.matcher(text).matches(), nearMisses);
    }

    private static boolean regex(String text) {
        try {
            EcmaPattern.compile(text);
            return true;
        } catch (PatternException e) {
            return false;
        }
    }
}
