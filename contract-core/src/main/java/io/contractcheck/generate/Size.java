package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How much there is of a value, for shrinking.
 *
 * @param parts members, elements, characters and digits
 * @param magnitude how far its numbers and characters are from the simplest
 */
record Size(long parts, long magnitude) implements Comparable<Size> {
    private static final long MOST = 1L << 40;

    static Size of(JsonNode value) {
        long parts = 1;
        long magnitude = 0;
        switch (value.getNodeType()) {
            case OBJECT -> {
                parts++;
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    Size size = of(member.getValue());
                    parts += 1 + member.getKey().length() + size.parts;
                    magnitude += size.magnitude;
                }
            }
            case ARRAY -> {
                parts++;
                for (JsonNode element : value) {
                    Size size = of(element);
                    parts += 1 + size.parts;
                    magnitude += size.magnitude;
                }
            }
            case STRING -> {
                String text = value.textValue();
                parts += 1 + text.codePointCount(0, text.length());
                for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                    magnitude += oddity(text.codePointAt(i));
                }
            }
            case NUMBER -> {
                BigDecimal number = value.decimalValue().stripTrailingZeros();
                parts += number.signum() == 0 ? 0 : Math.max(number.precision(), number.precision() - number.scale());
                parts += Math.max(0, number.scale()) + (number.signum() < 0 ? 1 : 0);
                magnitude = number.abs().min(BigDecimal.valueOf(MOST)).longValue();
            }
            case BINARY -> parts += ((BinaryNode) value).binaryValue().length;
            case BOOLEAN -> parts += value.booleanValue() ? 1 : 0;
            default -> {}
        }
        return new Size(Math.min(parts, MOST), Math.min(magnitude, MOST));
    }

    /** Simplest are the digit 0 and the letter a. */
    private static long oddity(int c) {
        if (c == 'a' || c == '0') {
            return 0;
        }
        if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
            return c >= 'a' ? c - 'a' : c - '0';
        }
        return c < 128 ? 100 + c : 1000 + c;
    }

    @Override
    public int compareTo(Size other) {
        int order = Long.compare(parts, other.parts);
        return order != 0 ? order : Long.compare(magnitude, other.magnitude);
    }
}
