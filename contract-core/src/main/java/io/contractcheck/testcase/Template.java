package io.contractcheck.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path template (OpenAPI 3.1, section 4.8.8.1), possibly with a fixed query behind it. */
record Template(String text) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");

    /** The names in braces, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The path with texts in the parameters' places; a segment that would be {@code .} or {@code ..} is encoded. */
    String fill(Map<String, String> texts) {
        StringBuilder out = new StringBuilder();
        int end = 0;
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String value = texts.get(matcher.group(1));
            if (value == null) {
                throw new UnwritableException("path parameter '" + matcher.group(1) + "' has no value");
            }
            out.append(literal(text.substring(end, matcher.start()))).append(value);
            end = matcher.end();
        }
        out.append(literal(text.substring(end)));
        int query = out.indexOf("?");
        String path = query < 0 ? out.toString() : out.substring(0, query);
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(segment.equals(".") || segment.equals("..") ? segment.replace(".", "%2E") : segment);
        }
        return String.join("/", segments) + (query < 0 ? "" : out.substring(query));
    }

    /** What stands in the parameters' places. */
    Map<String, String> read(String path) {
        StringBuilder pattern = new StringBuilder();
        String template = text.indexOf('?') < 0 ? text : text.substring(0, text.indexOf('?'));
        int end = 0;
        Matcher matcher = PARAMETER.matcher(template);
        while (matcher.find()) {
            pattern.append(Pattern.quote(literal(template.substring(end, matcher.start()))))
                    .append("([^/]*?)");
            end = matcher.end();
        }
        pattern.append(Pattern.quote(literal(template.substring(end))));
        Matcher values = Pattern.compile(pattern.toString()).matcher(path);
        if (!values.matches()) {
            throw new UnreadableException("the path '" + path + "' does not fit '" + text + "'");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> names = names();
        for (int i = 0; i < values.groupCount(); i++) {
            if (values.group(i + 1).isEmpty()) {
                throw new UnreadableException("path parameter '" + names.get(i) + "' is empty in '" + path + "'");
            }
            texts.put(names.get(i), values.group(i + 1));
        }
        return texts;
    }

    /** The template's own text, with what may not stand in a URL encoded; its percent signs are taken for encodings. */
    static String literal(String part) {
        return Percent.encode(part, c -> Percent.unreserved(c) || "/?%:@!$&'()*+,;=".indexOf(c) >= 0);
    }
}
