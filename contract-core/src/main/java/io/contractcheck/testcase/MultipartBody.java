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
import java.util.Optional;
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
            if (member.getValue().isArray() && joined(encoding)) {
                JsonNode text = Json.NODES.textNode(style(encoding).write(member.getValue()));
                parts.add(part(name, text, encoding, false, body.content()));
            } else if (member.getValue().isArray() && !jsonAsked(encoding)) {
                boolean file = shape.property(name).item(0).isBinary();
                member.getValue().forEach(item -> parts.add(part(name, item, encoding, file, body.content())));
            } else {
                boolean file = shape.property(name).isBinary() || file(body.content(), name);
                parts.add(part(name, member.getValue(), encoding, file, body.content()));
            }
        }
        if (parts.isEmpty()) {
            throw new UnwritableException("a multipart body needs a part, and the object gives none");
        }
        String boundary = MultipartText.boundary(parts);
        return new Entity(MultipartText.write(parts, boundary), body.mediaType() + ";boundary=" + boundary);
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
        String type = encoding == null ? null : concrete(encoding.contentType().orElse(null));
        Optional<CodecBody> codec = codec(type, content);
        if (codec.isPresent() && type != null) {
            byte[] bytes =
                    codec.get().write(new BodyValue(content, type, value)).bytes();
            return new Part(name, file ? "file" : null, type, bytes);
        }
        if (value.isContainerNode() && (type == null || MediaType.of(type).isJson())) {
            return new Part(
                    name,
                    null,
                    type == null ? "application/json" : type,
                    Json.write(value).getBytes(StandardCharsets.UTF_8));
        }
        if (type != null && MediaType.of(type).isJson()) {
            return new Part(name, null, type, Json.write(value).getBytes(StandardCharsets.UTF_8));
        }
        if (value.isBinary() || file || type != null && MediaTypes.isBinary(type, content.codecs())) {
            return new Part(name, "file", type == null ? "application/octet-stream" : type, BinaryBody.bytes(value));
        }
        return new Part(
                name, null, type == null ? "text/plain;charset=UTF-8" : type, Percent.utf8(Scalars.text(value)));
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
        Map<String, List<Raw>> values = new LinkedHashMap<>();
        for (Part part : MultipartText.read(bytes, boundary)) {
            values.computeIfAbsent(part.name(), n -> new ArrayList<>()).add(raw(part, content));
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
        return Reading.of(new Raw.Members(members), Shape.of(content));
    }

    private static Optional<CodecBody> codec(@Nullable String type, MediaTypeContent content) {
        return type == null
                ? Optional.empty()
                : content.codecs().of(MediaType.of(type)).map(CodecBody::new);
    }

    private static Raw raw(Part part, MediaTypeContent content) {
        MediaType type = MediaType.of(part.contentType());
        Optional<CodecBody> codec = codec(part.contentType(), content);
        if (codec.isPresent()) {
            return new Raw.Value(codec.get().read(part.content(), type, content));
        }
        if (type.isJson()) {
            return new Raw.Value(JsonBody.parse(part.content()));
        }
        if (part.file() != null || MediaTypes.isBinary(part.contentType(), content.codecs())) {
            return new Raw.Value(fileValue(part.content()));
        }
        return new Raw.Text(Percent.text(part.content()));
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
