package io.contractcheck.json;

import java.io.IOException;
import java.net.URI;

/** Brings the bytes behind a URI: a file, a class path resource, or an http(s) address. */
@FunctionalInterface
public interface DocumentLoader {
    /**
     * The whole content.
     *
     * @throws IOException if there is none, or it may not be read; the message is fit for users
     */
    byte[] load(URI uri) throws IOException;
}
