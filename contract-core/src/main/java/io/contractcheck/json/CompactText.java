package io.contractcheck.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trees as compact JSON text, just as Jackson writes them. Most that are written are small, and Jackson takes longer to make a writer ready than
 * to write them.
 */
final class CompactText {
    private static final int LEVELS = 32;
    private static final int LONGEST = 4096;
    private static final int LONGEST_NUMBER = 64;

    private final StringBuilder out = new StringBuilder();

    private CompactText() {}

    /** The text; null for what is large, deep or of a rare kind. */
    static @Nullable String of(JsonNode value) {
        CompactText text = new CompactText();
        return text.add(value, LEVELS) ? text.out.toString() : null;
    }

    private boolean add(JsonNode value, int levels) {
        if (levels == 0 || out.length() > LONGEST) {
            return false;
        }
        return switch (value.getNodeType()) {
            case OBJECT -> object(value, levels);
            case ARRAY -> array(value, levels);
            case STRING -> text(value.textValue());
            case NUMBER -> number(value);
            case BOOLEAN, NULL -> plain(value.asText());
            default -> false;
        };
    }

    private boolean object(JsonNode value, int levels) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            if (!text(member.getKey())) {
                return false;
            }
            out.append(':');
            if (!add(member.getValue(), levels - 1)) {
                return false;
            }
        }
        out.append('}');
        return true;
    }

    private boolean array(JsonNode value, int levels) {
        out.append('[');
        for (int i = 0; i < value.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            if (!add(value.get(i), levels - 1)) {
                return false;
            }
        }
        out.append(']');
        return true;
    }

    /** Without what has to be escaped (RFC 8259, section 7). */
    private boolean text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        out.append('"').append(text).append('"');
        return true;
    }

    private boolean number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return plain(value.asText());
        }
        return value.isBigDecimal()
                && Math.abs((long) value.decimalValue().scale()) < LONGEST_NUMBER
                && plain(value.decimalValue().toPlainString());
    }

    private boolean plain(String text) {
        out.append(text);
        return true;
    }
}
