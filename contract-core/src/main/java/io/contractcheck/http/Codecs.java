package io.contractcheck.http;

import java.util.List;
import java.util.Optional;

/**
 * Codecs beside those that are built in.
 *
 * @param all the first that names a media type has it
 */
public record Codecs(List<Codec> all) {
    private static final Codecs NONE = new Codecs(List.of());

    public Codecs {
        all = List.copyOf(all);
    }

    /** None beside those that are built in. */
    public static Codecs none() {
        return NONE;
    }

    /** The codec of a media type, if there is one here. */
    public Optional<Codec> of(MediaType type) {
        for (Codec codec : all) {
            if (codec.speaks(type)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }
}
