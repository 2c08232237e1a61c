package io.contractcheck.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a request that is no HTTP. */
final class FramedBytes {
    /** What is long is made of zeros: a shell line can say that in a few characters. */
    static final int LONG = 64 << 10;

    private static final int USUAL = 1024;
    private static final String ZEROS = "0".repeat(LONG);

    private static final List<String> OWN = List.of("Host", "Connection", "Content-Length", "Transfer-Encoding");

    private FramedBytes() {}

    static byte[] of(Request request, Framing framing) {
        byte[] body = request.body() == null ? new byte[0] : request.body();
        boolean large = framing == Framing.LONG_TARGET || framing == Framing.LONG_HEADER;
        ByteArrayOutputStream out = new ByteArrayOutputStream(large ? 2 * LONG : USUAL);
        write(out, start(request, framing));
        write(out, "\r\n");
        for (String line : lines(request, framing, body)) {
            write(out, line);
            write(out, "\r\n");
        }
        write(out, "\r\n");
        out.writeBytes(content(framing, body));
        return out.toByteArray();
    }

    private static String start(Request request, Framing framing) {
        String target = framing == Framing.LONG_TARGET
                ? request.target() + (request.target().contains("?") ? "&" : "?") + "x-contractcheck=" + ZEROS
                : request.target();
        return (framing == Framing.METHOD ? request.method() + "@" : request.method()) + " " + target + " "
                + (framing == Framing.UNKNOWN_VERSION ? "HTTP/9.9" : "HTTP/1.1");
    }

    private static List<String> lines(Request request, Framing framing, byte[] body) {
        List<String> lines = new ArrayList<>();
        String host = request.header("Host")
                .orElse(request.origin().substring(request.origin().indexOf("://") + 3));
        if (framing != Framing.NO_HOST) {
            lines.add("Host: " + host);
        }
        if (framing == Framing.TWO_HOSTS) {
            lines.add("Host: " + host);
        }
        request.headers().stream()
                .filter(h -> OWN.stream().noneMatch(h::is))
                .forEach(h -> lines.add(h.name() + ": " + h.value()));
        lines.add("Connection: close");
        switch (framing) {
            case SPACE_IN_NAME -> lines.add("X-Contract check: 1");
            case NO_COLON -> lines.add("X-ContractCheck");
            case BARE_CR -> lines.add("X-ContractCheck: a\rb");
            case NUL -> lines.add("X-ContractCheck: a\0b");
            case LONG_HEADER -> lines.add("X-ContractCheck: " + ZEROS);
            default -> {}
        }
        length(request, framing, body, lines);
        return lines;
    }

    private static void length(Request request, Framing framing, byte[] body, List<String> lines) {
        switch (framing) {
            case BROKEN_CHUNK_SIZE, CUT_CHUNKS -> lines.add("Transfer-Encoding: chunked");
            case LENGTH_AND_CHUNKS -> {
                lines.add("Content-Length: " + content(framing, body).length);
                lines.add("Transfer-Encoding: chunked");
            }
            case TWO_LENGTHS -> {
                lines.add("Content-Length: " + body.length);
                lines.add("Content-Length: " + (body.length + 2));
            }
            default -> {
                if (request.body() != null || BodyMethods.expectBody(request.method())) {
                    lines.add("Content-Length: " + body.length);
                }
            }
        }
    }

    private static byte[] content(Framing framing, byte[] body) {
        return switch (framing) {
            case SHORT_BODY -> Arrays.copyOf(body, body.length / 2);
            case BROKEN_CHUNK_SIZE -> latin("zz\r\n\r\n");
            case CUT_CHUNKS -> joined(chunk(body), Arrays.copyOf(body, body.length / 2));
            case LENGTH_AND_CHUNKS ->
                body.length == 0 ? latin("0\r\n\r\n") : joined(chunk(body), body, latin("\r\n0\r\n\r\n"));
            // who believes the smaller number finds an empty line before the next request (RFC 9112, section 2.2)
            case TWO_LENGTHS -> joined(body, latin("\r\n"));
            default -> body;
        };
    }

    private static byte[] chunk(byte[] body) {
        return latin(Integer.toHexString(body.length) + "\r\n");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
