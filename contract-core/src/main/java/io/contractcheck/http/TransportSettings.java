package io.contractcheck.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How requests are sent.
 *
 * @param requestTimeout how long one request may take, connecting and reading all of the answer included
 * @param connections how many connections may be open at once
 * @param maxBodyBytes how much of a response body is kept, in bytes; longer ones are cut there and marked as truncated
 * @param userAgent sent as {@code User-Agent} by requests that have none
 * @param tls whom to trust, and what to show
 * @param proxy through which hosts are called, if through one
 */
public record TransportSettings(
        Duration requestTimeout, int connections, long maxBodyBytes, String userAgent, Tls tls, Optional<Proxy> proxy) {

    public TransportSettings {
        if (requestTimeout.isZero() || requestTimeout.isNegative()) {
            throw new IllegalArgumentException("the request timeout is " + requestTimeout + ": it must be positive");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("connections is " + connections + ": there must be at least one");
        }
        if (maxBodyBytes < 0 || maxBodyBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the limit of a body is " + maxBodyBytes
                    + " bytes: it must be from 0 to " + (Integer.MAX_VALUE - 8));
        }
    }

    /** Straight to the host, and with the trust of the JDK. */
    public TransportSettings(Duration requestTimeout, int connections, long maxBodyBytes, String userAgent) {
        this(requestTimeout, connections, maxBodyBytes, userAgent, Tls.DEFAULT, Optional.empty());
    }

    /** Ten seconds, eight connections, 16 MiB, and {@code ContractCheck/} with the version of this library. */
    public static TransportSettings defaults() {
        String version = TransportSettings.class.getPackage().getImplementationVersion();
        return new TransportSettings(
                Duration.ofSeconds(10), 8, 16 << 20, version == null ? "ContractCheck" : "ContractCheck/" + version);
    }
}
