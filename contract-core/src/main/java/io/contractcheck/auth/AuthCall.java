package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.TransportException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request for a credential.
 *
 * @param what it is, for messages, as {@code login}
 * @param method in upper case
 * @param origin scheme, host and port
 * @param target path and query
 * @param context what it takes
 */
record AuthCall(String what, String method, String origin, String target, Context context) {

    /** To a URL that is absolute, or a path below the base URL. */
    static AuthCall to(String what, String method, String url, Context context) {
        String whole =
                url.matches("(?i)https?://.*") ? url : context.baseUrl() + (url.startsWith("/") ? "" : "/") + url;
        return absolute(what, method, whole, context);
    }

    /** To a URL of the document; a relative one is resolved as OpenAPI 3.1 says: against the server's. */
    static AuthCall toDocuments(String what, String method, String url, Context context) {
        try {
            return absolute(
                    what,
                    method,
                    URI.create(context.baseUrl() + "/").resolve(url).toString(),
                    context);
        } catch (IllegalArgumentException e) {
            throw wrongUrl(what, url, context);
        }
    }

    private static AuthCall absolute(String what, String method, String url, Context context) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw wrongUrl(what, url, context);
        }
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || uri.getRawUserInfo() != null || !scheme.matches("(?i)https?")) {
            throw wrongUrl(what, url, context);
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        if (!query.isEmpty()) {
            Disclosed.form(uri.getRawQuery(), context);
        }
        return new AuthCall(what, method, scheme + "://" + uri.getRawAuthority(), path + query, context);
    }

    private static AuthException wrongUrl(String what, String url, Context context) {
        return context.error(
                "The URL of the " + what + context.whose() + " is none"
                        + (url.matches("[^@?]*") ? ": '" + url + "'" : "") + ".",
                "It is a path below the base URL, such as /login, or a whole URL that begins with http:// or https://.",
                "A user and a password do not stand in it, and special characters are percent-encoded.");
    }

    /**
     * The answer.
     *
     * @throws AuthException if none comes
     */
    Response send(List<Header> headers, byte @Nullable [] body) {
        Request request = new Request(method, origin, target, headers, body);
        try {
            return context.transport().send(request).response();
        } catch (TransportException e) {
            throw context.error(
                    "The " + what + context.whose() + " got no answer: "
                            + String.valueOf(e.getMessage()).replace(request.toString(), toString()) + ".",
                    "Perhaps the service that gives tokens does not run, or is not reached from here.",
                    "See that " + origin + " is the right address and answers from this machine.");
        } catch (IllegalArgumentException e) {
            throw context.error(
                    "The " + what + context.whose() + " cannot be sent: " + this + ".",
                    "Its method or one of its headers has characters that HTTP does not allow.");
        }
    }

    /** An error about an answer: what is wrong with it, and what was asked. */
    AuthException error(String wrong, String... lines) {
        String[] all = new String[lines.length + 1];
        all[0] = "The " + what + context.whose() + " " + wrong + ": " + this + ".";
        System.arraycopy(lines, 0, all, 1, lines.length);
        return context.error(all);
    }

    /** An answer for messages: its length and type; it may hold secrets, so nothing else of it. */
    static String sizeOf(Response response) {
        String type = response.header("Content-Type")
                .flatMap(MediaType::parse)
                .map(MediaType::essence)
                .map(t -> " of " + t)
                .orElse(" of no type");
        return response.body().length + " bytes" + type;
    }

    /** Whether an answer is a page for people. */
    static boolean isPage(Response response) {
        Optional<MediaType> type = response.header("Content-Type").flatMap(MediaType::parse);
        return type.map(t -> t.subtype().contains("html")).orElse(false);
    }

    /** The request line, without a query, which may hold secrets. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + origin + (query < 0 ? target : target.substring(0, query));
    }
}
