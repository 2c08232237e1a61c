package io.contractcheck;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Waits until something listens where the service should be. */
final class Reachable {
    private static final int PAUSE_MILLIS = 200;

    private Reachable() {}

    /**
     * Returns once a connection can be made.
     *
     * @throws ContractException if none could in that time, or the run is to end before
     */
    static void await(String baseUrl, Duration timeout, Stop stop) {
        URI uri = URI.create(baseUrl);
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            stop.check();
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(uri.getHost(), port), (int) Math.min(5000, timeout.toMillis()));
                return;
            } catch (IOException e) {
                if (System.nanoTime() >= deadline) {
                    throw new ContractException(
                            "no service answers at " + baseUrl + " after waiting " + timeout.toMillis() / 1000.0
                                    + " s (" + e.getMessage() + "). Start it in pre-integration-test, look at its log,"
                                    + " or correct <baseUrl> (contract.baseUrl); startupTimeout sets how long to wait.",
                            e);
                }
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ContractException("interrupted while waiting for " + baseUrl, e);
            }
        }
    }
}
