package io.contractcheck.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** The documents of one API, each read once, on first use; references between them are followed lazily. */
public final class Documents {
    private final DocumentLoader loader;

    public Documents(DocumentLoader loader) {
        this.loader = loader;
    }

    /** A single tree in memory, with references into itself only. */
    public static Documents of(URI uri, JsonNode root) {
        throw new UnsupportedOperationException();
    }

    /** The root of a document, read if it was not yet. */
    public Located root(URI uri) {
        throw new UnsupportedOperationException();
    }

    /**
     * Follows one reference, resolved against the document it stands in (RFC 3986, RFC 6901 fragments, and plain-name anchors).
     *
     * @throws ReferenceException if it leads nowhere
     */
    public Located resolve(Located from, String reference) {
        throw new UnsupportedOperationException();
    }
}
