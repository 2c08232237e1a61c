package io.contractcheck.check;

import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a service's words what differs from request to request, so that one rule has one wording. */
final class Wording {
    private static final int COMPARED = 2000;
    private static final Pattern ENTITY =
            Pattern.compile("&(?:(?<name>quot|apos|gt|lt|amp|nbsp)|#(?<code>\\d{1,6})|#[xX](?<hex>[0-9a-fA-F]{1,5}));");
    private static final Pattern VARYING = Pattern.compile(
            // quoted texts, with care for apostrophes
            "(?<![\\p{L}\\d])(?:'(?<q1>[^']*)'|\"(?<q2>[^\"]*)\"|`(?<q3>[^`]*)`|‘(?<q4>[^’]*)’|“(?<q5>[^”]*)”)(?![\\p{L}\\d])"
                    // UUIDs, dates and times, hexadecimal identifiers and addresses, numbers
                    + "|(?i:\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}(?:[T ][0-9:.,+Z-]*)?"
                    + "|(?i:0x[0-9a-f]+|@[0-9a-f]{5,}|\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b)"
                    + "|(?:(?<![\\p{L}\\d])[+-])?\\d+(?:[.,:]\\d+)*(?:[eE][+-]?\\d+)?");
    private static final String PHRASES = "(?i:bad[ _]request|not found|method not allowed|not acceptable|conflict|gone"
            + "|unsupported media type|unprocessable (?:entity|content)|internal server error|not implemented"
            + "|bad gateway|service unavailable|gateway timeout)";
    private static final Pattern PHRASE = Pattern.compile("(?:HTTP Status )?(?:… ?[–-]? ?)?" + PHRASES);
    private static final Pattern EXCEPTION =
            Pattern.compile("^(?:(?:[\\w$]{1,80}\\.){0,20}[A-Z][\\w$]{0,80}(?:Exception|Error): ){1,5}");
    private static final Pattern PACKAGE = Pattern.compile("(?<![\\w.$/])(?:[a-z][a-z0-9_]{0,60}\\.){2,20}(?=[A-Z])");
    /** Which of a list's names stand in it differs from request to request. */
    private static final Pattern NAMES = Pattern.compile("\\[[\\w$]{1,80}(?:, ?[\\w$]{1,80}){1,50}\\]"
            + "|(?<=(?:attributes|properties|fields|parameters|arguments|columns) .{0,40})\\[[\\w$]{1,80}\\]$");

    /** How ANTLR, in which query languages are mostly read, speaks of text that breaks the grammar. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?:mismatched input|extraneous input|no viable alternative at input|token recognition error at:?) .*");

    private static final Pattern ROUND_ABOUT = Pattern.compile("^" + PHRASES + ": (?=.)|: " + PHRASES + "$");

    private final Echo echo;
    private final Set<String> names;

    private Wording(Echo echo, Set<String> names) {
        this.echo = echo;
        this.names = names;
    }

    static Wording of(CheckContext context) {
        Set<String> names = names(context);
        return new Wording(Echo.of(context, names), names);
    }

    /**
     * The first line without values that were sent, quoted texts other than names from the document, JSON, numbers, times and
     * identifiers.
     */
    String general(String text) {
        String known = EchoedJson.collapsed(unescaped(text));
        known = echo.removed(known.substring(0, Math.min(known.length(), COMPARED)));
        known = Excerpt.of(FieldError.firstLine(known), COMPARED);
        known = ROUND_ABOUT.matcher(known).replaceAll("");
        known = PACKAGE.matcher(known).replaceAll("");
        known = GRAMMAR.matcher(known).replaceAll("…");
        known = NAMES.matcher(known).replaceAll("[…]");
        known = VARYING.matcher(known).replaceAll(found -> {
            for (int i = 1; i <= 5; i++) {
                if (found.group(i) != null) {
                    return Matcher.quoteReplacement(names.contains(found.group(i)) ? found.group() : "'…'");
                }
            }
            return "…";
        });
        return known
                // a value may be empty, or a single character of what was sent
                .replaceAll(": (?=:)", ": …")
                .replaceAll("([:=])\\s*(?:null|\\S{0,2})$", "$1 …")
                .replaceAll("('…'|…)(?:\\s*,\\s*\\1)+", "$1")
                .replaceAll("'…'(?:'…'|…)+", "'…'")
                .replaceAll("\\[(?:'…'|…)?\\]", "[…]")
                .trim();
    }

    /** A place in a request without indices and keys that were made up. */
    String place(String place) {
        StringBuilder general = new StringBuilder();
        Matcher step = Pattern.compile("\\[[^\\]]*\\]|[^./\\[\\]]+|.", Pattern.DOTALL)
                .matcher(place.substring(0, Math.min(place.length(), COMPARED)));
        while (step.find()) {
            String name = step.group();
            boolean index = name.matches("\\[.*\\]|\\d+");
            boolean kept = names.contains(name) || !index && !echo.sent(name);
            general.append(kept ? name : name.startsWith("[") ? "[…]" : "…");
        }
        return Excerpt.of(general.toString(), 100);
    }

    /** Whether the document gives that name. */
    boolean declared(String name) {
        return names.contains(name);
    }

    /** Of several words for one error those that tell something: neither empty, nor the status alone, nor what others say too. */
    static List<String> telling(List<String> heads) {
        List<String> some =
                heads.stream().filter(head -> !head.isEmpty()).distinct().toList();
        List<String> telling =
                some.stream().filter(head -> !PHRASE.matcher(head).matches()).toList();
        List<String> left = telling.stream()
                .filter(head -> telling.stream().noneMatch(other -> saysMore(other, head)))
                .toList();
        return left.isEmpty() ? some : left;
    }

    private static boolean saysMore(String other, String head) {
        String words = EXCEPTION.matcher(head).replaceFirst("");
        return other.length() > head.length() && !words.isEmpty() && other.contains(words);
    }

    /** The text with the entities of HTML that stand for characters undone. */
    static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group())));
    }

    private static String character(String entity) {
        String name = entity.substring(1, entity.length() - 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("#")) {
            int code = name.startsWith("#x")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return Character.toString(code);
        }
        return switch (name) {
            case "quot" -> "\"";
            case "apos" -> "'";
            case "gt" -> ">";
            case "lt" -> "<";
            case "nbsp" -> " ";
            default -> "&";
        };
    }

    /** Names that the document gives, which tell one complaint from another. */
    private static Set<String> names(CheckContext context) {
        Set<String> names = new LinkedHashSet<>();
        for (Parameter parameter : context.operation().parameters()) {
            names.add(parameter.name());
        }
        context.operation().requestBody().ifPresent(body -> {
            for (MediaTypeContent content : body.content()) {
                names.addAll(DeclaredNames.of(content.schema()));
            }
        });
        return names;
    }
}
