package io.contractcheck.corpus;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The files of a {@code .tar.gz} (POSIX pax and ustar), one after another, so that nothing needs to be unpacked. */
final class Tarball implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final Pattern PATH = Pattern.compile("(?m)^[0-9]+ path=(.*)$");

    private final InputStream in;
    private final Predicate<String> wanted;

    Tarball(InputStream gzipped, Predicate<String> wanted) throws IOException {
        this.in = new BufferedInputStream(new GZIPInputStream(gzipped, 1 << 16), 1 << 16);
        this.wanted = wanted;
    }

    /** A file. */
    record Entry(String name, byte[] bytes) {}

    /** The next wanted file; of no name when there are no more. */
    Entry next() throws IOException {
        String longName = "";
        while (true) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return new Entry("", new byte[0]);
            }
            long size = Long.parseLong(text(header, 124, 12).strip(), 8);
            char type = (char) header[156];
            String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
            String name = longName.isEmpty() ? (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100) : longName;
            boolean file = type == '0' || type == 0;
            boolean named = type == 'x' || type == 'L';
            if (named || file && wanted.test(name)) {
                byte[] content = content(size);
                if (file) {
                    return new Entry(name, content);
                }
                longName = longName(type, new String(content, StandardCharsets.UTF_8));
            } else {
                in.skipNBytes(size + padding(size));
                longName = "";
            }
        }
    }

    private static String longName(char type, String text) {
        if (type == 'L') {
            return text.replace("\0", "");
        }
        Matcher path = PATH.matcher(text);
        return path.find() ? path.group(1) : "";
    }

    private byte[] content(long size) throws IOException {
        byte[] content = in.readNBytes(Math.toIntExact(size));
        if (content.length < size) {
            throw new EOFException("the archive ends in the middle of a file");
        }
        in.skipNBytes(padding(size));
        return content;
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
