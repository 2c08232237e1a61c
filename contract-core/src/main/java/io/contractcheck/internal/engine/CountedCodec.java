package io.contractcheck.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Codec;
import io.contractcheck.http.MediaType;
import java.io.IOException;
import java.util.List;

/** A hook's codec; every use is counted as the hook's. */
record CountedCodec(Codec codec, Plugged hook) implements Codec {
    @Override
    public List<String> mediaTypes() {
        return codec.mediaTypes();
    }

    @Override
    public byte[] write(JsonNode value, MediaType type) throws IOException {
        return guard(() -> codec.write(value, type));
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type) throws IOException {
        return guard(() -> codec.read(bytes, type));
    }

    private interface Use<T> {
        T give() throws IOException;
    }

    private <T> T guard(Use<T> use) throws IOException {
        hook.asked();
        hook.acted();
        try {
            return hook.given(use.give());
        } catch (RunBrokenException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw hook.broken(e);
        }
    }
}
