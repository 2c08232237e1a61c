package io.contractcheck.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as a line for a POSIX shell that sends the same bytes. What the transport adds (Host, User-Agent, Content-Length) is left
 * to curl; what curl cannot send goes by nc or openssl.
 */
public final class Curl {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_][A-Z0-9_]*)}");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");
    private static final Pattern GLOB = Pattern.compile("[\\[\\]{}]");
    private static final int LONGEST_ARGUMENT = 64 << 10;
    private static final int CURL_WAITS_FOR_CONTINUE = 1 << 20;

    private static final String LOCATION = "--location";

    private Curl() {}

    /** The line, without options of its own. */
    public static String line(Request masked) {
        return line(masked, List.of());
    }

    /**
     * The line. Masked secrets, {@code ${NAME}} as {@link Secrets} writes them, become variables that the shell fills in.
     *
     * @param options for curl, as {@code --insecure}, each with its value as the next one; {@code --location} only where it does what a
     *     client should, since curl sends a method that it was told to send again to wherever it is led
     */
    public static String line(Request masked, List<String> options) {
        return masked.framing()
                .filter(fault -> fault != Framing.PERCENT)
                .map(fault -> RawLine.of(masked, fault))
                .orElseGet(() -> curl(masked, options));
    }

    private static String curl(Request masked, List<String> options) {
        byte[] body = masked.body();
        StringBuilder line = new StringBuilder("curl");
        if (masked.method().equals("HEAD") && body == null) {
            line.append(" --head");
        } else if (!masked.method().equals("GET") || body != null) {
            line.append(" -X ").append(word(masked.method()));
        }
        boolean redirectable = body == null
                && (masked.method().equals("GET") || masked.method().equals("HEAD"));
        for (String option : options) {
            if (redirectable || !option.equals(LOCATION)) {
                line.append(' ').append(word(option));
            }
        }
        if (GLOB.matcher(VARIABLE.matcher(masked.url()).replaceAll("")).find()) {
            line.append(" -g");
        }
        if (DOT_SEGMENT.matcher(masked.path()).find()) {
            line.append(" --path-as-is");
        }
        line.append(' ').append(quoted(masked.url()));
        headers(line, masked);
        if (body == null) {
            return line.toString();
        }
        String text = text(body);
        if (text != null && body.length <= LONGEST_ARGUMENT) {
            return line.append(" --data-raw ").append(quoted(text)).toString();
        }
        return Printf.of(body) + " | " + line.append(" --data-binary @-");
    }

    private static void headers(StringBuilder line, Request masked) {
        for (Header header : masked.headers()) {
            if (header.is("Accept") && header.value().equals("*/*")) {
                continue;
            }
            String field = header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
            line.append(" -H ").append(quoted(field));
        }
        if (masked.header("Accept").isEmpty()) {
            line.append(" -H 'Accept:'");
        }
        byte[] body = masked.body();
        if (body == null) {
            if (BodyMethods.expectBody(masked.method())) {
                line.append(" -H 'Content-Length: 0'");
            }
            return;
        }
        if (masked.header("Content-Type").isEmpty()) {
            line.append(" -H 'Content-Type:'");
        }
        if (body.length > CURL_WAITS_FOR_CONTINUE && masked.header("Expect").isEmpty()) {
            line.append(" -H 'Expect:'");
        }
    }

    private static String word(String text) {
        return BARE.matcher(text).matches() ? text : quoted(text);
    }

    /** One argument: literal text in single quotes, variables in double quotes, what no terminal takes as printf would write it. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int from = 0;
        while (variable.find()) {
            literals(out, text.substring(from, variable.start()));
            out.append("\"$").append(variable.group(1)).append('"');
            from = variable.end();
        }
        literals(out, text.substring(from));
        return out.isEmpty() ? "''" : out.toString();
    }

    private static void literals(StringBuilder out, String text) {
        int from = 0;
        while (from < text.length()) {
            boolean plain = plain(text.codePointAt(from));
            int to = from;
            while (to < text.length() && plain(text.codePointAt(to)) == plain) {
                to += Character.charCount(text.codePointAt(to));
            }
            String run = text.substring(from, to);
            if (plain) {
                out.append('\'').append(run.replace("'", "'\\''")).append('\'');
            } else {
                out.append("\"$(")
                        .append(Printf.of(run.getBytes(StandardCharsets.UTF_8)))
                        .append(")\"");
            }
            from = to;
        }
    }

    private static boolean plain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The bytes as text that a terminal takes as it is, or null. */
    private static @Nullable String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePoints().allMatch(Curl::plain) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
