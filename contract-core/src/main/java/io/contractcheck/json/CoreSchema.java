package io.contractcheck.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Which scalars are null, booleans and numbers: the core schema of YAML 1.2.2, section 10.3.2. Only that decimal numbers have no leading
 * zeros, as in its JSON schema (section 10.2.2), which OpenAPI asks for: {@code 02138} is a postal code, and emitters of YAML 1.1 write
 * such strings without quotes.
 */
final class CoreSchema {
    private static final int LONGEST_NUMBER = 10_000;
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*+)");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]++");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(\\.[0-9]++|(0|[1-9][0-9]*+)(\\.[0-9]*+)?)([eE][-+]?[0-9]{1,6})?");

    private CoreSchema() {}

    static JsonNode read(ScalarEvent scalar) {
        String text = scalar.getValue();
        String tag = scalar.getTag();
        boolean resolved = tag == null
                ? scalar.isPlain()
                : tag.equals("tag:yaml.org,2002:int")
                        || tag.equals("tag:yaml.org,2002:float")
                        || tag.equals("tag:yaml.org,2002:bool")
                        || tag.equals("tag:yaml.org,2002:null");
        return resolved ? plain(text) : Json.NODES.textNode(text);
    }

    /** Infinities and NaN have no JSON counterpart and stay strings. */
    private static JsonNode plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NullNode.getInstance();
            case "true", "True", "TRUE" -> Json.NODES.booleanNode(true);
            case "false", "False", "FALSE" -> Json.NODES.booleanNode(false);
            default -> mayBeNumber(text) ? number(text) : Json.NODES.textNode(text);
        };
    }

    private static boolean mayBeNumber(String text) {
        char first = text.charAt(0);
        return text.length() <= LONGEST_NUMBER
                && (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.');
    }

    private static JsonNode number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return integer(new BigInteger(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 8));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 16));
        }
        if (FRACTION.matcher(text).matches()) {
            return Json.NODES.numberNode(new BigDecimal(text));
        }
        return Json.NODES.textNode(text);
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return Json.NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? Json.NODES.numberNode(value.longValue()) : Json.NODES.numberNode(value);
    }
}
