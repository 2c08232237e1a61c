package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A member of a body, by the hand-written rules of its document.
 *
 * @param right whether a value may stand there
 */
record Field(String name, boolean required, Predicate<JsonNode> right) {
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Of so many characters. */
    static Field text(String name, int least, int most) {
        return new Field(name, true, v -> v.isTextual() && within(v.asText(), least, most));
    }

    static Field pattern(String name, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return new Field(
                name, true, v -> v.isTextual() && compiled.matcher(v.asText()).matches());
    }

    static Field whole(String name, long least, long most) {
        return new Field(name, true, v -> v.isNumber() && whole(v, least, most));
    }

    static Field oneOf(String name, String... values) {
        return new Field(name, true, v -> v.isTextual() && List.of(values).contains(v.asText()));
    }

    static Field id(String name) {
        return new Field(name, true, v -> v.isTextual() && isId(v.asText()));
    }

    static boolean isId(String text) {
        return UUID.matcher(text).matches();
    }

    Field optional() {
        return new Field(name, false, right);
    }

    private static boolean within(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most;
    }

    private static boolean whole(JsonNode value, long least, long most) {
        BigDecimal number = value.decimalValue();
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
