package io.contractcheck.json;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Fetches one document over HTTP, from the root's own scheme, host and port only. */
final class HttpDocument {
    private static final long PAUSE_MILLIS = 250;
    private static final int REDIRECTS = 5;

    private final URI wanted;
    private final URI root;
    private final Map<String, String> headers;
    private final HttpGet get;

    /** @param headers for the root's own origin, nobody else's */
    HttpDocument(URI wanted, URI root, Map<String, String> headers, HttpGet get) {
        this.wanted = wanted;
        this.root = root;
        this.headers = headers;
        this.get = get;
    }

    /** Asks again until the time is over, as long as the answer may still change because the service is starting. */
    byte[] load(Duration patience) throws IOException {
        if (!sameOrigin(wanted)) {
            throw new IOException(
                    wanted + " is not fetched: documents may refer only to their own origin, " + origin(root));
        }
        long start = System.nanoTime();
        while (true) {
            String seen;
            try {
                HttpGet.Answer answer = follow();
                if (answer.status() / 100 == 2) {
                    return answer.body();
                }
                seen = "status " + answer.status();
                if (answer.status() == 401 || answer.status() == 403) {
                    throw new RefusedException(
                            wanted + " answered with " + seen + " instead of a document", answer.status());
                }
                if (answer.status() != 404 && answer.status() < 500) {
                    throw new IOException(wanted + " answered with " + seen + " instead of a document");
                }
            } catch (ConnectException e) {
                seen = "connection refused";
            } catch (SocketTimeoutException e) {
                seen = "no answer in time";
            } catch (UnknownHostException e) {
                seen = "unknown host " + wanted.getHost();
            } catch (SocketException e) {
                seen = "connection lost (" + e.getMessage() + ")";
            }
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new IOException(wanted + ": no document"
                        + (patience.isZero() ? "" : " after waiting " + patience.toMillis() / 1000.0 + " s")
                        + "; last seen: " + seen + ". Is the service running there?");
            }
            pause();
        }
    }

    private HttpGet.Answer follow() throws IOException {
        URI at = wanted;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Map<String, String> sent = new LinkedHashMap<>();
            sent.put("Accept", "application/json, application/yaml;q=0.9, */*;q=0.8");
            if (sameOrigin(at)) {
                headers.forEach((name, value) -> {
                    sent.keySet().removeIf(name::equalsIgnoreCase);
                    sent.put(name, value);
                });
            }
            HttpGet.Answer answer = get.get(at, sent);
            if (answer.status() / 100 != 3 || answer.location().isEmpty()) {
                return answer;
            }
            at = References.resolve(
                    at, References.beforeFragment(answer.location().get()));
            if (!sameOrigin(at) && !(wanted.equals(root) && http(at))) {
                throw new IOException(wanted + " leads on to " + at + ", which is not its own origin");
            }
        }
        throw new IOException(wanted + " leads on and on: more than " + REDIRECTS + " redirects");
    }

    private boolean sameOrigin(URI uri) {
        return origin(uri).equals(origin(root));
    }

    private static boolean http(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the document");
        }
    }
}
