package io.contractcheck.http;

import io.contractcheck.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What must never be seen: known secret values become {@code ${VARIABLE}} wherever they stand, in plain, percent-encoded,
 * JSON-escaped or Base64 form; the values of response headers that hand out credentials are hidden whatever they are. This is the
 * one place where it happens, before anything is kept. Thread-safe.
 */
public final class Secrets {
    /** Stands for a value that was hidden and has no variable. */
    public static final String HIDDEN = "[masked]";

    private static final int SHORTEST_FOUND_ANYWHERE = 4;
    private static final List<String> HIDDEN_RESPONSE_HEADERS =
            List.of("set-cookie", "set-cookie2", "authorization", "proxy-authorization", "authentication-info");

    private final List<Secret> secrets = new CopyOnWriteArrayList<>();

    private record Secret(String variable, String value, List<String> forms) {}

    /** Nothing secret yet. */
    public Secrets() {}

    /**
     * Makes a value secret from now on.
     *
     * @param variable the shell variable that stands for it, as {@code CONTRACT_TOKEN}
     * @param value the secret; empty ones are ignored
     */
    public void add(String variable, String value) {
        if (value.isEmpty() || secrets.stream().anyMatch(s -> s.value.equals(value))) {
            return;
        }
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        String quoted = Json.write(Json.NODES.textNode(value));
        forms.add(quoted.substring(1, quoted.length() - 1));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= SHORTEST_FOUND_ANYWHERE) {
            forms.add(Base64.getEncoder().encodeToString(bytes));
            forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        secrets.add(new Secret(variable, value, List.copyOf(forms)));
    }

    /** Makes secret what a configured header carries: its credentials without their scheme, or its whole value if its name tells of one. */
    public void addHeader(Header header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        String variable = "CONTRACT_" + header.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        if (name.equals("authorization") || name.equals("proxy-authorization")) {
            int space = header.value().indexOf(' ');
            add(
                    space < 0 ? variable : "CONTRACT_TOKEN",
                    header.value().substring(space + 1).trim());
            if (header.value().regionMatches(true, 0, "Basic ", 0, 6)) {
                addDecoded(header.value().substring(6).trim());
            }
        } else if (name.equals("cookie")) {
            for (String pair : header.value().split(";")) {
                add(variable, pair.substring(pair.indexOf('=') + 1).trim());
            }
        } else if (carriesCredentials(name)) {
            add(variable, header.value());
        }
    }

    /** Whether a header of that name is likely to carry credentials. */
    public static boolean carriesCredentials(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches(".*(cookie|token|key|secret|password|passwd|auth|session|credential).*");
    }

    private void addDecoded(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            add("CONTRACT_PASSWORD", pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            // not Base64, so there is nothing else in it to hide
        }
    }

    /** The text with every secret in it replaced. */
    public String mask(String text) {
        String masked = text;
        for (Found found : longestFirst()) {
            if (found.form.length() >= SHORTEST_FOUND_ANYWHERE) {
                masked = masked.replace(found.form, "${" + found.variable + "}");
            }
        }
        return masked;
    }

    private record Found(String form, String variable) {}

    private List<Found> longestFirst() {
        List<Found> all = new ArrayList<>();
        for (Secret secret : secrets) {
            secret.forms.forEach(form -> all.add(new Found(form, secret.variable)));
        }
        all.sort(Comparator.comparingInt((Found f) -> f.form.length()).reversed());
        return all;
    }

    /** The request with every secret in it replaced. */
    public Request mask(Request request) {
        if (secrets.isEmpty()) {
            return request;
        }
        return new Request(
                request.method(),
                request.origin(),
                mask(request.target()),
                request.headers().stream().map(this::mask).toList(),
                request.body() == null ? null : mask(request.body()));
    }

    /** The exchange with every secret in it replaced, and credentials that the response hands out hidden. */
    public Exchange mask(Exchange exchange) {
        Response response = exchange.response();
        List<Header> headers = response.headers().stream()
                .map(h -> HIDDEN_RESPONSE_HEADERS.contains(h.name().toLowerCase(Locale.ROOT))
                        ? new Header(h.name(), HIDDEN)
                        : mask(h))
                .toList();
        return new Exchange(
                mask(exchange.request()),
                new Response(
                        response.status(),
                        mask(response.reason()),
                        headers,
                        mask(response.body()),
                        response.truncated()),
                exchange.elapsed());
    }

    private Header mask(Header header) {
        for (Secret secret : secrets) {
            if (header.value().equals(secret.value)) {
                return new Header(header.name(), "${" + secret.variable + "}");
            }
        }
        return new Header(mask(header.name()), mask(header.value()));
    }

    private byte[] mask(byte[] bytes) {
        if (secrets.isEmpty()) {
            return bytes;
        }
        // Latin-1 maps every byte to one char and back, so bodies that are not UTF-8 survive; secrets are compared in
        // their UTF-8 bytes
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String masked = text;
        for (Found found : longestFirst()) {
            if (found.form.length() >= SHORTEST_FOUND_ANYWHERE) {
                String form = new String(found.form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                masked = masked.replace(form, "${" + found.variable + "}");
            }
        }
        return masked.equals(text) ? bytes : masked.getBytes(StandardCharsets.ISO_8859_1);
    }
}
