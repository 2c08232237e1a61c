package io.contractcheck.http;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the content codings of RFC 9110, section 8.4.1: gzip and deflate. Nothing is kept that is longer than the limit, at any layer. */
final class ContentCoding {
    private static final int BUFFER = 8192;
    private static final int MOST_CODINGS = 4;

    /** How much of one layer is read at most, in limits: an empty layer can be made of any amount of bytes. */
    private static final int LAYER = 4;

    private ContentCoding() {}

    /** The content, or why there is none. */
    static Content undo(List<Header> headers, byte[] body, int limit) {
        List<String> codings = codings(headers);
        if (codings.isEmpty() || body.length == 0) {
            return new Content.Whole(body);
        }
        if (codings.size() > MOST_CODINGS) {
            return new Content.Unread("it is under " + codings.size() + " content codings, of which at most "
                    + MOST_CODINGS + " are undone");
        }
        List<Inflater> bare = new ArrayList<>();
        // the last coding named was applied last
        try (InputStream undone = undo(codings, body, limit, bare)) {
            byte[] content = undone.readNBytes(limit + 1);
            return content.length > limit ? new Content.Unread(tooLong(limit)) : new Content.Whole(content);
        } catch (TooLongException e) {
            return new Content.Unread(tooLong(limit));
        } catch (StackOverflowError e) {
            // the JDK's reader calls itself for each member of gzip that holds nothing
            return new Content.Unread("its Content-Encoding holds more members than are read");
        } catch (UnknownException e) {
            return new Content.Unread(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Content.Broken("its Content-Encoding is " + String.join(", ", codings)
                    + ", but its bytes are not (" + e.getMessage() + ")");
        } finally {
            bare.forEach(Inflater::end);
        }
    }

    private static List<String> codings(List<Header> headers) {
        List<String> codings = new ArrayList<>();
        for (Header header : headers) {
            if (header.is("Content-Encoding")) {
                for (String name : header.value().toLowerCase(Locale.ROOT).split(",")) {
                    if (!name.isBlank() && !name.strip().equals("identity")) {
                        codings.add(name.strip());
                    }
                }
            }
        }
        return codings;
    }

    private static String tooLong(int limit) {
        return "undone from its Content-Encoding it is longer than the " + (limit >> 20) + " MiB that are read";
    }

    private static InputStream undo(List<String> codings, byte[] body, int limit, List<Inflater> bare)
            throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        for (int i = codings.size() - 1; i >= 0; i--) {
            in = new Layer(undo(codings.get(i), in, bare), (long) limit * LAYER);
        }
        return in;
    }

    private static InputStream undo(String name, InputStream coded, List<Inflater> bare) throws IOException {
        return switch (name) {
            case "gzip", "x-gzip" -> new GZIPInputStream(coded, BUFFER);
            case "deflate" -> inflate(coded, bare);
            default -> throw new UnknownException("its Content-Encoding is " + name + ", which is not undone");
        };
    }

    /** Some servers send the bare deflate format without its zlib wrapper (RFC 1950, section 2.2). */
    private static InputStream inflate(InputStream coded, List<Inflater> bare) throws IOException {
        PushbackInputStream in = new PushbackInputStream(coded, 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean wrapped =
                start.length == 2 && (start[0] & 0x0F) == 8 && ((start[0] & 0xFF) << 8 | start[1] & 0xFF) % 31 == 0;
        if (wrapped) {
            return new InflaterInputStream(in);
        }
        Inflater inflater = new Inflater(true);
        bare.add(inflater);
        return new InflaterInputStream(in, inflater, BUFFER);
    }

    /** So many bytes and no more. */
    private static final class Layer extends FilterInputStream {
        private long left;

        Layer(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            left -= Math.max(n, 0);
            if (left < 0) {
                throw new TooLongException();
            }
            return n;
        }
    }

    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class UnknownException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownException(String message) {
            super(message);
        }
    }
}
