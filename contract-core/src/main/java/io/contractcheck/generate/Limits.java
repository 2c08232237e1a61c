package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;

/** Sizes in schemas, and the sizes beyond which nothing is made. */
final class Limits {
    /** In code points. */
    static final int LONGEST_TEXT = 1 << 20;
    /** In elements. */
    static final int LONGEST_ARRAY = 10_000;
    /** In members. */
    static final int WIDEST_OBJECT = 10_000;

    private Limits() {}

    static long at(JsonNode node, String keyword, long otherwise) {
        JsonNode value = node.get(keyword);
        if (value == null || !value.isNumber()) {
            return otherwise;
        }
        double size = value.doubleValue();
        return size >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, (long) size);
    }
}
