package io.contractcheck.internal.report;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** For each finding that takes several calls a file that makes them. */
public final class Scripts {
    /** The folder within that of the reports. */
    public static final String FOLDER = "reproduce";

    private Scripts() {}

    /**
     * Takes away what an earlier run wrote.
     *
     * @throws UncheckedIOException if it cannot be deleted
     */
    public static void delete(Path directory) {
        Path folder = directory.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(folder, "*.sh")) {
            for (Path script : scripts) {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes those of a run, in place of any others.
     *
     * @throws UncheckedIOException if they cannot be written
     */
    public static void write(RunSummary summary, Path directory) {
        delete(directory);
        Map<FailureId, String> names = summary.scripts();
        Path folder = directory.resolve(FOLDER);
        try {
            for (RunSummary.Finding finding : summary.findings()) {
                if (names.containsKey(finding.id())) {
                    Files.createDirectories(folder);
                    Path script = folder.resolve(Objects.requireNonNull(names.get(finding.id())));
                    Files.write(script, (finding.reproduce() + "\n").getBytes(StandardCharsets.UTF_8));
                    script.toFile().setExecutable(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder + ": " + e.getMessage(), e);
        }
    }
}
