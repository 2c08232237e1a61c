package io.contractcheck.check;

import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                    // moments as RFC 9110 and C write them, durations
                    + "|\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\\w: ,+-]*?\\d{1,2}:\\d{2}:\\d{2}(?: (?:GMT|UTC|[A-Z]{3,4})\\b)?(?: \\d{4})?"
                    + "|\\bP(?:T?\\d+(?:[.,]\\d+)?[YMWDHS])+\\b"
                    // identifiers without a form of their own, as ULIDs
                    + "|\\b(?=(?:[A-Za-z_-]*\\d){3})(?=[\\w-]*[A-Za-z])[\\w-]{16,}\\b"
                    // UUIDs, dates and times, hexadecimal identifiers and addresses, numbers
                    + "|(?i:\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}(?:[T ][0-9:.,+Z-]*)?"
                    + "|(?i:0x[0-9a-f]+|@[0-9a-f]{5,}|\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b)"
                    + "|(?:(?<![\\p{L}\\d])[+-])?\\d+(?:[.,:]\\d+)*(?:[eE][+-]?\\d+)?");
    /** What names an exchange. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)\\b((?:request|trace|correlation|incident|event|transaction|span|log|support|reference|ticket)[ _-]?"
                    + "(?:id|uuid|number))(\\s*[:=#]\\s*|\\s+)[\"']?[\\w-]{4,}[\"']?");

    /** A constant that there is none of, as Java speaks of it. */
    private static final Pattern CONSTANT =
            Pattern.compile("(No enum constant (?:(?:[a-z][\\w$]*|…)\\.){0,20}(?:[A-Z][\\w$]*[a-z][\\w$]*\\.){1,5}).*");

    /** Values of JSON that are no texts, where a sentence speaks of what was sent. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?i)(?<=\\b(?:values?|got|was|actual|input) )(?:null|true|false)\\b|(?<=… and )(?:null|true|false)\\b");

    /** What is said to be of the service's own making is quoted for what it is. */
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:invoke|because|read field|assign field|column|constraint|relation|table|class|method|function|sequence)"
                    + " $");

    private static final Pattern HASH = Pattern.compile("@[0-9a-f]{3,}\\b");
    private static final Pattern CODE = Pattern.compile("[\\w.$()\\[\\], <>*…-]{1,160}");

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
        return new Wording(Echo.of(context, names, constants(context)), names);
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
        known = LABELLED.matcher(known).replaceAll("$1 …");
        known = CONSTANT.matcher(known).replaceAll("$1…");
        known = GRAMMAR.matcher(known).replaceAll("…");
        known = NAMES.matcher(known).replaceAll("[…]");
        String all = known;
        known = VARYING.matcher(known).replaceAll(found -> {
            for (int i = 1; i <= 5; i++) {
                if (found.group(i) != null) {
                    boolean kept = names.contains(found.group(i)) || isOwn(all, found.start(), found.group(i));
                    String quoted = kept ? HASH.matcher(found.group()).replaceAll("") : "'…'";
                    return Matcher.quoteReplacement(quoted);
                }
            }
            return "…";
        });
        known = LITERAL.matcher(LITERAL.matcher(known).replaceAll("…")).replaceAll("…");
        return known
                // a value may be empty, or a single character of what was sent
                .replaceAll(": (?=:)", ": …")
                .replaceAll("([:=])\\s*(?:null|\\S{0,2})$", "$1 …")
                .replaceAll("('…'|…)(?:\\s*,\\s*\\1)+", "$1")
                .replaceAll("'…'(?:'…'|…)+", "'…'")
                .replaceAll("\\[(?:'…'|…)?\\]", "[…]")
                .trim();
    }

    private static boolean isOwn(String text, int quote, String quoted) {
        return CODE.matcher(quoted).matches()
                && OWN.matcher(text.substring(Math.max(0, quote - 20), quote)).find();
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

    /** Texts of which the document lists that they may be sent: a message speaks of the same one whether it was sent or not. */
    private static Set<String> constants(CheckContext context) {
        Set<String> constants = new LinkedHashSet<>();
        for (Parameter parameter : context.operation().parameters()) {
            constants.addAll(DeclaredNames.constants(Optional.of(parameter.schema())));
        }
        context.operation()
                .requestBody()
                .ifPresent(body -> body.content().forEach(c -> constants.addAll(DeclaredNames.constants(c.schema()))));
        return constants;
    }
}
