package io.contractcheck.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
final class Ports {
    /** Below those that systems give to outgoing connections, so that none of them takes a port before the service does. */
    private static final int FIRST = 20_000;

    private static final int LAST = 29_999;
    private static final int TRIES = 200;
    private static final int PRIVILEGED = 1024;
    private static final int CONNECT_MILLIS = 500;
    private static final List<String> HERE = List.of("127.0.0.1", "::1");

    private Ports() {}

    /** One that nobody listens on. Drawn, so that builds side by side seldom want the same. */
    static int free(Collection<String> taken) {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (!taken.contains(Integer.toString(port)) && isFree(port)) {
                return port;
            }
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServiceException("there is no free port on this machine: " + e.getMessage(), e);
        }
    }

    static boolean isFree(int port) {
        if (port < PRIVILEGED) {
            return !isOpen(port);
        }
        for (String host : HERE) {
            if (isRefused(host, port)) {
                return false;
            }
        }
        try (ServerSocket all = new ServerSocket(port)) {
            return all.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether an address that this machine has cannot be listened on. */
    private static boolean isRefused(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return false;
        } catch (IOException e) {
            return host.equals(HERE.get(0)) || isOpen(host, port);
        }
    }

    /** Whether somebody listens there. */
    static boolean isOpen(int port) {
        return HERE.stream().anyMatch(host -> isOpen(host, port));
    }

    private static boolean isOpen(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
