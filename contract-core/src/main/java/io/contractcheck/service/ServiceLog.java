package io.contractcheck.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a service writes while it runs, read without disturbing it. A file that is not there, or cannot be read, is an empty log.
 *
 * @param path the file, which grows
 */
public record ServiceLog(Path path) {
    /** Bytes that {@link #between} gives at most: of more, the last ones. */
    public static final int LARGEST = 1 << 20;

    /** How far beyond its end a range is read, to where its last line ends. */
    private static final int LONGEST_LINE = 1 << 16;

    /** How many bytes there are by now. */
    public long position() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * The lines that begin in a range of bytes, each whole as far as it is written by now; so ranges that follow each other share no line
     * and lose none. Of a range of more than {@value #LARGEST} bytes, the lines at its end. What is no UTF-8 becomes U+FFFD.
     *
     * @param from a position
     * @param to a later one; if it is smaller, the file was begun anew meanwhile, and the lines before {@code to} are meant
     */
    public String between(long from, long to) {
        if (to == from) {
            return "";
        }
        long first = Math.max(to < from ? 0 : from, to - LARGEST);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            // The byte before tells whether a line begins here
            long start = Math.max(0, first - 1);
            byte[] bytes = read(file, start, (int) (to - start) + LONGEST_LINE);
            int begin = first == 0 ? 0 : afterLineEnd(bytes, 0);
            int inRange = (int) (to - start);
            if (begin >= inRange) {
                return "";
            }
            return new String(bytes, begin, afterLineEnd(bytes, inRange - 1) - begin, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** How many lines end in a range of bytes, as far as it is there. */
    public long lineEnds(long from, long to) {
        long ends = 0;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (long at = from; at < to; at += LARGEST) {
                byte[] bytes = read(file, at, (int) Math.min(LARGEST, to - at));
                for (byte b : bytes) {
                    ends += b == '\n' ? 1 : 0;
                }
            }
            return ends;
        } catch (IOException e) {
            return ends;
        }
    }

    /** The last lines that are not empty, the oldest first. */
    public List<String> tail(int most) {
        long end = position();
        List<String> lines = between(Math.max(0, end - LONGEST_LINE), end)
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    private static byte[] read(FileChannel file, long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(most, file.size() - from)));
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // until all is there
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /** Behind the first line end from an index on, or behind all. */
    private static int afterLineEnd(byte[] bytes, int from) {
        for (int i = Math.max(0, from); i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return bytes.length;
    }
}
