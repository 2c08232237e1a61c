package io.contractcheck.internal.report;

import io.contractcheck.http.Request;
import io.contractcheck.testcase.TestCase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Cases as lines of JSON, written as they come. Until it is whole, the file bears another name, so that half of one is never taken for
 * all.
 */
public final class CaseFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final OutputStream out;

    private CaseFile(Path file, Path part, OutputStream out) {
        this.file = file;
        this.part = part;
        this.out = out;
    }

    /**
     * Begins a file; one that was there before goes, its folder is made if need be.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static CaseFile create(Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.deleteIfExists(file);
            return new CaseFile(file, part, new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Adds a case.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(String phase, TestCase testCase, Request request) {
        try {
            out.write(CaseLine.of(phase, testCase, request).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + part + ": " + e.getMessage(), e);
        }
    }

    /**
     * All cases were added.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void finish() {
        try {
            out.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Takes away what is not finished. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + part + ": " + e.getMessage(), e);
        }
    }
}
