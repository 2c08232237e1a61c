package io.contractcheck.http;

import java.time.Duration;

/**
 * A request and the answer to it.
 *
 * @param request as sent
 * @param response as received
 * @param elapsed from the first byte sent to the last byte received
 */
public record Exchange(Request request, Response response, Duration elapsed) {
    /** The same with another response. */
    public Exchange with(Response other) {
        return new Exchange(request, other, elapsed);
    }
}
