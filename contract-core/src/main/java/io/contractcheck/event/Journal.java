package io.contractcheck.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The truth of a run: every event as one line of JSON, written at once, so that a run that was killed still tells what it did.
 * Summary, reports and the build's result are computed from it.
 */
public final class Journal implements RunListener, AutoCloseable {
    private final OutputStream out;

    private Journal(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins a new journal; one that was there before is overwritten, its folder is made if need be.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static Journal create(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            return new Journal(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** An event as it stands in a journal. Threads make their own, and so wait for each other only while they are written. */
    public static final class Line {
        private final Octets json;

        public Line(RunEvent event) {
            this.json = EventJson.line(event);
        }
    }

    @Override
    public void on(RunEvent event) {
        write(new Line(event));
    }

    /**
     * Adds a line, in one piece and at once.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public synchronized void write(Line line) {
        try {
            line.json.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal: " + e.getMessage(), e);
        }
    }

    private static void close(BufferedReader in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal: " + e.getMessage(), e);
        }
    }

    /**
     * The events of a journal, read lazily; a last line that was cut off is left out. To be closed.
     *
     * @throws UncheckedIOException if it cannot be read, or a line other than the last is no event
     */
    public static Stream<RunEvent> read(Path file) {
        Stream<String> lines;
        try {
            // Not Files.lines, which fails where the last line was cut off within a character
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
            lines = in.lines().onClose(() -> close(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        Iterator<String> texts = lines.iterator();
        long[] number = {0};
        return Stream.iterate(texts.hasNext(), more -> more, more -> texts.hasNext())
                .map(more -> {
                    String text = texts.next();
                    number[0]++;
                    try {
                        return EventJson.read(text);
                    } catch (JsonProcessingException e) {
                        if (texts.hasNext()) {
                            throw new UncheckedIOException(
                                    file + ", line " + number[0] + ": " + e.getOriginalMessage(), e);
                        }
                        return null;
                    }
                })
                .flatMap(Stream::ofNullable)
                .onClose(lines::close);
    }
}
