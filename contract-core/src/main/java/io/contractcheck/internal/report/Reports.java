package io.contractcheck.internal.report;

import io.contractcheck.event.RunSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The reports that come with ContractCheck. */
public final class Reports {
    private Reports() {}

    /** All of them, in the order in which they are written. */
    public static List<Report> standard() {
        return List.of(new SummaryJson(), new JUnitXml(), new KnowledgeYaml());
    }

    /**
     * Takes away what an earlier run wrote.
     *
     * @throws UncheckedIOException if it cannot be deleted
     */
    public static void delete(Report report, Path directory) {
        Path file = directory.resolve(report.file());
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes a report into a folder.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path write(Report report, RunSummary summary, Path directory) {
        Path file = directory.resolve(report.file());
        try {
            Files.createDirectories(directory);
            // Not Files.newBufferedWriter, which fails on half a surrogate pair, as a service's words may hold
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
                report.write(summary, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return file;
    }
}
