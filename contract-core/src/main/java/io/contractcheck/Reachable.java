package io.contractcheck;

import io.contractcheck.http.Proxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Waits until something listens where the service should be. */
final class Reachable {
    private static final int PAUSE_MILLIS = 200;

    private Reachable() {}

    /**
     * Returns once a connection can be made.
     *
     * @param proxy on the way there, if there is one; then only that is known to listen
     * @throws ContractException if none could in that time, or the run is to end before
     */
    static void await(String baseUrl, Duration timeout, Optional<Proxy> proxy, Stop stop) {
        URI uri = URI.create(baseUrl);
        int own = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        String host = proxy.map(Proxy::host).orElse(uri.getHost());
        int port = proxy.map(Proxy::port).orElse(own);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            stop.check();
            try (Socket socket = new Socket(java.net.Proxy.NO_PROXY)) {
                socket.connect(new InetSocketAddress(host, port), (int) Math.min(5000, timeout.toMillis()));
                return;
            } catch (IOException e) {
                if (System.nanoTime() >= deadline) {
                    throw new ContractException(
                            proxy.isPresent()
                                    ? "the proxy " + proxy.get() + " does not answer after waiting "
                                            + timeout.toMillis() / 1000.0 + " s (" + e.getMessage()
                                            + "). Correct <proxy> (contract.proxy), or name the service's host in <noProxy>"
                                            + " (contract.noProxy)."
                                    : "no service answers at " + baseUrl + " after waiting "
                                            + timeout.toMillis() / 1000.0
                                            + " s (" + e.getMessage()
                                            + "). Start it in pre-integration-test, look at its log,"
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
