package io.contractcheck.openapi;

import io.contractcheck.http.Codecs;
import io.contractcheck.schema.format.Formats;

/**
 * What an API is read with beside its document.
 *
 * @param formats those that its schemas can name
 * @param codecs of media types beside those that are built in
 */
public record Extensions(Formats formats, Codecs codecs) {
    /** The standard formats, and no codecs. */
    public static Extensions none() {
        return new Extensions(Formats.standard(), Codecs.none());
    }
}
