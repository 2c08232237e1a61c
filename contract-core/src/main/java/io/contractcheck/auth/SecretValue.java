package io.contractcheck.auth;

import java.nio.file.Path;

/** Where a secret is. */
public sealed interface SecretValue {
    /**
     * In the configuration.
     *
     * @param value as it is
     * @param source for messages: the parameter or settings.xml entry that holds it
     */
    record Literal(String value, String source) implements SecretValue {
        @Override
        public String toString() {
            return source;
        }
    }

    /** In a variable of the environment. */
    record Environment(String name) implements SecretValue {
        @Override
        public String toString() {
            return "the environment variable " + name;
        }
    }

    /** In a file, without the line break at its end. */
    record File(Path path) implements SecretValue {
        @Override
        public String toString() {
            return "the file " + path;
        }
    }

    /**
     * As users write it: {@code env:NAME}, {@code file:path}, or the value itself.
     *
     * @param text as written
     * @param source the parameter it was written in, for messages
     * @param directory against which a relative path is resolved
     */
    static SecretValue of(String text, String source, Path directory) {
        if (text.startsWith("env:")) {
            return new Environment(text.substring(4).trim());
        }
        if (text.startsWith("file:")) {
            return new File(directory.resolve(text.substring(5).trim()));
        }
        return new Literal(text, source);
    }
}
