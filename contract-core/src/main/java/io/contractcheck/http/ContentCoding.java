package io.contractcheck.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the content codings of RFC 9110, section 8.4.1: gzip and deflate. */
final class ContentCoding {
    private ContentCoding() {}

    /** The content, if it is whole, every coding is known and undamaged, and it is no longer than the limit. */
    static Optional<byte[]> undo(List<Header> headers, byte[] body, int limit) {
        String codings = String.join(
                ",",
                headers.stream()
                        .filter(h -> h.is("Content-Encoding"))
                        .map(Header::value)
                        .toList());
        byte[] content = body;
        String[] names = codings.toLowerCase(Locale.ROOT).split(",");
        // the last coding named was applied last
        for (int i = names.length - 1; i >= 0; i--) {
            String name = names[i].trim();
            if (name.isEmpty() || name.equals("identity") || content.length == 0) {
                continue;
            }
            try {
                content = undo(name, content, limit);
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.of(content);
    }

    private static byte[] undo(String name, byte[] content, int limit) throws IOException {
        return switch (name) {
            case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(content)), limit);
            case "deflate" -> inflate(content, limit);
            default -> throw new IOException("unknown content coding " + name);
        };
    }

    private static byte[] inflate(byte[] content, int limit) throws IOException {
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(content)), limit);
        } catch (IOException e) {
            // some servers send the bare deflate format without its zlib wrapper
            Inflater bare = new Inflater(true);
            try {
                return read(new InflaterInputStream(new ByteArrayInputStream(content), bare), limit);
            } finally {
                bare.end();
            }
        }
    }

    private static byte[] read(InputStream coded, int limit) throws IOException {
        try (coded) {
            byte[] content = coded.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new IOException("longer than " + limit + " bytes");
            }
            return content;
        }
    }
}
