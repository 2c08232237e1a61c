package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.IntPredicate;

/**
 * What strings the place they go to can carry, beyond what the schema asks.
 *
 * @param minLength the shortest that can be told from nothing, in code points
 * @param allowed the code points that arrive as they were sent
 */
public record TextRules(int minLength, IntPredicate allowed) {
    /** Everything but lone surrogates and NUL, which many stores refuse: fit for JSON bodies. */
    public static final TextRules ANY = new TextRules(0, c -> c != 0 && (c < 0xD800 || c > 0xDFFF));

    /** Whether every string in the value keeps these rules. */
    public boolean carries(JsonNode value) {
        if (!value.isContainerNode()) {
            return !value.isTextual() || carries(value.textValue());
        }
        for (JsonNode child : value) {
            if (!carries(child)) {
                return false;
            }
        }
        return true;
    }

    boolean carries(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); length++) {
            int c = text.codePointAt(i);
            if (!allowed.test(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return length >= minLength;
    }
}
