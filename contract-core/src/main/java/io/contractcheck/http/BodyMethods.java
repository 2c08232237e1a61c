package io.contractcheck.http;

/** The methods of requests that say "Content-Length: 0" when they have no body (RFC 9110, section 8.6). */
final class BodyMethods {
    private BodyMethods() {}

    static boolean expectBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }
}
