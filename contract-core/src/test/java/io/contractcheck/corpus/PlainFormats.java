package io.contractcheck.corpus;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats by the means of the JDK: a second reading of their RFCs. Formats that are not here are not judged. */
final class PlainFormats implements EvaluatorFactory {
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}:[0-9]{2}):([0-9]{2})(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern V4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern MAIL =
            Pattern.compile("(?:[^\\s@\"(),:;<>\\[\\]\\\\.]+(?:\\.[^\\s@\"(),:;<>\\[\\]\\\\.]+)*"
                    + "|\"(?:[^\"\\\\]|\\\\.)*\")@(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[^\\[\\]\\\\]+\\])");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern DURATION = Pattern.compile(
            "P(?!$)(\\d+W|(\\d+Y(\\d+M(\\d+D)?)?|\\d+M(\\d+D)?|\\d+D)?(T(?!$)(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S))?)");

    private static final Map<String, Predicate<String>> TEXTS = texts();
    private static final Map<String, Predicate<BigDecimal>> NUMBERS = numbers();

    private static Map<String, Predicate<String>> texts() {
        Map<String, Predicate<String>> all = new LinkedHashMap<>();
        all.put("date", PlainFormats::date);
        all.put("date-time", PlainFormats::dateTime);
        all.put("time", PlainFormats::time);
        all.put("duration", text -> DURATION.matcher(text).matches());
        all.put("uuid", text -> UUID.matcher(text).matches());
        all.put("email", text -> MAIL.matcher(text).matches());
        all.put("hostname", text -> text.length() <= 253 && HOST.matcher(text).matches());
        all.put("ipv4", text -> V4.matcher(text).matches());
        all.put("ipv6", text -> !text.contains("%") && uri("http://[" + text + "]/", true));
        all.put("uri", text -> text.matches("\\p{ASCII}*") && uri(text, true));
        all.put("uri-reference", text -> text.matches("\\p{ASCII}*") && uri(text, false));
        all.put("iri", text -> uri(text, true));
        all.put("iri-reference", text -> uri(text, false));
        all.put("json-pointer", text -> text.matches("(?s)(/([^/~]|~[01])*)*"));
        all.put("byte", PlainFormats::base64);
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, Predicate<BigDecimal>> numbers() {
        Map<String, Predicate<BigDecimal>> all = new LinkedHashMap<>();
        all.put("int32", n -> within(n, Integer.MIN_VALUE, Integer.MAX_VALUE));
        all.put("int64", n -> within(n, Long.MIN_VALUE, Long.MAX_VALUE));
        all.put("float", n -> !Float.isInfinite(n.floatValue()));
        all.put("double", n -> !Double.isInfinite(n.doubleValue()));
        return Collections.unmodifiableMap(all);
    }

    /** Whether the format is judged. */
    static boolean knows(String format) {
        return TEXTS.containsKey(format) || NUMBERS.containsKey(format);
    }

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        if (!keyword.equals("format") || !value.isString()) {
            return Optional.empty();
        }
        Predicate<String> text = TEXTS.get(value.asString());
        Predicate<BigDecimal> number = NUMBERS.get(value.asString());
        if (text != null) {
            return Optional.of((c, v) -> result(!v.isString() || text.test(v.asString()), value.asString()));
        }
        return number == null
                ? Optional.empty()
                : Optional.of((c, v) ->
                        result(!(v.isNumber() || v.isInteger()) || number.test(v.asNumber()), value.asString()));
    }

    private static Evaluator.Result result(boolean valid, String format) {
        return valid ? Evaluator.Result.success() : Evaluator.Result.failure("is no " + format);
    }

    private static boolean within(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static boolean date(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean dateTime(String text) {
        return text.length() > 11
                && Character.toUpperCase(text.charAt(10)) == 'T'
                && date(text.substring(0, 10))
                && time(text.substring(11));
    }

    private static boolean time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            LocalTime time = LocalTime.parse(parts.group(1));
            int second = Integer.parseInt(parts.group(2));
            String zone = parts.group(4);
            LocalTime shift = zone.length() == 1 ? LocalTime.MIDNIGHT : LocalTime.parse(zone.substring(1));
            long minutes = shift.toSecondOfDay() / 60;
            LocalTime utc = zone.startsWith("-") ? time.plusMinutes(minutes) : time.minusMinutes(minutes);
            return second < 60 || second == 60 && utc.equals(LocalTime.of(23, 59));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean uri(String text, boolean absolute) {
        try {
            URI uri = new URI(text);
            return !absolute || uri.isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean base64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return text.length() % 4 == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
