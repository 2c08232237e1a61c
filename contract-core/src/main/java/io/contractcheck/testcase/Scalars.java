package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;

/** JSON values as text outside JSON: strings as they are, all else as JSON spells it, numbers without an exponent. */
final class Scalars {
    private Scalars() {}

    /**
     * The text of a value. Arrays and objects inside a style that has no form for them are compact JSON; OpenAPI leaves that open.
     */
    static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBinary()) {
            return value.asText();
        }
        if (value.isFloatingPointNumber()) {
            return decimal(value).toPlainString();
        }
        return Json.write(value);
    }

    private static BigDecimal decimal(JsonNode value) {
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            throw new UnwritableException(value + " is no JSON number");
        }
        return value.decimalValue();
    }
}
