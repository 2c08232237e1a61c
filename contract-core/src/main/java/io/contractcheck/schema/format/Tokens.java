package io.contractcheck.schema.format;

import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import java.util.List;
import java.util.regex.Pattern;

/** Identifiers, pointers, patterns and encoded bytes (RFC 4122, 6901, 4648; ECMA-262). */
final class Tokens {
    private static final String POINTER = "(?:/(?:[^/~]|~[01])*+)*+";

    private Tokens() {}

    static List<Format> all() {
        return List.of(
                shaped("uuid", "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"),
                shaped("json-pointer", POINTER),
                shaped("relative-json-pointer", "(?:0|[1-9][0-9]*+)(?:#|" + POINTER + ")"),
                shaped("byte", "(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"),
                Format.ofText("regex", Tokens::regex));
    }

    private static Format shaped(String name, String shape) {
        Pattern pattern = Pattern.compile(shape, Pattern.DOTALL);
        return Format.ofText(name, text -> pattern.matcher(text).matches());
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
