package io.contractcheck.maven;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line at the bottom of a terminal that is written over and over. It takes no part in the log: whatever is logged comes above it. The
 * cursor stays at its beginning, so that also what others print begins a line.
 */
final class Terminal {
    private static final String ESC = "\u001B[";
    /** A line that is too long would be broken, and only its end written over. */
    private static final String NO_WRAP = ESC + "?7l";

    private static final String WRAP = ESC + "?7h";
    private static final String ERASE = ESC + "K";

    private final @Nullable PrintWriter out;
    private boolean shown;

    private Terminal(@Nullable PrintWriter out) {
        this.out = out;
    }

    /** That terminal. */
    static Terminal of(PrintWriter out) {
        return new Terminal(out);
    }

    /** None at all: nothing is shown. */
    static Terminal none() {
        return new Terminal(null);
    }

    /** The terminal that this is run in, if somebody sits there who can see a line change. */
    static Terminal own(Map<String, String> environment) {
        Console console = System.console();
        return console != null && isTerminal(console) && changes(environment)
                ? new Terminal(console.writer())
                : new Terminal(null);
    }

    /** Whether lines can be written over, and it is not the log of a machine. */
    static boolean changes(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", environment.containsKey("WT_SESSION") ? "windows" : "dumb");
        String ci = environment.getOrDefault("CI", "").toLowerCase(Locale.ROOT);
        return !kind.isEmpty() && !kind.equals("dumb") && (ci.isEmpty() || ci.equals("false") || ci.equals("0"));
    }

    /** From Java 22 on, there is a console also where there is no terminal. */
    private static boolean isTerminal(Console console) {
        try {
            Method method = Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(method.invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    boolean isThere() {
        return out != null;
    }

    /** Shows a line in place of the one before, if there is one to show. */
    synchronized void show(Supplier<Optional<String>> line) {
        Optional<String> text = line.get();
        if (out != null && text.isPresent()) {
            out.print("\r" + NO_WRAP + text.get() + ERASE + WRAP + "\r");
            out.flush();
            shown = true;
        }
    }

    /** Does something with the line out of the way. */
    synchronized void without(Runnable action) {
        clear();
        action.run();
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (out != null && shown) {
            out.print("\r" + ERASE);
            out.flush();
            shown = false;
        }
    }
}
