package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import io.contractcheck.service.Keeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The files of a PostgreSQL server, and the programs that make, start and stop one from them.
 *
 * @param programs those of PostgreSQL
 * @param account as whom they run
 * @param folder of this server alone
 * @param keeper ends a program that is under way when the build is killed
 */
record Cluster(Programs programs, Account account, Path folder, Keeper keeper) {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int SHOWN_LINES = 8;
    /** From 17 on there is a locale that is the same on all systems, and knows letters beyond ASCII. */
    private static final int BUILTIN_LOCALE = 17;

    /**
     * Makes a server's files.
     *
     * @throws HookException with what the program says, if it fails
     */
    void create(String user, String password) throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, password + "\n");
        account.handOver(secret);
        List<String> command = new ArrayList<>(
                List.of("initdb", "-D", data().toString(), "-U", user, "--pwfile=" + secret, "-A", "scram-sha-256"));
        command.addAll(List.of("-E", "UTF8", "--no-locale", "--no-sync"));
        if (majorVersion() >= BUILTIN_LOCALE) {
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        Path said = folder.resolve("initdb.log");
        if (run(command, said) != 0) {
            throw new HookException("its files cannot be made in " + folder.getParent() + ": " + last(said));
        }
        Files.delete(secret);
    }

    /**
     * Starts it, and waits until it can be used.
     *
     * @throws HookException with the server's last words, if it ends instead
     */
    void start(int port) throws IOException {
        // What is lost when the machine goes down is lost with the run anyway
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        List<String> command = List.of(
                "pg_ctl", "-D", data().toString(), "-o", options, "-l", log().toString(), "-w", "-t", "60", "start");
        Path said = folder.resolve("pg_ctl.log");
        if (run(command, said) != 0) {
            String words = Files.exists(log()) ? last(log()) : last(said);
            throw new HookException("it does not start on port " + port + ": " + words);
        }
    }

    /** Whether its last start failed since somebody else has the port. */
    boolean missedPort() throws IOException {
        return Files.exists(log()) && read(log()).contains("could not bind");
    }

    /** The command that stops it at once; what it would still write is deleted next. */
    List<String> stop() {
        return line(List.of("pg_ctl", "-D", data().toString(), "-m", "immediate", "-w", "-t", "10", "stop"));
    }

    /** Stops it. */
    void end() throws IOException {
        if (Files.exists(data().resolve("postmaster.pid"))) {
            execute(stop(), folder.resolve("pg_ctl.log"));
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private int majorVersion() throws IOException {
        Path said = folder.resolve("version.txt");
        run(List.of("initdb", "--version"), said);
        String version = read(said).replaceFirst("(?s).*?(\\d+).*", "$1");
        return version.matches("\\d{1,4}") ? Integer.parseInt(version) : 0;
    }

    private List<String> line(List<String> command) {
        List<String> line = new ArrayList<>(account.prefix());
        line.add(programs.path(command.get(0)));
        line.addAll(command.subList(1, command.size()));
        return line;
    }

    private int run(List<String> command, Path output) throws IOException {
        return execute(line(command), output);
    }

    private int execute(List<String> line, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // What the user's own clients are set up with does not concern this server
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        Keeper.Kept kept = keeper.kill(process.toHandle());
        try {
            process.getOutputStream().close();
            if (process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new HookException("it takes longer than " + LONGEST.toSeconds() + " s: " + last(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HookException("the build was interrupted while it started", e);
        } finally {
            process.destroyForcibly();
            kept.forget();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** The last lines of a file. */
    private static String last(Path file) throws IOException {
        List<String> lines =
                read(file).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return lines.isEmpty()
                ? "it says nothing"
                : Stream.concat(Stream.of(""), lines.stream().skip(Math.max(0, lines.size() - SHOWN_LINES)))
                        .reduce((a, b) -> a + "\n  " + b)
                        .orElseThrow();
    }
}
