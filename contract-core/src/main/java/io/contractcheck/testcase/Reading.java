package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.testcase.Shape.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives types to what was read, by a schema. Where a writing can mean several values, it means the first that the schema accepts; where it
 * accepts none, the one of a kind the schema knows. Text is read as strictly as JSON first, then as generously as servers commonly do
 * ({@code 1} for true, {@code +7}), so that what a service may rightly take for valid is never called invalid.
 */
final class Reading {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST_NUMBER = 1000;
    private static final int SMALL_DIGITS = 9;

    private Reading() {}

    /** The value that was meant. */
    static JsonNode of(Raw raw, Shape shape) {
        if (raw instanceof Raw.Value value) {
            return value.value();
        }
        if (raw instanceof Raw.Text text) {
            return meant(text.text(), shape);
        }
        if (raw instanceof Raw.Either either) {
            return either(either.readings(), shape);
        }
        JsonNode first = null;
        for (Shape view : shape.views()) {
            JsonNode value = build(raw, view);
            if (shape.accepts(value)) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first == null ? Json.NODES.nullNode() : first;
    }

    private static JsonNode build(Raw raw, Shape shape) {
        if (raw instanceof Raw.Items items) {
            ArrayNode array = Json.NODES.arrayNode();
            for (int i = 0; i < items.items().size(); i++) {
                array.add(of(items.items().get(i), shape.item(i)));
            }
            return array;
        }
        ObjectNode object = Json.NODES.objectNode();
        ((Raw.Members) raw).members().forEach((name, value) -> object.set(name, of(value, shape.property(name))));
        return object;
    }

    private static JsonNode either(List<Raw> readings, Shape shape) {
        List<JsonNode> values = new ArrayList<>();
        for (Raw reading : readings) {
            JsonNode value = of(reading, shape);
            if (shape.accepts(value)) {
                return value;
            }
            values.add(value);
        }
        Set<Kind> kinds = shape.kinds();
        for (JsonNode value : values) {
            if (kinds.contains(Kind.of(value))) {
                return value;
            }
        }
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof Raw.Text) {
                return values.get(i);
            }
        }
        return values.get(0);
    }

    /** What a text means: the best of all it can mean that the schema accepts, or else the best of all. */
    private static JsonNode meant(String text, Shape shape) {
        List<JsonNode> strict = strict(text, shape.kinds());
        for (JsonNode meaning : strict) {
            if (shape.accepts(meaning)) {
                return meaning;
            }
        }
        List<JsonNode> generous = generous(text.strip(), shape.kinds());
        generous.add(Json.NODES.textNode(text));
        for (JsonNode meaning : generous) {
            if (shape.accepts(meaning)) {
                return meaning;
            }
        }
        return (strict.isEmpty() ? generous : strict).get(0);
    }

    private static List<JsonNode> strict(String text, Set<Kind> kinds) {
        List<JsonNode> meanings = new ArrayList<>(2);
        if (kinds.contains(Kind.NULL) && text.equals("null")) {
            meanings.add(Json.NODES.nullNode());
        }
        if (kinds.contains(Kind.BOOLEAN) && (text.equals("true") || text.equals("false"))) {
            meanings.add(Json.NODES.booleanNode(text.equals("true")));
        }
        if (kinds.contains(Kind.NUMBER)) {
            if (isSmallWhole(text)) {
                meanings.add(Json.NODES.numberNode(Integer.parseInt(text)));
            } else if (text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()) {
                meanings.add(Json.parse(text));
            }
        }
        if (kinds.contains(Kind.ARRAY) && text.startsWith("[") || kinds.contains(Kind.OBJECT) && text.startsWith("{")) {
            try {
                meanings.add(Json.parse(text));
            } catch (JsonException e) {
                // then it is a string
            }
        }
        if (kinds.contains(Kind.STRING)) {
            meanings.add(Json.NODES.textNode(text));
        }
        return meanings;
    }

    /** Whether it is a number without a sign that every int holds, as most numbers are. */
    private static boolean isSmallWhole(String text) {
        int length = text.length();
        if (length == 0 || length > SMALL_DIGITS || text.charAt(0) == '0' && length > 1) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static List<JsonNode> generous(String text, Set<Kind> kinds) {
        List<JsonNode> meanings = new ArrayList<>(2);
        if (kinds.contains(Kind.NULL) && text.isEmpty()) {
            meanings.add(Json.NODES.nullNode());
        }
        if (kinds.contains(Kind.BOOLEAN)) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes", "on", "t", "y" -> meanings.add(Json.NODES.booleanNode(true));
                case "false", "0", "no", "off", "f", "n" -> meanings.add(Json.NODES.booleanNode(false));
                default -> {}
            }
        }
        if (kinds.contains(Kind.NUMBER) && mayBeNumber(text)) {
            try {
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
                    meanings.add(
                            number.scale() <= 0
                                    ? Json.NODES.numberNode(number.toBigInteger())
                                    : Json.NODES.numberNode(number));
                }
            } catch (NumberFormatException e) {
                // then it is no number to anyone
            }
        }
        return meanings;
    }

    /** Whether it has only what numbers are written with: an exception takes as long as all the rest. */
    private static boolean mayBeNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isDigit(c) && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_NUMBER;
    }
}
