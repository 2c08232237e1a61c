package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What else a single value may be taken for. */
final class GoodWill {
    private static final List<String> TRUE = List.of("true", "1", "yes", "on", "t", "y");
    private static final List<String> FALSE = List.of("false", "0", "no", "off", "f", "n");
    private static final int DIGITS = 1000;

    private GoodWill() {}

    /**
     * Other readings of a value: a text without the space around it, a whole number that is written with a fraction of zero.
     *
     * @param text whether the value is text on its way, as in a query: then also the numbers and booleans that the text may mean
     */
    static List<JsonNode> readings(JsonNode value, boolean text) {
        List<JsonNode> readings = new ArrayList<>();
        if (value.isNumber()) {
            number(value.decimalValue(), readings);
        }
        if (!value.isValueNode() || !text && !value.isTextual()) {
            return readings;
        }
        String stripped = value.asText().strip();
        readings.add(Json.NODES.textNode(stripped));
        if (text) {
            String lower = stripped.toLowerCase(Locale.ROOT);
            if (TRUE.contains(lower) || FALSE.contains(lower)) {
                readings.add(Json.NODES.booleanNode(TRUE.contains(lower)));
            }
            try {
                number(new BigDecimal(stripped), readings);
            } catch (NumberFormatException e) {
                // no number, then
            }
        }
        return readings;
    }

    /** The lists that texts with commas may mean, whether one text was to be sent or several; none without commas. */
    static List<JsonNode> lists(JsonNode value) {
        boolean commas = value.isArray()
                ? value.valueStream().anyMatch(item -> item.asText().contains(","))
                : value.asText().contains(",");
        if (!commas) {
            return List.of();
        }
        ArrayNode texts = Json.NODES.arrayNode();
        ArrayNode numbers = Json.NODES.arrayNode();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            for (String text : item.asText().split(",", -1)) {
                texts.add(text.strip());
                List<JsonNode> readings = readings(Json.NODES.textNode(text), true);
                numbers.add(readings.get(readings.size() - 1));
            }
        }
        return List.of(texts, numbers);
    }

    private static void number(BigDecimal number, List<JsonNode> into) {
        into.add(Json.NODES.numberNode(number));
        if (number.precision() < DIGITS
                && Math.abs((long) number.scale()) < DIGITS
                && number.stripTrailingZeros().scale() <= 0) {
            into.add(Json.NODES.numberNode(number.toBigInteger()));
        }
    }
}
