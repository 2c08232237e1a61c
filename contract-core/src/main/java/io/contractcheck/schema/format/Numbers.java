package io.contractcheck.schema.format;

import java.math.BigDecimal;
import java.util.List;

/** The ranges of number types (OpenAPI format registry). */
final class Numbers {
    private Numbers() {}

    static List<Format> all() {
        return List.of(
                whole("int32", Integer.MIN_VALUE, Integer.MAX_VALUE),
                whole("int64", Long.MIN_VALUE, Long.MAX_VALUE),
                Format.ofNumber("float", number -> !Float.isInfinite(number.floatValue())),
                Format.ofNumber("double", number -> !Double.isInfinite(number.doubleValue())));
    }

    /** Only the range: whether a fraction may be is for {@code type} to say. */
    private static Format whole(String name, long least, long most) {
        BigDecimal low = BigDecimal.valueOf(least);
        BigDecimal high = BigDecimal.valueOf(most);
        return Format.ofNumber(name, number -> number.compareTo(low) >= 0 && number.compareTo(high) <= 0);
    }
}
