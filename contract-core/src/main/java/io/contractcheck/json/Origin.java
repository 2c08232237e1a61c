package io.contractcheck.json;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where an API's document is, and what it may refer to: a file to files, a class path resource to resources of the same class path,
 * and an http(s) address to addresses of the same scheme, host and port.
 */
public final class Origin implements DocumentLoader {
    private final URI uri;
    private final ClassLoader classLoader;
    private final Duration startupTimeout;
    private final Map<String, String> headers;
    private final HttpGet get;

    private Origin(
            URI uri, ClassLoader classLoader, Duration startupTimeout, Map<String, String> headers, HttpGet get) {
        this.uri = uri;
        this.classLoader = classLoader;
        this.startupTimeout = startupTimeout;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.get = get;
    }

    /**
     * From what a user writes: a path, a {@code file:} URI, {@code classpath:name}, or an {@code http(s)} URL.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Origin of(String location) {
        return of(location, Path.of(""));
    }

    /** Like {@link #of(String)}, with the folder that relative paths begin in. */
    public static Origin of(String location, Path folder) {
        String trimmed = location.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(
                    "the location of the API document is empty; give a path, classpath:name, or a URL");
        }
        String lower = trimmed.toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith("classpath:")) {
                String name = trimmed.substring("classpath:".length()).replaceFirst("^/+", "");
                return of(new URI("classpath", null, "/" + name, null));
            }
            if (lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("file:")) {
                return of(new URI(trimmed));
            }
            return of(folder.toAbsolutePath()
                    .resolve(Path.of(trimmed))
                    .normalize()
                    .toUri());
        } catch (URISyntaxException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'" + location + "' is no location of an API document (a path, classpath:name, or a URL): "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * From a URI: {@code file}, {@code classpath}, {@code http} or {@code https}.
     *
     * @throws IllegalArgumentException if it has another scheme, or lacks a host
     */
    public static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("http") || scheme.equals("https");
        if (http ? uri.getHost() == null : !scheme.equals("file") && !scheme.equals("classpath")) {
            throw new IllegalArgumentException("'" + uri + "' is no location of an API document: it needs "
                    + (http ? "a host" : "the scheme file, classpath, http or https"));
        }
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Origin(
                uri,
                context == null ? ClassLoader.getSystemClassLoader() : context,
                Duration.ZERO,
                Map.of(),
                new UrlConnectionGet());
    }

    /** Class path resources are looked for there; the context class loader unless said otherwise. */
    public Origin withClassLoader(ClassLoader loader) {
        return new Origin(uri, loader, startupTimeout, headers, get);
    }

    /** How long a service may take to serve its document; no time unless said otherwise. */
    public Origin waiting(Duration timeout) {
        return new Origin(uri, classLoader, timeout, headers, get);
    }

    /** Headers to ask with, such as credentials; they go to this origin only, never to where it redirects. */
    public Origin asking(Map<String, String> other) {
        return new Origin(uri, classLoader, startupTimeout, other, get);
    }

    /** How http(s) addresses are asked; as the JDK does by itself unless said otherwise. */
    public Origin through(HttpGet other) {
        return new Origin(uri, classLoader, startupTimeout, headers, other);
    }

    /** The document itself, absolute. */
    public URI uri() {
        return uri;
    }

    /** A fresh set of documents. */
    public Documents documents() {
        return new Documents(this);
    }

    @Override
    public byte[] load(URI wanted) throws IOException {
        String scheme = String.valueOf(wanted.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equalsIgnoreCase(uri.getScheme())) {
            throw new IOException(wanted + " is not read: a document at " + kind(uri.getScheme())
                    + " may refer only to others there; put a copy beside it");
        }
        return switch (scheme) {
            case "file" -> file(wanted);
            case "classpath" -> resource(wanted);
            default ->
                new HttpDocument(wanted, uri, headers, get).load(wanted.equals(uri) ? startupTimeout : Duration.ZERO);
        };
    }

    private static String kind(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "file" -> "a file";
            case "classpath" -> "the class path";
            default -> "an http address";
        };
    }

    private static byte[] file(URI wanted) throws IOException {
        Path path;
        try {
            path = Path.of(wanted);
        } catch (IllegalArgumentException e) {
            throw new IOException(wanted + " names no file: " + e.getMessage(), e);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException((Files.exists(path) ? "not a file: " : "no file ") + path.getFileName()
                    + " (looked for " + path.toAbsolutePath() + ")");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new IOException("cannot read " + path.toAbsolutePath() + ": " + e, e);
        }
    }

    private byte[] resource(URI wanted) throws IOException {
        String path = String.valueOf(wanted.getPath() == null ? wanted.getSchemeSpecificPart() : wanted.getPath());
        String name = path.replaceFirst("^/+", "");
        try (InputStream stream = classLoader.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no resource " + name + " on the class path");
            }
            return stream.readAllBytes();
        }
    }
}
