package io.contractcheck;

import io.contractcheck.openapi.Api;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Where the service is. Nobody is to fuzz production by accident, so only addresses near by are taken from a document. */
final class BaseUrl {
    private static final List<String> LOCAL_DOMAINS = List.of(".localhost", ".local", ".internal", ".test");

    private BaseUrl() {}

    /** The URL before every operation's path, without a trailing slash. */
    static String of(ContractConfig.Target target, Api api) {
        if (target.baseUrl().isPresent()) {
            return parse(target.baseUrl().get());
        }
        String path = api.servers().stream().findFirst().map(BaseUrl::path).orElse("");
        URI document = api.document();
        if (isHttp(document) && nearBy(document.getHost())) {
            return document.getScheme() + "://" + document.getRawAuthority() + path;
        }
        if (target.started().isPresent()) {
            return target.started().get() + path;
        }
        if (isHttp(document)) {
            throw new ContractException("baseUrl is required: the document comes from " + document.getHost()
                    + ", which is not on this machine or network, and nobody should test production by accident."
                    + " Set <baseUrl> (contract.baseUrl) to the service to test.");
        }
        Optional<String> here = here(api);
        if (here.isPresent()) {
            return here.get();
        }
        throw new ContractException("baseUrl is required: "
                + (api.servers().isEmpty()
                        ? "the document names no server"
                        : "the document's servers (" + String.join(", ", api.servers()) + ") are not on this machine")
                + ". Set <baseUrl> (contract.baseUrl) to the service to test, such as http://127.0.0.1:8080.");
    }

    /** Where requests that are never sent would go: as {@link #of}, and anywhere with the first server's path where that refuses. */
    static String nominal(Optional<String> configured, Api api) {
        if (configured.isPresent()) {
            return parse(configured.get());
        }
        Optional<String> here = isHttp(api.document()) ? Optional.empty() : here(api);
        return here.orElseGet(() -> "http://localhost"
                + api.servers().stream().findFirst().map(BaseUrl::path).orElse(""));
    }

    /** The first of the document's servers that is on this machine. */
    private static Optional<String> here(Api api) {
        for (String server : api.servers()) {
            try {
                URI uri = URI.create(server);
                if (isHttp(uri) && loopback(uri.getHost())) {
                    return Optional.of(parse(server));
                }
            } catch (IllegalArgumentException e) {
                // a server with variables left open is no address
            }
        }
        return Optional.empty();
    }

    /** Whether a document comes from this machine or network. */
    static boolean isNearBy(URI document) {
        return isHttp(document) && nearBy(document.getHost());
    }

    /** Whether a base URL leads to the host and port that the document comes from. */
    static boolean sameOrigin(String baseUrl, URI document) {
        try {
            URI uri = URI.create(baseUrl.trim());
            return isHttp(document)
                    && uri.getScheme() != null
                    && uri.getScheme().equalsIgnoreCase(document.getScheme())
                    && String.valueOf(uri.getRawAuthority()).equalsIgnoreCase(document.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false; // what is wrong with it is said where it is read
        }
    }

    private static String parse(String text) {
        URI uri;
        try {
            uri = URI.create(text.trim());
        } catch (IllegalArgumentException e) {
            throw new ContractException("baseUrl: '" + text + "' is no URL: " + e.getMessage(), e);
        }
        if (uri.getRawUserInfo() != null) {
            throw new ContractException(
                    "baseUrl: a URL with a user or password in it is not allowed: leave out all before"
                            + " the @, and set <headers> (contract.headers) to 'Authorization: Basic ...'.");
        }
        if (!isHttp(uri) || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new ContractException("baseUrl: '" + text
                    + "' is not allowed: write http:// or https://, a host and, if need be, a port and a path.");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getRawAuthority() + withoutSlash(path);
    }

    private static String path(String server) {
        try {
            String path = URI.create(server).getRawPath();
            return path == null ? "" : withoutSlash(path);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? withoutSlash(path.substring(0, path.length() - 1)) : path;
    }

    private static boolean isHttp(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private static boolean nearBy(String host) {
        if (loopback(host) || !host.contains(".") && !host.contains(":")) {
            return true; // a bare name is found only near by, such as a container's
        }
        if (LOCAL_DOMAINS.stream().anyMatch(host::endsWith)) {
            return true;
        }
        return literal(host)
                .map(a -> a.isSiteLocalAddress() || a.isLinkLocalAddress())
                .orElse(false);
    }

    private static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || literal(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** Literal addresses only: a name is not looked up to decide this. */
    private static Optional<InetAddress> literal(String host) {
        if (!host.matches("[0-9.]+|\\[.*]")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
