package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Encoding;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Style;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code multipart/form-data} (RFC 7578) and its like: a part for each property, and for each item of an array. A part's media type is
 * its encoding's, else JSON for objects, octets with a file name for binary strings, else text (OpenAPI 3.1, section 4.8.14.5).
 */
final class MultipartBody implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return type.type().equals("multipart");
    }

    @Override
    public Entity write(BodyValue body) {
        if (!body.value().isObject()) {
            throw new UnwritableException(
                    "a multipart body holds an object, not " + body.value().getNodeType());
        }
        List<Part> parts = new ArrayList<>();
        Shape shape = Shape.of(body.content());
        for (Map.Entry<String, JsonNode> member : body.value().properties()) {
            String name = member.getKey();
            Encoding encoding = body.content().encodings().get(name);
            MediaTypeContent inner = inner(body.content(), shape.property(name));
            if (member.getValue().isArray() && joined(encoding)) {
                JsonNode text = Json.NODES.textNode(style(encoding).write(member.getValue()));
                parts.add(part(name, text, encoding, false, inner));
            } else if (member.getValue().isArray() && !jsonAsked(encoding)) {
                Shape item = shape.property(name).item(0);
                MediaTypeContent each = inner(body.content(), item);
                member.getValue().forEach(value -> parts.add(part(name, value, encoding, item.isBinary(), each)));
            } else {
                boolean file = shape.property(name).isBinary() || file(body.content(), name);
                parts.add(part(name, member.getValue(), encoding, file, inner));
            }
        }
        if (parts.isEmpty()) {
            throw new UnwritableException("a multipart body needs a part, and the object gives none");
        }
        String boundary = MultipartText.boundary(parts);
        return new Entity(MultipartText.write(parts, boundary), body.mediaType() + ";boundary=" + boundary);
    }

    /** What is said of a part. */
    private static MediaTypeContent inner(MediaTypeContent whole, Shape shape) {
        return new MediaTypeContent(
                whole.mediaType(), shape.whole(), List.of(), Map.of(), whole.codecs(), whole.source());
    }

    /** Swagger 2.0's own type for files. */
    private static boolean file(MediaTypeContent content, String name) {
        return content.schema()
                .map(s -> s.source().node().path("properties").path(name).path("type"))
                .filter(type -> type.asText().equals("file"))
                .isPresent();
    }

    private static Part part(
            String name, JsonNode value, @Nullable Encoding encoding, boolean file, MediaTypeContent content) {
        String asked = encoding == null ? null : concrete(encoding.contentType().orElse(null));
        String type = asked == null ? standard(value, file) : asked;
        boolean binary = MediaTypes.isBinary(type, content.codecs());
        String fileName = value.isBinary() || file || binary ? "file" : null;
        if (binary || value.isBinary()) {
            return new Part(name, fileName, type, BinaryBody.bytes(value));
        }
        Entity entity = MediaTypes.entity(new BodyValue(content, type, value));
        return new Part(name, fileName, entity.contentType(), entity.bytes());
    }

    /** The media type of a part that names none (OpenAPI 3.1, section 4.8.15.1). */
    private static String standard(JsonNode value, boolean file) {
        return value.isContainerNode()
                ? "application/json"
                : value.isBinary() || file ? "application/octet-stream" : "text/plain;charset=UTF-8";
    }

    /** Whether an array is one part, its items joined by a delimiter. */
    private static boolean joined(@Nullable Encoding encoding) {
        return encoding != null && encoding.style().isPresent() && !encoding.explode();
    }

    private static Delimited style(@Nullable Encoding encoding) {
        List<String> delimiters = new ArrayList<>(List.of(","));
        if (encoding != null) {
            delimiters.set(0, FormStyle.delimiter(encoding.style().orElse(Style.FORM)));
            delimiters.addAll(encoding.innerDelimiters());
        }
        return new Delimited(Place.TEXT, delimiters, false);
    }

    /** The first of a list of media types and ranges. */
    private static @Nullable String concrete(@Nullable String list) {
        if (list == null || list.isBlank()) {
            return null;
        }
        String first = list.split(",")[0].strip();
        return switch (first) {
            case "*/*" -> null;
            case "image/*" -> "image/png";
            case "text/*" -> "text/plain";
            default -> MediaType.of(first).isRange() ? "application/octet-stream" : first;
        };
    }

    private static boolean jsonAsked(@Nullable Encoding encoding) {
        return encoding != null
                && encoding.contentType().filter(t -> MediaType.of(t).isJson()).isPresent();
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        String boundary = type.parameter("boundary")
                .orElseThrow(() -> new UnreadableException("the Content-Type header names no boundary"));
        Shape shape = Shape.of(content);
        Map<String, List<Raw>> values = new LinkedHashMap<>();
        for (Part part : MultipartText.read(bytes, boundary)) {
            values.computeIfAbsent(part.name(), n -> new ArrayList<>())
                    .add(raw(part, content, of(part, content, shape)));
        }
        Map<String, Raw> members = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            Encoding encoding = content.encodings().get(name);
            if (joined(encoding) && all.get(0) instanceof Raw.Text text) {
                members.put(name, style(encoding).read(text.text()));
                return;
            }
            Raw items = new Raw.Items(all);
            members.put(
                    name, new Raw.Either(all.size() == 1 ? List.of(all.get(0), items) : List.of(items, all.get(0))));
        });
        return Reading.of(new Raw.Members(members), shape);
    }

    /** What is said of a part: where it is one of several, of an item. */
    private static Shape of(Part part, MediaTypeContent content, Shape whole) {
        Shape property = whole.property(part.name());
        return property.kinds().contains(Shape.Kind.ARRAY)
                        && !jsonAsked(content.encodings().get(part.name()))
                ? property.item(0)
                : property;
    }

    private static Raw raw(Part part, MediaTypeContent content, Shape shape) {
        MediaType type = MediaType.of(part.contentType());
        if (part.file() != null && MediaTypes.isText(part.contentType(), content.codecs())
                || MediaTypes.isBinary(part.contentType(), content.codecs())) {
            return new Raw.Value(fileValue(part.content()));
        }
        if (MediaTypes.isText(part.contentType(), content.codecs())) {
            return new Raw.Text(Percent.text(part.content()));
        }
        return new Raw.Value(MediaTypes.value(part.content(), type, inner(content, shape)));
    }

    /** A file's content as the string a schema sees; a character for each byte where it is no text. */
    private static JsonNode fileValue(byte[] content) {
        try {
            return Json.NODES.textNode(Percent.text(content));
        } catch (UnreadableException e) {
            return Json.NODES.textNode(new String(content, StandardCharsets.ISO_8859_1));
        }
    }

    /**
     * One part.
     *
     * @param file its file name, if it is a file
     */
    record Part(String name, @Nullable String file, String contentType, byte[] content) {
        byte[] bytes(String boundary) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + MultipartText.quote(name)
                    + "\"" + (file == null ? "" : "; filename=\"" + MultipartText.quote(file) + "\"")
                    + "\r\nContent-Type: " + contentType + "\r\n\r\n";
            out.writeBytes(Percent.utf8(head));
            out.writeBytes(content);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        }
    }
}
