package io.contractcheck.service;

import java.time.Duration;

/** Times for messages. */
final class Times {
    private Times() {}

    /** As {@code 2.5 s}. */
    static String text(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
    }
}
