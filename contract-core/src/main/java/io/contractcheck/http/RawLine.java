package io.contractcheck.http;

import java.net.URI;

/**
 * A request that is no HTTP as a line for a POSIX shell that sends the same bytes: by {@code nc}, or by {@code openssl} over TLS. Where the
 * sender is to end its side of the connection early, most versions of {@code nc} do so at the end of their input; that of OpenBSD, which
 * Debian has, with {@code -N}.
 */
final class RawLine {
    private RawLine() {}

    static String of(Request masked, Framing framing) {
        URI origin = URI.create(masked.origin());
        boolean secure = "https".equals(origin.getScheme());
        int port = origin.getPort() >= 0 ? origin.getPort() : secure ? 443 : 80;
        String host = origin.getHost();
        return Printf.of(FramedBytes.of(masked, framing)) + " | "
                + (secure
                        ? "openssl s_client -quiet -connect " + host + ":" + port
                        : "nc " + host.replaceAll("[\\[\\]]", "") + " " + port);
    }
}
