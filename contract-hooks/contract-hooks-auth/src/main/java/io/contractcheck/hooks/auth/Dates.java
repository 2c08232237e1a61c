package io.contractcheck.hooks.auth;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as HTTP has them. */
final class Dates {
    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    private Dates() {}

    /** RFC 9110, section 5.6.7: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    static String http(Instant instant) {
        return HTTP.format(instant.atOffset(ZoneOffset.UTC));
    }
}
