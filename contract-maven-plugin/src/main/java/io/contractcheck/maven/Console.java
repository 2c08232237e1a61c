package io.contractcheck.maven;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log, line by line. A character that the console has no form for would become a question mark there; it is written as {@code
 * \}{@code uXXXX}, as JSON has it, so that what is copied from the log still says the same.
 */
final class Console {
    private final Log log;
    private final Terminal terminal;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private boolean escaped;

    Console(Log log) {
        this(log, Terminal.none());
    }

    /** @param terminal on which the log will appear */
    Console(Log log, Terminal terminal) {
        this(log, standardOut(), terminal);
    }

    /** @param charset in which the log will be written */
    Console(Log log, Charset charset) {
        this(log, charset, Terminal.none());
    }

    private Console(Log log, Charset charset, Terminal terminal) {
        this.log = log;
        this.terminal = terminal;
        this.charset = charset;
        this.encoder = charset.newEncoder();
    }

    void info(String text) {
        each(text, log::info);
    }

    void warn(String text) {
        each(text, log::warn);
    }

    void error(String text) {
        each(text, log::error);
    }

    void debug(String text) {
        each(text, log::debug);
    }

    /** The items, at most so many, and then how many there are beyond. */
    static <T> void some(List<T> items, int most, Consumer<T> each, Consumer<String> rest, String noun, String where) {
        // One line for the last one is as short as a line that says that there is one more
        int shown = items.size() == most + 1 ? most + 1 : Math.min(most, items.size());
        items.subList(0, shown).forEach(each);
        if (items.size() > shown) {
            rest.accept("... and " + Counts.of(items.size() - shown, noun) + " more, all in " + where);
        }
    }

    /** Says, at the end, what was done to characters. */
    void explain() {
        if (escaped) {
            log.info("This console (" + charset + ") has no form for some characters: they are written as \\uXXXX here."
                    + " The reports have them in UTF-8.");
        }
    }

    private void each(String text, Consumer<CharSequence> level) {
        terminal.without(() -> {
            if (text.isEmpty()) {
                level.accept("");
            }
            text.lines().map(this::legible).forEach(level);
        });
    }

    private String legible(String line) {
        if (encoder.canEncode(line)) {
            return line;
        }
        escaped = true;
        StringBuilder legible = new StringBuilder();
        for (char c : line.toCharArray()) {
            // A surrogate alone has no form, even if the pair has one
            if (c < 0x80 || !Character.isSurrogate(c) && encoder.canEncode(c)) {
                legible.append(c);
            } else {
                legible.append("\\u%04x".formatted((int) c));
            }
        }
        return legible.toString();
    }

    /** As Java and Maven's own console have it. */
    private static Charset standardOut() {
        for (String property : List.of("stdout.encoding", "sun.stdout.encoding")) {
            String name = System.getProperty(property, "");
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }
}
