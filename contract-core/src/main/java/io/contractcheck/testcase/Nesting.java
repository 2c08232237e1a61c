package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.Style;
import java.util.Locale;

/**
 * Arrays and objects inside a parameter's array or object. OpenAPI 3.1, section 4.8.12.2 leaves their text open, so a service that reads
 * them otherwise than we write them is not wrong, and no positive may rest on them.
 */
final class Nesting {
    private Nesting() {}

    /**
     * Accepts a value whose text every reader of the document agrees on.
     *
     * @throws UnwritableException if there is a part without such a text
     */
    static void require(Parameter parameter, JsonNode value) {
        if (parameter.mediaType().isEmpty()) {
            require(parameter, value, 1 + parameter.innerDelimiters().size());
        }
    }

    private static void require(Parameter parameter, JsonNode value, int arrays) {
        for (JsonNode part : value) {
            if (part.isContainerNode() && !agreed(parameter, value, part, arrays)) {
                throw new UnwritableException(
                        "OpenAPI defines no text for an " + kind(part) + " inside an " + kind(value)
                                + " in style " + parameter.style().name().toLowerCase(Locale.ROOT)
                                + "; describe the parameter with `content` to send it as JSON");
            }
        }
    }

    private static boolean agreed(Parameter parameter, JsonNode value, JsonNode part, int arrays) {
        boolean flat = true;
        for (JsonNode inner : part) {
            flat &= inner.isValueNode();
        }
        if (value.isArray()) {
            return part.isArray() && arrays > 1 && flat; // Swagger 2.0: arrays in arrays, with a delimiter each
        }
        // Frameworks agree on ?sort=a&sort=b for the array `sort` of an exploded object, and on n[a][b]
        return parameter.style() == Style.FORM && parameter.explode() && part.isArray() && flat
                || parameter.style() == Style.DEEP_OBJECT && part.isObject() && flat;
    }

    private static String kind(JsonNode value) {
        return value.isArray() ? "array" : "object";
    }
}
