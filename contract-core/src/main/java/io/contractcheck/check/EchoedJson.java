package io.contractcheck.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON that stands in running text. */
final class EchoedJson {
    private static final Pattern START = Pattern.compile("\\{\\s*[\"}]|(?<![\\p{L}\\d_\\]])\\[\\s*(?=[{\\[\\d-])");
    private static final Pattern JAVA_MAP = Pattern.compile("\\{[\\w.-]+=[^{}]*\\}");

    private EchoedJson() {}

    /** The text with an ellipsis for the content of each object, and of each array of something else than texts. */
    static String collapsed(String text) {
        StringBuilder out = new StringBuilder();
        Matcher start = START.matcher(text);
        int done = 0;
        while (done < text.length() && start.find(done)) {
            int end = end(text, start.start());
            boolean object = text.charAt(start.start()) == '{';
            out.append(text, done, start.start()).append(object ? "{…}" : "[…]");
            done = end;
        }
        String plain = out.append(text.substring(Math.min(done, text.length()))).toString();
        return JAVA_MAP.matcher(plain).replaceAll("{…}");
    }

    /** Where the value ends that begins there: after its closing bracket, or with the text if that was cut. */
    private static int end(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
