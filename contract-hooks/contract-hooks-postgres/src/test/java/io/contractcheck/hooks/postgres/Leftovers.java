package io.contractcheck.hooks.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a database leaves, and must not: processes and files. */
final class Leftovers {
    private Leftovers() {}

    /** The processes that work in a folder: those of a server do so in its data. Only Linux tells. */
    static List<ProcessHandle> processesIn(Path folder) throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(Path.of("/proc"))) {
            return found;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
            for (Path process : all) {
                try {
                    String place =
                            Files.readSymbolicLink(process.resolve("cwd")).toString();
                    if (place.startsWith(folder.toRealPath().toString())) {
                        ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                                .ifPresent(found::add);
                    }
                } catch (IOException e) {
                    // it is gone
                }
            }
        }
        return found;
    }

    /** The folders of servers in a folder; the unpacked programs are to stay. */
    static List<Path> serversIn(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "contract-postgres-*")) {
            for (Path entry : all) {
                if (!entry.getFileName().toString().matches("contract-postgres-" + System.getProperty("user.name"))) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** What this JVM started and did not end, but for what the JVM itself needs. */
    static List<String> children() {
        return ProcessHandle.current()
                .descendants()
                .map(p -> p.info().commandLine().orElse("?"))
                .filter(c -> c.contains("io.contractcheck"))
                .toList();
    }
}
