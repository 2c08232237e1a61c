package io.contractcheck.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.format.Format;
import java.util.List;
import java.util.Optional;

/** A hook's format; every use is counted as the hook's. */
record CountedFormat(Format format, Plugged hook) implements Format {
    @Override
    public String name() {
        return format.name();
    }

    @Override
    public boolean accepts(JsonNode value) {
        hook.asked();
        hook.acted();
        try {
            return format.accepts(value);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw hook.broken(e);
        }
    }

    @Override
    public Optional<Maker> maker() {
        return format.maker().map(maker -> random -> {
            hook.asked();
            hook.acted();
            try {
                return hook.given(maker.next(random));
            } catch (RunBrokenException e) {
                throw e;
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                throw hook.broken(e);
            }
        });
    }

    @Override
    public List<String> nearMisses() {
        return format.nearMisses();
    }
}
