package io.contractcheck.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An HTTP proxy: asks for http with whole URLs (RFC 9112, section 3.2.2), for https through a tunnel (RFC 9110, section 9.3.6).
 *
 * @param host of the proxy
 * @param port of the proxy
 * @param credentials user and password with a colon between them, if it wants them
 * @param bypass hosts that are called without it: a name stands for itself and all below it, {@code *} for all; those of this machine
 *     are among them unless {@code -loopback} is
 */
public record Proxy(String host, int port, Optional<String> credentials, List<String> bypass) {
    /** In {@code bypass}: hosts of this machine are called through the proxy, too. */
    public static final String WITH_LOOPBACK = "-loopback";

    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost|127(\\.\\d+){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    public Proxy {
        bypass = List.copyOf(bypass);
    }

    /**
     * From {@code http://user:password@host:port}; user and password are percent-encoded, and may be left out.
     *
     * @throws IllegalArgumentException if it is something else; the message has no password in it
     */
    public static Proxy parse(String url, List<String> bypass) {
        URI uri;
        try {
            uri = URI.create(url.contains("://") ? url.trim() : "http://" + url.trim());
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        boolean path = uri.getRawPath() != null && uri.getRawPath().length() > 1;
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || path || uri.getRawQuery() != null) {
            throw wrong();
        }
        return new Proxy(
                uri.getHost(),
                uri.getPort() < 0 ? 80 : uri.getPort(),
                Optional.ofNullable(uri.getRawUserInfo())
                        .map(info -> URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8)),
                bypass);
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("proxy: what is set is no address of a proxy. Write http://host:port, or"
                + " http://user:password@host:port with special characters percent-encoded.");
    }

    /** Whether that host is called through it. */
    public boolean handles(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (LOOPBACK.matcher(name).matches()) {
            return bypass.contains(WITH_LOOPBACK);
        }
        return bypass.stream()
                .map(b -> b.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .noneMatch(b -> b.equals("*") || name.equals(b) || name.endsWith("." + b));
    }

    /** The value of {@code Proxy-Authorization} (RFC 7617), if there are credentials. */
    Optional<String> authorization() {
        return credentials.map(c -> "Basic " + Base64.getEncoder().encodeToString(c.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
