package io.contractcheck.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How hard a service is pressed.
 *
 * @param limit of requests, if there is one
 * @param maxRetryAfter the longest pause that a service may ask for with 429 and be given; zero for none
 * @param requestRetries how often a connection that was refused is tried again
 * @param maxRedirects how many redirects a request may follow; 0 if an answer is what came first
 */
public record Pace(Optional<Rate> limit, Duration maxRetryAfter, int requestRetries, int maxRedirects) {
    /** No limit, a minute, three, none. */
    public static final Pace DEFAULT = new Pace(Optional.empty(), Duration.ofSeconds(60), 3, 0);

    /** As many as clients are used to follow. */
    public static final int DEFAULT_MAX_REDIRECTS = 10;

    public Pace {
        if (maxRetryAfter.isNegative() || requestRetries < 0 || maxRedirects < 0) {
            throw new IllegalArgumentException("neither a pause nor a number of retries or redirects is negative");
        }
    }

    /** The same with a part of the limit, where some share it. */
    public Pace sharedBy(int number) {
        return new Pace(limit.map(l -> l.sharedBy(number)), maxRetryAfter, requestRetries, maxRedirects);
    }
}
