package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What users set for a database, by hook properties of the components' names.
 *
 * @param database where it comes from
 * @param databaseUrl of one that is there, as JDBC has it
 * @param databaseUser whose it is; for one that is started, its only user
 * @param databasePassword a secret
 * @param databaseImage of the container; else the environment's {@code CONTRACT_POSTGRES_IMAGE}
 * @param databasePort on the loopback interface, for one that is started; else a free one
 * @param databaseDirectory in which the files of an embedded one are; else the JVM's folder for temporary files
 * @param allowExistingDatabase whether a database that the run did not start may be changed
 * @param strict whether {@code auto} may not fall back
 */
record Settings(
        Kind database,
        Optional<String> databaseUrl,
        Optional<String> databaseUser,
        Optional<String> databasePassword,
        String databaseImage,
        Optional<Integer> databasePort,
        Path databaseDirectory,
        boolean allowExistingDatabase,
        boolean strict) {
    /** Those of the components, which are those of the hook properties. */
    static final List<String> NAMES = Stream.of(Settings.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    static final String IMAGE_VARIABLE = "CONTRACT_POSTGRES_IMAGE";
    static final String PASSWORD_VARIABLE = "CONTRACT_DATABASE_PASSWORD";
    private static final String DEFAULT_IMAGE = "postgres:17-alpine";

    /** Where a database comes from. */
    enum Kind {
        /** A container where there is Docker, else an embedded one; the one that is given, if one is. */
        AUTO,
        TESTCONTAINERS,
        EMBEDDED,
        URL;

        /** As users write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The settings of a hook.
     *
     * @throws HookException if a value is wrong
     */
    static Settings of(HookContext context) {
        return new Settings(
                kind(context),
                text(context, "databaseUrl"),
                text(context, "databaseUser"),
                context.setting("databasePassword"),
                text(context, "databaseImage")
                        .or(() -> context.environment(IMAGE_VARIABLE).filter(v -> !v.isBlank()))
                        .orElse(DEFAULT_IMAGE),
                text(context, "databasePort").map(Settings::port),
                directory(context),
                flag(context, "allowExistingDatabase"),
                flag(context, "strict"));
    }

    private static Kind kind(HookContext context) {
        String text = text(context, "database").orElse("auto");
        for (Kind kind : Kind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new HookException("database: '" + text + "' is none of auto, testcontainers, embedded, url");
    }

    private static Path directory(HookContext context) {
        Path directory =
                Path.of(text(context, "databaseDirectory").orElseGet(() -> System.getProperty("java.io.tmpdir")));
        if (!Files.isDirectory(directory)) {
            throw new HookException("databaseDirectory: " + directory.toAbsolutePath()
                    + " is no folder. Make it, or name one that is there.");
        }
        return directory.toAbsolutePath();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new HookException("databasePort: '" + text + "' is no port from 1 to 65535");
    }

    private static boolean flag(HookContext context, String name) {
        String text = text(context, name).orElse("false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new HookException(name + ": '" + text + "' is neither true nor false");
        };
    }

    /** What is blank is what a variable without a value left, so it is not set. */
    private static Optional<String> text(HookContext context, String name) {
        return context.setting(name).map(String::trim).filter(t -> !t.isEmpty());
    }
}
