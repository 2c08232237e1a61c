package io.contractcheck.trace;

import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line as a stack trace may have it.
 *
 * @param text without colours and line end, and shortened if it is very long
 * @param number of the line of the log that it stands in, from 1
 */
record LogLine(String text, int number) {
    private static final int LONGEST = 4096;
    private static final int LONGEST_JSON = 512 << 10;
    private static final int BEFORE_JSON = 80;
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]{0,20}[A-Za-z]");
    private static final Pattern END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern ESCAPED_END = Pattern.compile("(?:\\\\r)?\\\\n|<br */?>");

    /** The plain lines of a log together, and those within each line of JSON by themselves. */
    static List<List<LogLine>> parts(String text) {
        List<List<LogLine>> parts = new ArrayList<>();
        List<LogLine> plain = new ArrayList<>();
        parts.add(plain);
        int number = 0;
        for (String raw : END.split(text, -1)) {
            number++;
            String line = raw.indexOf('\u001B') < 0 ? raw : COLOUR.matcher(raw).replaceAll("");
            List<LogLine> within = json(line, number);
            if (within.isEmpty()) {
                within = escaped(line, number);
            }
            if (within.isEmpty()) {
                plain.add(of(line, number));
            } else {
                parts.add(within);
            }
        }
        return parts;
    }

    private static LogLine of(String text, int number) {
        return new LogLine(text.length() > LONGEST ? text.substring(0, LONGEST) : text, number);
    }

    private static List<LogLine> json(String line, int number) {
        int begin = line.indexOf('{');
        if (begin < 0
                || begin > BEFORE_JSON
                || line.length() > LONGEST_JSON
                || !line.stripTrailing().endsWith("}")) {
            return List.of();
        }
        try {
            return JsonTrace.lines(Json.received(line.substring(begin))).stream()
                    .map(text -> of(text, number))
                    .toList();
        } catch (JsonException e) {
            return List.of();
        }
    }

    /** What is escaped in a string of something else, as in a page. */
    private static List<LogLine> escaped(String line, int number) {
        if (!(line.contains("\\n") || line.contains("<br")) || !(line.contains("at ") || line.contains("File "))) {
            return List.of();
        }
        List<LogLine> lines = new ArrayList<>();
        for (String part : ESCAPED_END.split(line, -1)) {
            lines.add(of(part.replace("\\t", "\t").replace("\\\"", "\"").replace("&quot;", "\""), number));
        }
        return lines;
    }

    /** How much white space stands before an index. */
    int spaceBefore(int index) {
        int space = 0;
        while (index - space > 0 && Character.isWhitespace(text.charAt(index - space - 1))) {
            space++;
        }
        return space;
    }
}
