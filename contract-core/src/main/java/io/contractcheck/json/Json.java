package io.contractcheck.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** JSON text and trees. Numbers keep every digit: fractions are read as {@link BigDecimal}. */
public final class Json {
    /** Creates nodes. */
    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int LEVELS = 1000;
    private static final int DIGITS = 10_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(LEVELS)
                        .maxNumberLength(DIGITS)
                        .maxStringLength(64 << 20)
                        .build());
    }

    private static final int TOKENS_OF_ANSWER = 500_000;

    /** A tree takes up to 50 bytes a token: what nobody vouches for has few enough of them for several trees at once. */
    private static final JsonMapper BOUNDED = MAPPER.copy();

    static {
        BOUNDED.getFactory()
                .setStreamReadConstraints(MAPPER.getFactory()
                        .streamReadConstraints()
                        .rebuild()
                        .maxTokenCount(TOKENS_OF_ANSWER)
                        .build());
    }

    private Json() {}

    /**
     * Reads one JSON value (RFC 8259).
     *
     * @throws JsonException if the text is no JSON, or beyond a limit; the message says where
     */
    public static JsonNode parse(String text) {
        return parse(() -> MAPPER.readTree(text));
    }

    /**
     * Reads one JSON value from UTF-8 bytes.
     *
     * @throws JsonException if the bytes are no JSON, or beyond a limit; the message says where
     */
    public static JsonNode parse(byte[] utf8) {
        return parse(() -> MAPPER.readTree(utf8));
    }

    /**
     * Reads one JSON value that a service sent: as {@link #parse(byte[])}, but no more than half a million tokens, so that it fits in memory
     * whatever it is.
     *
     * @throws JsonException if the bytes are no JSON, or beyond a limit; the message says where
     */
    public static JsonNode received(byte[] utf8) {
        return parse(() -> BOUNDED.readTree(utf8));
    }

    /** As {@link #received(byte[])}, from text. */
    public static JsonNode received(String text) {
        return parse(() -> BOUNDED.readTree(text));
    }

    private interface Source {
        JsonNode read() throws IOException;
    }

    private static JsonNode parse(Source source) {
        try {
            return present(source.read());
        } catch (StreamConstraintsException e) {
            throw beyond(e);
        } catch (JsonProcessingException e) {
            throw new JsonException(describe(e), e);
        } catch (IOException e) {
            throw new JsonException(String.valueOf(e), e);
        } catch (NumberFormatException e) {
            throw new JsonException(JsonException.Limit.NUMBER, "a number has an exponent beyond all bounds", e);
        }
    }

    private static JsonException beyond(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return new JsonException(
                    JsonException.Limit.DEPTH, "it is nested more than " + LEVELS + " levels deep" + where(e), e);
        }
        if (message.contains("Number")) {
            return new JsonException(
                    JsonException.Limit.NUMBER, "a number has more than " + DIGITS + " digits" + where(e), e);
        }
        return new JsonException(JsonException.Limit.LENGTH, describe(e), e);
    }

    /** The value as compact JSON text. */
    public static String write(JsonNode value) {
        String text = CompactText.of(value);
        try {
            return text == null ? MAPPER.writeValueAsString(value) : text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value as compact JSON text if that is no longer than so many characters and its numbers can be spelt out; else nothing. */
    public static Optional<String> writeShort(JsonNode value, int most) {
        if (value.isNumber() && Math.abs((long) value.decimalValue().scale()) > most) {
            return Optional.empty();
        }
        ShortWriter out = new ShortWriter(most);
        try {
            MAPPER.writeValue(out, value);
            return Optional.of(out.toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes JSON text as UTF-8, a piece at a time, for what may be large. */
    public static void write(JsonNode value, OutputStream out) throws IOException {
        MAPPER.writeValue(out, value);
    }

    /**
     * Writes JSON over several lines, for people, piece by piece. Closing it leaves the text's own end open.
     *
     * @throws IOException if it cannot be written
     */
    public static JsonGenerator prettyWriter(Writer out) throws IOException {
        return MAPPER.createGenerator(out).useDefaultPrettyPrinter().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Whether two values are equal as JSON Schema 2020-12, section 4.2.2 defines it: numbers by their value, so 1 equals 1.0. */
    public static boolean equal(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.getNodeType() != b.getNodeType() || a.size() != b.size()) {
            return false;
        }
        if (a.getNodeType() == JsonNodeType.ARRAY) {
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a.getNodeType() == JsonNodeType.OBJECT) {
            for (Map.Entry<String, JsonNode> field : a.properties()) {
                JsonNode other = b.get(field.getKey());
                if (other == null || !equal(field.getValue(), other)) {
                    return false;
                }
            }
            return true;
        }
        return a.equals(b);
    }

    private static JsonNode present(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            throw new JsonException("no JSON value: the text is empty");
        }
        return node;
    }

    private static String describe(JsonProcessingException e) {
        return e.getOriginalMessage() + where(e);
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
