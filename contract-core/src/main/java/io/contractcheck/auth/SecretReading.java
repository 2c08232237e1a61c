package io.contractcheck.auth;

import io.contractcheck.http.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads secrets from where they are. */
final class SecretReading {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final int LARGEST_FILE = 1 << 20;

    private SecretReading() {}

    /** A token or key, hidden. */
    static String token(SecretValue value, Context context) {
        return Carried.token(read(value, "The token", context).strip(), value.toString(), context);
    }

    /** A password, hidden. */
    static String password(SecretValue value, Context context) {
        return context.hidden("CONTRACT_PASSWORD", read(value, "The password", context));
    }

    /** The secret of an OAuth2 client, hidden. */
    static String clientSecret(SecretValue value, Context context) {
        return context.hidden("CONTRACT_CLIENT_SECRET", read(value, "The client secret", context));
    }

    /** A user name, which is no secret. */
    static String username(SecretValue value, Context context) {
        return read(value, "The user name", context);
    }

    /** The identifier of an OAuth2 client, which is no secret. */
    static String clientId(SecretValue value, Context context) {
        return read(value, "The client id", context);
    }

    static String read(SecretValue value, String what, Context context) {
        if (value instanceof SecretValue.Environment variable) {
            return environment(variable.name(), System.getenv(variable.name()), what + context.whose(), context);
        }
        if (value instanceof SecretValue.File file) {
            return file(file.path(), what + context.whose(), context);
        }
        SecretValue.Literal literal = (SecretValue.Literal) value;
        if (literal.value().isBlank()) {
            throw context.error(
                    what + context.whose() + " is empty: " + literal.source() + " holds nothing.",
                    "Write env:NAME there to read it from an environment variable, or file:PATH to read it from a file.");
        }
        refusePlaceholders(literal.value(), literal.source(), context);
        return literal.value();
    }

    /** Refuses a value in which a property of Maven was not set. */
    static void refusePlaceholders(String value, String source, Context context) {
        Matcher placeholder = PLACEHOLDER.matcher(value);
        if (placeholder.find()) {
            String name = placeholder.group().substring(2, placeholder.group().length() - 1);
            throw context.error(
                    source + " still holds " + placeholder.group() + ": no such property is set.",
                    "Set it with -D" + name + "=..., or in settings.xml"
                            + (name.startsWith("env.")
                                    ? "; this one is set by the environment variable " + name.substring(4) + "."
                                    : "."),
                    "If these characters belong to the secret, put it into a file and write file:PATH.");
        }
    }

    /** The value of a variable that has that value, if it is set. */
    static String environment(String name, @Nullable String value, String what, Context context) {
        if (value == null || value.isBlank()) {
            throw context.error(
                    what + " is missing: the environment variable " + name + " is "
                            + (value == null ? "not set" : value.isEmpty() ? "empty" : "set, but only to white space")
                            + ".",
                    "A build server hands variables on only to steps that ask for them; a shell only if they are exported.",
                    "Set it before the build: export " + name + "=...");
        }
        return value;
    }

    private static String file(Path path, String what, Context context) {
        if (!Files.exists(path)) {
            throw context.error(
                    what + " is missing: there is no file " + path + ".",
                    "A relative path is taken from the folder of the pom. Correct the path after file:, or write the file.");
        }
        if (!Files.isRegularFile(path)) {
            throw context.error(what + " is missing: " + path + " is no file.", "Correct the path after file:.");
        }
        byte[] bytes;
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw context.error(
                        what + " cannot be read: the file " + path + " has " + Files.size(path) + " bytes.",
                        "A secret's file holds the secret alone. Correct the path after file:.");
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw context.error(
                    what + " cannot be read from the file " + path + " ("
                            + e.getClass().getSimpleName() + ").",
                    "Let the user who runs the build read it.");
        }
        Optional<String> text = Utf8.decode(bytes);
        if (text.isEmpty()) {
            throw context.error(
                    what + " cannot be read: the file " + path + " is no UTF-8 text (" + bytes.length + " bytes).",
                    "Perhaps it is a key store or is encrypted. Write the secret as plain text in UTF-8.");
        }
        String value = withoutLineBreak(text.get());
        if (value.isBlank()) {
            throw context.error(
                    what + " is missing: the file " + path + " is empty (" + bytes.length + " bytes).",
                    "Perhaps what writes it failed or has not run. Write the secret into it.");
        }
        return value;
    }

    /** The text without exactly one line break at its end. */
    static String withoutLineBreak(String text) {
        return text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
