package io.contractcheck.auth;

import io.contractcheck.http.Secrets;
import io.contractcheck.json.Beginning;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts about commands, without what may be secret in them. */
final class CommandText {
    private static final int LONGEST = 80;
    private static final int LINES = 5;
    private static final int LONGEST_TAIL = 400;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_SECRET = 16;
    private static final int MOST_SECRETS = 20;
    private static final int LONGEST_OUTPUT = 10_000;

    /** Each has the secret as the group of that name; a value that is a variable of the shell is none. */
    private static final List<Pattern> SECRET_PLACES = List.of(
            Pattern.compile("(?i)(?:pass|passwd|password|pwd|secret|token|key|credential)s?[\"']?\\s*[:=]\\s*[\"']?"
                    + "(?<secret>[^\\s\"'&|;,}$]+)"),
            Pattern.compile("(?i)-{1,2}[a-z-]*(?:pass|passwd|password|pwd|secret|token|key|credential)s?\\s+[\"']?"
                    + "(?<secret>[^\\s\"'&|;,}$-][^\\s\"'&|;,}$]*)"),
            Pattern.compile("(?:-u|--user)[\\s=]*[\"']?[^\\s:\"']*:(?<secret>[^\\s\"'$]+)"),
            Pattern.compile("://[^/@\\s:]*:(?<secret>[^@\\s$]+)@"),
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s+(?<secret>[^\\s\"'$]+)"),
            Pattern.compile("(?<secret>\\b(?=[\\w+=-]*[0-9])(?=[\\w+=-]*[a-z])(?=[\\w+=-]*[A-Z])[\\w+=.-]{16,})"),
            Pattern.compile("(?<secret>\\b(?=\\w*[0-9])\\w{32,})"));

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]?[a-z]{0,11}[.:]?");

    private CommandText() {}

    /** A command for messages: one line, its beginning, without what looks like a password. */
    static String shown(String command, Secrets secrets) {
        String text = disguised(secrets.mask(command).strip().replaceAll("\\s+", " "), true);
        return text.length() > LONGEST ? Beginning.of(text, LONGEST) + "..." : text;
    }

    /** Without what looks like a secret; plain words, as in {@code invalid token: expired}, may stay. */
    private static String disguised(String text, boolean plainToo) {
        String result = text;
        for (Pattern place : SECRET_PLACES) {
            Matcher found = place.matcher(result);
            StringBuilder masked = new StringBuilder();
            int from = 0;
            while (found.find()) {
                if (!plainToo && PLAIN.matcher(found.group("secret")).matches()) {
                    continue;
                }
                masked.append(result, from, found.start("secret")).append(Secrets.HIDDEN);
                from = found.end("secret");
            }
            result = masked.append(result.substring(from)).toString();
        }
        return result;
    }

    /** The last lines of an error output, each indented, without what looks like a secret; empty if there are none. */
    static String tail(String errors) {
        List<String> lines = errors.lines()
                .map(line -> disguised(line.replaceAll("\\p{Cntrl}", " ").stripTrailing(), false))
                .filter(line -> !line.isBlank())
                .toList();
        String tail = lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .collect(Collectors.joining("\n"));
        return tail.substring(Math.max(0, tail.length() - LONGEST_TAIL))
                .indent(4)
                .stripTrailing();
    }

    /** The text without anything that an output holds, but for plain words. */
    static String without(String output, String text) {
        String result = text;
        for (String word : words(output)) {
            result = result.replace(word, Secrets.HIDDEN);
        }
        return result;
    }

    /** Hides what of an output may well be a token. */
    static void hide(String output, Context context) {
        words(output).stream()
                .filter(word -> word.length() >= SHORTEST_SECRET && word.indexOf(' ') < 0)
                .limit(MOST_SECRETS)
                .forEach(word -> context.hidden("CONTRACT_TOKEN", word));
    }

    /** All that may be secret in an output, the longest first: the whole, and words that are not plain ones. */
    private static List<String> words(String output) {
        Set<String> words = new LinkedHashSet<>();
        String whole = output.strip();
        String beginning = whole.substring(0, Math.min(whole.length(), LONGEST_OUTPUT));
        if (whole.length() >= SHORTEST_WORD && whole.length() <= LONGEST_OUTPUT) {
            words.add(whole);
            words.add(Token.bare(whole));
        }
        for (String separator : List.of("\\s+", "[\\s\"'`,]+", "[^A-Za-z0-9._~+/=-]+", "[^A-Za-z0-9]+")) {
            for (String word : beginning.split(separator)) {
                if (word.length() >= SHORTEST_WORD && !PLAIN.matcher(word).matches()) {
                    words.add(word);
                }
            }
        }
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
