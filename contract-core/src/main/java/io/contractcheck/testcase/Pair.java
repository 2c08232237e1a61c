package io.contractcheck.testcase;

import java.util.ArrayList;
import java.util.List;

/**
 * A name and a value as they stand in a query, a form or a Cookie header.
 *
 * @param name as written
 * @param value as written
 */
record Pair(String name, String value) {

    /** The pairs of a query or form. */
    static List<Pair> parse(String text, String separator) {
        List<Pair> pairs = new ArrayList<>();
        for (String piece : text.split(separator, -1)) {
            if (!piece.isEmpty()) {
                int equals = piece.indexOf('=');
                pairs.add(
                        equals < 0
                                ? new Pair(piece, "")
                                : new Pair(piece.substring(0, equals), piece.substring(equals + 1)));
            }
        }
        return pairs;
    }

    /** Pairs with a separator between them. */
    static String join(List<Pair> pairs, String separator) {
        StringBuilder text = new StringBuilder();
        for (Pair pair : pairs) {
            if (text.length() > 0) {
                text.append(separator);
            }
            text.append(pair.name).append('=').append(pair.value);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
