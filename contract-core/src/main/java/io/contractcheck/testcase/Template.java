package io.contractcheck.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path template (OpenAPI 3.1, section 4.8.8.1), possibly with a fixed query behind it. Thread-safe. */
final class Template {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");

    private final String text;
    private final List<String> names = new ArrayList<>();

    /** What stands around the parameters, as it is sent; one more than there are names. */
    private final List<String> literals = new ArrayList<>();

    /** How many parameters stand in the path; the others stand in the query. */
    private final int inPath;

    private final Pattern path;

    /** Whether every parameter of the path ends where its segment does, so that reading needs no search. */
    private final boolean plain;

    Template(String text) {
        this.text = text;
        int query = text.indexOf('?') < 0 ? text.length() : text.indexOf('?');
        StringBuilder pattern = new StringBuilder();
        boolean whole = true;
        int before = 0;
        int end = 0;
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            literals.add(literal(text.substring(end, matcher.start())));
            names.add(matcher.group(1));
            if (matcher.end() <= query) {
                pattern.append(Pattern.quote(literals.get(before))).append("([^/]*?)");
                whole &= matcher.end() == query || text.charAt(matcher.end()) == '/';
                before++;
            }
            end = matcher.end();
        }
        literals.add(literal(text.substring(end)));
        this.inPath = before;
        this.plain = whole;
        String rest = literals.get(before);
        pattern.append(Pattern.quote(rest.indexOf('?') < 0 ? rest : rest.substring(0, rest.indexOf('?'))));
        this.path = Pattern.compile(pattern.toString());
    }

    /** The path with texts in the parameters' places; a segment that would be {@code .} or {@code ..} is encoded. */
    String fill(Map<String, String> texts) {
        StringBuilder out = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            String value = texts.get(names.get(i));
            if (value == null) {
                throw new UnwritableException("path parameter '" + names.get(i) + "' has no value");
            }
            out.append(value).append(literals.get(i + 1));
        }
        String filled = out.toString();
        return filled.startsWith(".") || filled.contains("/.") ? withoutDots(filled) : filled;
    }

    private static String withoutDots(String filled) {
        int query = filled.indexOf('?');
        List<String> segments = new ArrayList<>();
        for (String segment : (query < 0 ? filled : filled.substring(0, query)).split("/", -1)) {
            segments.add(segment.equals(".") || segment.equals("..") ? segment.replace(".", "%2E") : segment);
        }
        return String.join("/", segments) + (query < 0 ? "" : filled.substring(query));
    }

    /** What stands in the parameters' places. */
    Map<String, String> read(String sent) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!(plain ? readPlain(sent, texts) : search(sent, texts))) {
            throw new UnreadableException("the path '" + sent + "' does not fit '" + text + "'");
        }
        for (int i = 0; i < inPath; i++) {
            if (texts.get(names.get(i)).isEmpty()) {
                throw new UnreadableException("path parameter '" + names.get(i) + "' is empty in '" + sent + "'");
            }
        }
        return texts;
    }

    private boolean search(String sent, Map<String, String> into) {
        Matcher values = path.matcher(sent);
        if (!values.matches()) {
            return false;
        }
        for (int i = 0; i < inPath; i++) {
            into.put(names.get(i), values.group(i + 1));
        }
        return true;
    }

    private boolean readPlain(String sent, Map<String, String> into) {
        int at = 0;
        for (int i = 0; i < inPath; i++) {
            String literal = literals.get(i);
            if (!sent.startsWith(literal, at)) {
                return false;
            }
            int begin = at + literal.length();
            int slash = sent.indexOf('/', begin);
            at = slash < 0 ? sent.length() : slash;
            into.put(names.get(i), sent.substring(begin, at));
        }
        String rest = literals.get(inPath);
        int query = rest.indexOf('?');
        return sent.length() - at == (query < 0 ? rest.length() : query)
                && sent.regionMatches(at, rest, 0, sent.length() - at);
    }

    /** The template's own text, with what may not stand in a URL encoded; its percent signs are taken for encodings. */
    static String literal(String part) {
        return Percent.encode(part, c -> Percent.unreserved(c) || "/?%:@!$&'()*+,;=".indexOf(c) >= 0);
    }
}
