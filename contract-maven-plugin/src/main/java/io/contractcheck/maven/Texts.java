package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.auth.SecretValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts that may be secret: an error names the parameter, never the value.
 *
 * @param at where the parameters stand, for messages: nothing, or text before their names
 * @param directory against which the paths of files are resolved
 */
record Texts(String at, Path directory) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    /** A time, as {@code 2.5 s}. */
    static String seconds(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** What stands in the element of that name. */
    Texts in(String element) {
        return new Texts(at + element + "/", directory);
    }

    /** The parameter as messages name it. */
    String name(String parameter) {
        return at + parameter;
    }

    ContractException wrong(String parameter, String why) {
        return new ContractException(name(parameter) + ": " + why);
    }

    ContractException contradiction(String one, String other) {
        return new ContractException(name(one) + " and " + name(other)
                + " contradict each other: only one of them can be meant. Leave the other out.");
    }

    Optional<String> optional(String parameter, @Nullable String text) {
        return Optional.ofNullable(text).map(t -> filled(parameter, t)).map(String::trim);
    }

    /** @param example of what belongs there */
    String required(String parameter, @Nullable String text, String example) {
        return optional(parameter, text).orElseThrow(() -> wrong(parameter, "is missing. Write " + example + "."));
    }

    /** A value, or where it is. */
    SecretValue value(String parameter, @Nullable String text) {
        if (text == null) {
            throw wrong(parameter, "is missing. Write env:NAME, file:path or the value itself.");
        }
        SecretValue value = SecretValue.of(filled(parameter, text), name(parameter), directory);
        if (text.trim().equals("env:") || text.trim().equals("file:")) {
            throw wrong(parameter, "there is nothing after " + text.trim() + " Write a name there.");
        }
        return value;
    }

    /** A value from elsewhere, as it is. */
    SecretValue replaced(String parameter, String text, String source) {
        if (PLACEHOLDER.matcher(text).find()) {
            throw unreplaced(parameter, source + " holds ", text);
        }
        return new SecretValue.Literal(text, source);
    }

    private String filled(String parameter, String text) {
        if (text.isBlank()) {
            throw wrong(
                    parameter,
                    "is empty. Where a variable was to fill it, that variable is empty too; leave the parameter out if"
                            + " nothing belongs there.");
        }
        if (PLACEHOLDER.matcher(text).find()) {
            throw unreplaced(parameter, "", text);
        }
        return text;
    }

    private ContractException unreplaced(String parameter, String where, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return unresolved(name(parameter), where + (matcher.find() ? matcher.group() : ""));
    }

    /**
     * Makes sure that a value holds no placeholder that nothing replaced.
     *
     * @throws ContractException if it does
     */
    static void replaced(String parameter, String value) {
        Matcher matcher = PLACEHOLDER.matcher(value);
        if (matcher.find()) {
            throw unresolved(parameter, matcher.group());
        }
    }

    /** What to say of a placeholder that nothing replaced. */
    static ContractException unresolved(String parameter, String what) {
        return new ContractException(parameter + ": " + what + " was not replaced: there is nothing of that name."
                + "\nFor a variable of the environment, set it for this build (in CI it may be missing from the job), or"
                + " write " + "env:NAME, which is read when it is needed."
                + "\nFor a property, define it in the pom, in settings.xml or with -D.");
    }
}
