package io.contractcheck.service;

import io.contractcheck.http.Secrets;
import io.contractcheck.json.Beginning;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * In what the processes of one service run: its set-up commands, and itself.
 *
 * @param directory the working directory
 * @param environment in addition to this JVM's own, which it replaces where names are the same
 * @param secrets what messages must not show
 * @param keeper who ends the processes if this JVM is gone
 * @param mark with which the mark of each of them begins, and no other
 */
public record Surroundings(
        Path directory, Map<String, String> environment, Secrets secrets, Optional<Keeper> keeper, String mark) {
    private static final int LINES = 25;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_COMMAND = 200;

    public Surroundings {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** With a mark of their own. */
    public Surroundings(Path directory, Map<String, String> environment, Secrets secrets, Optional<Keeper> keeper) {
        this(directory, environment, secrets, keeper, UUID.randomUUID().toString());
    }

    /**
     * Starts a process.
     *
     * @param name its own part of the mark
     * @param what it is, for messages
     * @throws ServiceException if it cannot be started
     */
    Running start(String name, String what, List<String> words, Redirect output, Redirect errors) {
        String own = mark + "/" + name;
        if (!Files.isDirectory(directory)) {
            throw new ServiceException(
                    what + " cannot be started: its working directory " + directory + " is not there.");
        }
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectOutput(output)
                .redirectError(errors);
        builder.environment().putAll(environment);
        builder.environment().put(ProcessTree.VARIABLE, own);
        try {
            return new Running(builder.start(), own, keeper);
        } catch (IOException e) {
            throw new ServiceException(what + " cannot be started: " + secrets.mask(String.valueOf(e.getMessage())), e);
        }
    }

    /** A command for messages: its beginning, in one line, without secrets. */
    public String shown(String command) {
        String line = secrets.mask(command).strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_COMMAND ? Beginning.of(line, LONGEST_COMMAND) + " ..." : line;
    }

    /** What a log says at its end, for messages: indented lines, without secrets. */
    String tail(String whose, ServiceLog log) {
        List<String> lines = log.tail(LINES);
        return lines.isEmpty()
                ? "\n" + whose + " is empty: " + log.path()
                : lines.stream()
                        .map(line -> Beginning.of(secrets.mask(line), LONGEST_LINE))
                        .map(line -> "    " + line.replace("\t", "    ").replaceAll("\\p{Cntrl}", " "))
                        .collect(Collectors.joining(
                                "\n", "\nThe last lines of " + whose + " (" + log.path() + "):\n", ""));
    }

    /** What an exit code means, for messages. */
    static String describe(int status) {
        return "exit code " + status
                + switch (status) {
                    case 126 -> " (it is there, but may not be run)";
                    case 127 -> " (a program is not there: not installed, or not on the PATH of this build)";
                    case 137 -> " (it was killed, as by the system when memory is short)";
                    default -> status > 128 && status < 160 ? " (signal " + (status - 128) + " ended it)" : "";
                };
    }
}
