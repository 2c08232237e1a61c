package io.contractcheck.json;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Asks for one document over HTTP, and follows no redirect. */
@FunctionalInterface
public interface HttpGet {
    /**
     * The answer, whatever its status.
     *
     * @throws java.net.SocketException if there was no connection, or it was lost, which may be different in a moment; likewise
     *     {@link java.net.SocketTimeoutException} and {@link java.net.UnknownHostException}
     * @throws IOException if there is no answer, and will not be; the message is fit for users
     */
    Answer get(URI uri, Map<String, String> headers) throws IOException;

    /**
     * What came.
     *
     * @param status of the answer
     * @param location where it leads, if it does
     * @param body possibly empty
     */
    record Answer(int status, Optional<String> location, byte[] body) {}
}
