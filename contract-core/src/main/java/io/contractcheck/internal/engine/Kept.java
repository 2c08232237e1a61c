package io.contractcheck.internal.engine;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Response;
import io.contractcheck.json.Beginning;
import java.util.Arrays;
import java.util.List;

/** What is kept of an exchange: of its answer as much as people read. */
final class Kept {
    private static final int BODY_BYTES = 16 * 1024;
    private static final int HEADERS = 100;
    private static final int VALUE = 8 * 1024;
    private static final int NAME = 256;
    private static final int REASON = 256;

    private Kept() {}

    static Exchange of(Exchange exchange) {
        Response response = exchange.response();
        boolean longBody = response.body().length > BODY_BYTES;
        boolean longHead = response.headers().size() > HEADERS
                || response.reason().length() > REASON
                || hasLong(response.headers());
        if (!longBody && !longHead) {
            return exchange;
        }
        List<Header> headers = response.headers().stream()
                .limit(HEADERS)
                .map(h -> isLong(h) ? new Header(Beginning.of(h.name(), NAME), Beginning.of(h.value(), VALUE)) : h)
                .toList();
        return exchange.with(new Response(
                response.status(),
                Beginning.of(response.reason(), REASON),
                headers,
                longBody ? Arrays.copyOf(response.body(), BODY_BYTES) : response.body(),
                longBody || response.truncated()));
    }

    private static boolean hasLong(List<Header> headers) {
        for (Header header : headers) {
            if (isLong(header)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLong(Header header) {
        return header.name().length() > NAME || header.value().length() > VALUE;
    }
}
