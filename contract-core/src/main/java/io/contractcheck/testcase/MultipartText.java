package io.contractcheck.testcase;

import io.contractcheck.testcase.MultipartBody.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The framing of multipart bodies (RFC 2046, section 5.1). */
final class MultipartText {
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    private MultipartText() {}

    /** A boundary that no part contains; always the same for the same parts. */
    static String boundary(List<Part> parts) {
        for (int i = 0; ; i++) {
            String boundary = "ContractCheck-" + i;
            if (parts.stream().noneMatch(p -> latin1(p.content()).contains(boundary))) {
                return boundary;
            }
        }
    }

    static byte[] write(List<Part> parts, String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(p -> out.writeBytes(p.bytes(boundary)));
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** A name inside quotes, as browsers write it (WHATWG HTML, multipart form data). */
    static String quote(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    static List<Part> read(byte[] body, String boundary) {
        String text = "\r\n" + latin1(body);
        String[] pieces = text.split(Pattern.quote("\r\n--" + boundary), -1);
        if (pieces.length < 3 || !pieces[pieces.length - 1].startsWith("--")) {
            throw new UnreadableException("the boundary '" + boundary + "' does not close the body");
        }
        List<Part> parts = new ArrayList<>();
        for (String piece : Arrays.asList(pieces).subList(1, pieces.length - 1)) {
            int blank = piece.indexOf("\r\n\r\n");
            if (blank < 0) {
                throw new UnreadableException("a part without an empty line after its headers");
            }
            parts.add(part(piece.substring(0, blank), piece.substring(blank + 4)));
        }
        return parts;
    }

    private static Part part(String head, String content) {
        String disposition = "";
        String type = "text/plain";
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (name.equals("content-disposition")) {
                disposition = line.substring(colon + 1);
            } else if (name.equals("content-type")) {
                type = line.substring(colon + 1).strip();
            }
        }
        String name = quoted(NAME, disposition);
        if (name == null) {
            throw new UnreadableException("a part without a name");
        }
        return new Part(name, quoted(FILE, disposition), type, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static @Nullable String quoted(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            return null;
        }
        String text = Percent.text(matcher.group(1).getBytes(StandardCharsets.ISO_8859_1));
        return text.replace("%0D", "\r").replace("%0A", "\n").replace("%22", "\"");
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
