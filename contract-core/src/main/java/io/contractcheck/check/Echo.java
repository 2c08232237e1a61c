package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The texts of a request, to be found again in what the service says of it. */
final class Echo {
    private static final int SHORT = 2;

    /** Words of which error messages are made; found in one, they are most likely its own. */
    private static final Set<String> COMMON = new LinkedHashSet<>(List.of("""
            a about above after all already an and any are argument array as at attribute bad be been before below between
            body bool boolean but by byte bytes can cannot char character characters class column constraint contain
            contains content convert converted could data date day default delete deserialize did do does double duplicate
            each element elements empty end entity enum equal error errors exactly exceed exceeded exceeds exception exist
            exists expected failed failure false field file first float following for format found from get given go
            greater handler has have he header i id if in index input instance int integer internal invalid is it item
            items its json key last least length less letter like limit line list long malformed many map match matches
            max maximum may me message method min minimum missing more must my name negative new no non none not null
            number object of off ok on one only operation option or out parameter parse path pattern positive post problem
            property provided put query range read received request require required resource response result server
            should size so source specified start state status str string such support supported text than that the their
            then there this time title to token too true type types unable unexpected unique unknown unrecognized
            unsupported up update uri url us user uuid valid validation value values was we were when where while with
            within without word words write wrong xml year you your zero""".split("\\s+")));

    /** From which length on the beginning of a value is known for it. */
    private static final int LONG = 12;

    private final List<String> values;
    private final Set<String> constants;

    private Echo(List<String> values, Set<String> constants) {
        this.values = values;
        this.constants = constants;
    }

    /**
     * Names that the document gives are none of the request's own texts. Its constants are looked for as they are and in one letter
     * case, sent or not: what begins a sentence or a name is none.
     */
    static Echo of(CheckContext context, Set<String> names, Set<String> constants) {
        Set<String> texts = new LinkedHashSet<>();
        context.testCase().parameters().forEach(p -> leaves(p.value(), texts));
        context.testCase().body().ifPresent(b -> leaves(b.value(), texts));
        String target = context.exchange().request().target();
        List<String> literal = literal(context.operation().path().split("/"), target.split("[?#]", 2)[0].split("/"));
        for (String part : target.split("[/?&=]")) {
            if (!literal.contains(part)) {
                texts.add(part);
                texts.add(decoded(part));
            }
        }
        Set<String> forms = new LinkedHashSet<>(constants);
        constants.forEach(c -> forms.addAll(List.of(c.toUpperCase(Locale.ROOT), lower(c))));
        texts.addAll(forms);
        texts.removeAll(names);
        texts.removeIf(String::isBlank);
        return new Echo(
                texts.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList(),
                forms);
    }

    /** What nobody chose: of the path, and all in front of it, which is where the service is. */
    private static List<String> literal(String[] template, String[] sent) {
        List<String> literal = new ArrayList<>(Arrays.asList(template));
        literal.addAll(Arrays.asList(sent).subList(0, Math.max(0, sent.length - template.length + 1)));
        return literal;
    }

    /** Whether that was sent. */
    boolean sent(String text) {
        return values.contains(text);
    }

    /** The text with an ellipsis for each of them. */
    String removed(String text) {
        String rest = text;
        String lower = lower(text);
        for (String value : values) {
            if (lower.contains(lower(value))) {
                rest = pattern(value).matcher(rest).replaceAll("…");
            }
            rest = shortened(rest, value);
        }
        return rest;
    }

    /** The text without a value of which only the beginning is there. */
    private static String shortened(String text, String value) {
        int start = value.length() < LONG ? -1 : text.indexOf(value.substring(0, LONG));
        if (start < 0) {
            return text;
        }
        int end = start + LONG;
        while (end < text.length() && end - start < value.length() && text.charAt(end) == value.charAt(end - start)) {
            end++;
        }
        return text.substring(0, start) + "…" + text.substring(end).replaceFirst("^(?:\\.\\.\\.|…)", "");
    }

    private Pattern pattern(String value) {
        String quoted = Pattern.quote(value);
        boolean punctuation = value.chars().allMatch(c -> c < 128 && !Character.isLetterOrDigit(c));
        if (punctuation || COMMON.contains(lower(value))) {
            // in quotes, after a colon or equals sign, or as what a sentence speaks of
            String end = "(?=\\s*$|\\s*[,;:)\\]])";
            String verb = "(?=\\s+(?:is|isn't|was|are|must|does|cannot|can|could|has|should|not|already)\\b|\\s*[:;,])";
            return Pattern.compile("(?<=[\"'`‘“])" + quoted + "(?=[\"'`’”])|(?<=[:=]\\s?)" + quoted + end
                    + (punctuation ? "" : "|^" + quoted + verb));
        }
        if (value.codePointCount(0, value.length()) <= SHORT) {
            return Pattern.compile("(?<!\\p{L}['’])(?<=^|[\\s:=(\"'`‘“\\[{,/<>])" + quoted
                    + "(?=$|[\\s:;,)\"'`’”\\]}!?/<>]|\\.(?:\\s|$))");
        }
        String edge = "[\\p{L}\\d_]";
        return Pattern.compile(
                "(?<!" + edge + ")" + quoted + "(?!" + edge + ")",
                constants.contains(value) ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void leaves(JsonNode value, Set<String> texts) {
        if (value.isTextual()) {
            String text = value.textValue();
            String json = Json.write(value);
            texts.add(text);
            texts.add(text.trim());
            texts.add(json.substring(1, json.length() - 1));
            if (text.chars().anyMatch(c -> c > 127)) {
                // what becomes of it on a way that carries less
                texts.add(text.replaceAll("[^\\x00-\\x7F]", "?"));
                texts.add(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
        } else if (value.isContainerNode()) {
            value.fieldNames().forEachRemaining(texts::add);
            value.forEach(v -> leaves(v, texts));
        }
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
