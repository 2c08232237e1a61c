package io.contractcheck.testcase;

import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;

/** Test cases as HTTP, and back. */
public final class Wire {
    private Wire() {}

    /**
     * Writes a case as the request that is sent.
     *
     * @param baseUrl scheme, host, port and, possibly, a path before every operation's path, without a trailing slash
     * @throws UnwritableException if a value has no form in its style or media type
     */
    public static Request write(TestCase testCase, String baseUrl) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a request as a server would that keeps to the document: every declared parameter and the body, typed by their schemas.
     *
     * @throws UnreadableException if a part cannot be read; the message names it
     */
    public static TestCase read(Operation operation, Request request, String baseUrl) {
        throw new UnsupportedOperationException();
    }
}
