package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Codec;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import java.io.IOException;

/** A media type that a user added. */
record CodecBody(Codec codec) implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return codec.speaks(type);
    }

    @Override
    public Entity write(BodyValue body) {
        try {
            return new Entity(codec.write(body.value(), MediaType.of(body.mediaType())), body.mediaType());
        } catch (IOException e) {
            throw new UnwritableException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        try {
            return codec.read(bytes, type);
        } catch (IOException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }
}
