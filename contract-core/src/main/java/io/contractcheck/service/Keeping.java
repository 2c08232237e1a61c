package io.contractcheck.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JVM of a {@link Keeper}: reads what is to be done, and does it when nobody can tell it anything any more. Needs only the JDK. */
final class Keeping {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    /** The clock by which the system tells when a process started may be set meanwhile. */
    private static final long TOLERANCE_MILLIS = 2000;

    private final Map<String, List<String>> tasks = new LinkedHashMap<>();

    private Keeping() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        Thread main = Thread.currentThread();
        // Ctrl-C comes to all processes of a terminal, and the one that is kept may need some time after it
        Runtime.getRuntime().addShutdownHook(new Thread(() -> join(main)));
        System.out.write('.');
        System.out.flush();
        Keeping keeping = new Keeping();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            if (keeping.listen(lines)) {
                keeping.act();
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is something to do. */
    private boolean listen(BufferedReader lines) {
        while (true) {
            String line = line(lines);
            String[] words = line == null ? new String[] {"act"} : line.split(" ");
            switch (words[0]) {
                case "act":
                    return true;
                case "leave":
                    return false;
                case "forget":
                    tasks.remove(words[1]);
                    break;
                default:
                    tasks.put(words[1], task(words));
            }
        }
    }

    /** Null once there is nobody to write one, or only a part of one was written. */
    private static @Nullable String line(BufferedReader lines) {
        try {
            String line = lines.readLine();
            return line == null || line.split(" ").length < 2 ? null : line;
        } catch (IOException e) {
            return null;
        }
    }

    private static List<String> task(String[] words) {
        List<String> task = new ArrayList<>(List.of(words[0]));
        Stream.of(words).skip(2).forEach(w -> task.add(decoded(w.replaceFirst("\\.$", ""))));
        return task;
    }

    private static String decoded(String word) {
        return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    }

    private void act() {
        List<List<String>> reversed = new ArrayList<>(tasks.values());
        Collections.reverse(reversed);
        for (List<String> task : reversed) {
            Thread thread = new Thread(() -> act(task));
            thread.setDaemon(true);
            thread.start();
            try {
                thread.join(LONGEST.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void act(List<String> task) {
        try {
            switch (task.get(0)) {
                case "kill" -> kill(Long.parseLong(task.get(1)), Long.parseLong(task.get(2)), task.get(3));
                case "run" -> run(task.subList(1, task.size()));
                case "delete" -> delete(Path.of(task.get(1)));
                case "request" -> request(Path.of(task.get(1)), task.get(2), task.get(3));
                default -> throw new IllegalArgumentException(task.get(0));
            }
        } catch (IOException | RuntimeException e) {
            // there is nobody to tell it to, and more to do
        }
    }

    private static void kill(long pid, long started, String mark) {
        ProcessHandle itself = ProcessHandle.of(pid)
                .filter(p -> p.info()
                        .startInstant()
                        .map(s -> started < 0 || Math.abs(s.toEpochMilli() - started) < TOLERANCE_MILLIS)
                        .orElse(true))
                .orElse(null);
        if (itself != null) {
            new ProcessTree(itself, mark).end(GRACE);
        } else if (!mark.isEmpty()) {
            ProcessTree.marked(mark).forEach(p -> new ProcessTree(p, mark).end(GRACE));
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                new ProcessTree(process.toHandle(), "").end(Duration.ZERO);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** RFC 9112, sections 3 and 9.6. */
    private static void request(Path socket, String method, String target) throws IOException {
        String request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            ByteBuffer answer = ByteBuffer.allocate(4096);
            while (channel.read(answer) >= 0) {
                answer.clear();
            }
        }
    }
}
