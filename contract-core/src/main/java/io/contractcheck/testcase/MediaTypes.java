package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Codec;
import io.contractcheck.http.Codecs;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import java.util.List;
import java.util.Optional;

/** The media types bodies are written in and read from. */
public final class MediaTypes {
    /** The first that speaks a media type has it; the last speaks all. */
    private static final List<BodyFormat> FORMATS = List.of(
            new JsonBody(),
            new NdjsonBody(),
            new YamlBody(),
            new XmlBody(),
            new FormBody(),
            new MultipartBody(),
            new TextBody(),
            new BinaryBody());

    private MediaTypes() {}

    /**
     * The value of a body, typed by its schema where the media type has no types of its own; bytes are a
     * {@link com.fasterxml.jackson.databind.node.BinaryNode}.
     *
     * @param contentType of the message
     * @param content what the document says of it
     * @throws UnreadableException if the bytes are not of that media type
     */
    public static JsonNode read(byte[] bytes, String contentType, MediaTypeContent content) {
        MediaType type = MediaType.of(contentType);
        try {
            return value(bytes, type, content);
        } catch (UnreadableException e) {
            throw new UnreadableException("body (" + type.essence() + "): " + e.getMessage());
        }
    }

    /** What {@link #read} gives, for what is no body. */
    static JsonNode value(byte[] bytes, MediaType type, MediaTypeContent content) {
        return format(type, content.codecs()).read(bytes, type, content);
    }

    /** What {@link #write} gives, for what is no body. */
    static BodyFormat.Entity entity(BodyValue value) {
        return format(MediaType.of(value.mediaType()), value.content().codecs()).write(value);
    }

    /** What a document says of a media type: an equal entry with equal parameters, else an equal entry, else the narrowest range. */
    public static Optional<MediaTypeContent> match(List<MediaTypeContent> contents, String contentType) {
        MediaType type = MediaType.of(contentType);
        MediaTypeContent best = null;
        int points = 0;
        for (MediaTypeContent content : contents) {
            MediaType documented = MediaType.of(content.mediaType());
            int score = !documented.covers(type)
                    ? 0
                    : documented.type().equals("*")
                            ? 1
                            : documented.isRange()
                                    ? 2
                                    : type.parameters()
                                                    .entrySet()
                                                    .containsAll(documented
                                                            .parameters()
                                                            .entrySet())
                                            ? 4 + documented.parameters().size()
                                            : 3;
            if (score > points) {
                best = content;
                points = score;
            }
        }
        return Optional.ofNullable(best);
    }

    static BodyFormat.Entity write(BodyValue body) {
        try {
            return entity(body);
        } catch (UnwritableException e) {
            throw new UnwritableException("body (" + body.mediaType() + "): " + e.getMessage());
        }
    }

    /** Whether a media type, which may be a range, is written and read without a codec of the user's, as more than bytes or text. */
    public static boolean knows(MediaType type) {
        return FORMATS.stream()
                .filter(f -> !(f instanceof TextBody) && !(f instanceof BinaryBody))
                .anyMatch(f -> f.speaks(type));
    }

    /** Whether bodies of the media type are bytes of any kind. */
    static boolean isBinary(String mediaType, Codecs codecs) {
        return format(MediaType.of(mediaType), codecs) instanceof BinaryBody;
    }

    /** Whether bodies of the media type are text of any kind. */
    static boolean isText(String mediaType, Codecs codecs) {
        return format(MediaType.of(mediaType), codecs) instanceof TextBody;
    }

    /** The media type a body of a documented one, which may be a range, is sent with. */
    public static String concrete(MediaTypeContent content) {
        MediaType type = MediaType.of(content.mediaType());
        if (!type.isRange()) {
            return content.mediaType();
        }
        return switch (type.type()) {
            case "*" -> Shape.of(content).isBinary() ? "application/octet-stream" : "application/json";
            case "application" -> Shape.of(content).isBinary() ? "application/octet-stream" : "application/json";
            case "text" -> "text/plain";
            case "image" -> "image/png";
            case "audio" -> "audio/mpeg";
            case "video" -> "video/mp4";
            case "multipart" -> "multipart/form-data";
            default -> type.type() + "/octet-stream";
        };
    }

    private static BodyFormat format(MediaType type, Codecs codecs) {
        Optional<Codec> codec = codecs.of(type);
        return codec.isPresent() ? new CodecBody(codec.get()) : builtIn(type);
    }

    private static BodyFormat builtIn(MediaType type) {
        for (BodyFormat format : FORMATS) {
            if (format.speaks(type)) {
                return format;
            }
        }
        throw new IllegalStateException("the last format speaks all media types");
    }
}
