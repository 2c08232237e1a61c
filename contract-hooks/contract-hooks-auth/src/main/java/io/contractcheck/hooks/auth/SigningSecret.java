package io.contractcheck.hooks.auth;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Finds what requests are signed with, and makes it secret. */
final class SigningSecret {
    private static final String VARIABLE = "CONTRACT_SIGNING_SECRET";

    private SigningSecret() {}

    /**
     * The secret that a property holds: {@code env:NAME}, {@code file:path}, or the value itself.
     *
     * @throws HookException if it is not set, or leads to nothing; the message tells no value
     */
    static String text(String property, HookContext context) {
        String value = context.setting(property)
                .orElseThrow(() -> new HookException(property + " is missing. Set it under <hookProperties> of"
                        + " contract-maven-plugin, as env:SHOP_SECRET, which is a variable of the environment."))
                .strip();
        String variable = VARIABLE;
        String source = property;
        if (value.startsWith("env:")) {
            variable = value.substring(4).strip();
            source = property + ": the environment variable " + variable;
            String name = variable;
            value = context.environment(name).orElseThrow(() -> missing(property, name));
        } else if (value.startsWith("file:")) {
            String file = value.substring(5).strip();
            source = property + ": the file " + file;
            value = read(property, file);
        }
        value = value.strip();
        if (value.isEmpty()) {
            throw new HookException(source + " is empty, so nothing can be signed.");
        }
        context.secret(variable, value);
        return value;
    }

    private static HookException missing(String property, String variable) {
        return new HookException(property + ": there is no environment variable " + variable
                + ", so nothing can be signed. Set it where Maven is started; in CI, look at the job's secrets.");
    }

    private static String read(String property, String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new HookException(
                    property + ": cannot read the file " + file + " ("
                            + e.getClass().getSimpleName()
                            + "). Write a path that does not depend on where Maven was started, as"
                            + " file:${user.home}/signing.key",
                    e);
        }
    }

    /**
     * The bytes that a secret stands for.
     *
     * @param property names the encoding: {@code text} (the default), {@code base64} or {@code hex}
     * @throws HookException if the secret is not encoded so; the message tells its length only
     */
    static byte[] bytes(String secret, String property, HookContext context) {
        String encoding =
                context.setting(property).map(String::strip).orElse("text").toLowerCase(Locale.ROOT);
        try {
            switch (encoding) {
                case "text":
                    return secret.getBytes(StandardCharsets.UTF_8);
                case "base64":
                    return Base64.getDecoder()
                            .decode(secret.replaceAll("\\s", "")
                                    .replace('-', '+')
                                    .replace('_', '/'));
                case "hex":
                    return HexFormat.of().parseHex(secret);
                default:
                    throw new HookException(
                            property + ": '" + encoding + "' is not known. Allowed: text, base64, hex.");
            }
        } catch (IllegalArgumentException e) {
            // the cause would show the value
            throw new HookException(property + ": the secret is not " + encoding + ", but has " + secret.length()
                    + " characters of another kind.");
        }
    }
}
