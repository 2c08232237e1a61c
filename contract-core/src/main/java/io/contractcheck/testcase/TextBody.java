package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text: strings as they are, all else as JSON spells it. What is not ASCII is sent as UTF-8, and says so. */
final class TextBody implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return type.type().equals("text");
    }

    @Override
    public Entity write(BodyValue body) {
        String text = Scalars.text(body.value());
        MediaType type = MediaType.of(body.mediaType());
        if (type.parameter("charset").isPresent()) {
            Charset charset = charset(type);
            byte[] bytes = text.getBytes(charset);
            if (!new String(bytes, charset).equals(text)) {
                throw new UnwritableException("the text has characters that " + charset + " lacks");
            }
            return new Entity(bytes, body.mediaType());
        }
        byte[] bytes = Percent.utf8(text);
        return new Entity(
                bytes, bytes.length == text.length() ? body.mediaType() : body.mediaType() + ";charset=UTF-8");
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        Charset charset = charset(type);
        String text = charset.equals(StandardCharsets.UTF_8) ? Percent.text(bytes) : new String(bytes, charset);
        return Reading.of(new Raw.Text(text), Shape.of(content));
    }

    private static Charset charset(MediaType type) {
        String name = type.parameter("charset").orElse("UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("the charset '" + name + "' is not known");
        }
    }
}
