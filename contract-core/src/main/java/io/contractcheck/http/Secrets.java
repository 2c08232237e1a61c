package io.contractcheck.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must never be seen: known secret values become {@code ${VARIABLE}} wherever they stand, in plain, percent-encoded,
 * JSON-escaped or Base64 form; the values of response headers that hand out credentials are hidden whatever they are. This is the
 * one place where it happens, before anything is kept. Masking what is masked changes nothing. Thread-safe.
 *
 * <p>Values of up to three characters are found only as a whole header value, the credentials in one, or the value of a query
 * parameter or cookie: anywhere else they would be found everywhere.
 */
public final class Secrets {
    /** Stands for a value that was hidden and has no variable. */
    public static final String HIDDEN = "[masked]";

    private static final int SHORTEST_COOKIE = 8;
    private static final int SHORTEST_BEGINNING = 8;
    private static final char ELLIPSIS = '…';
    private static final List<String> CREDENTIAL_WORDS =
            List.of("cookie", "token", "key", "secret", "password", "passwd", "auth", "session", "credential");
    private static final List<String> COMMON = List.of("Accept", "Content-Type");
    private static final List<String> HIDDEN_RESPONSE_HEADERS =
            List.of("set-cookie", "set-cookie2", "authorization", "proxy-authorization", "authentication-info");

    private final List<Secret> secrets = new CopyOnWriteArrayList<>();
    private volatile SecretForms forms = SecretForms.of(List.of());

    /** Nothing secret yet. */
    public Secrets() {}

    /**
     * Makes a value secret from now on.
     *
     * @param variable the shell variable that stands for it, as {@code CONTRACT_TOKEN}; small letters become capitals, and what no
     *     variable's name may hold becomes an underscore
     * @param value the secret; empty ones are ignored
     */
    public synchronized void add(String variable, String value) {
        if (value.isEmpty() || secrets.stream().anyMatch(s -> s.value().equals(value))) {
            return;
        }
        secrets.add(new Secret(shellName(variable), value));
        forms = SecretForms.of(secrets);
    }

    /** Makes secret what a configured header carries: its credentials without their scheme, or its whole value if its name tells of one. */
    public void addHeader(Header header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        String variable = "CONTRACT_" + header.name();
        if (name.equals("authorization") || name.equals("proxy-authorization")) {
            String value = header.value().trim();
            int space = value.indexOf(' ');
            String credentials = value.substring(space + 1).trim();
            add(space < 0 ? variable : "CONTRACT_TOKEN", credentials);
            if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
                addDecoded(credentials);
            }
        } else if (name.equals("cookie")) {
            for (String pair : header.value().split(";")) {
                int equals = pair.indexOf('=');
                String cookie = pair.substring(0, Math.max(equals, 0)).trim();
                String value = pair.substring(equals + 1).trim();
                // short values of harmless names, such as lang=de, are no secrets but words that stand elsewhere, too
                if (value.length() >= SHORTEST_COOKIE || carriesCredentials(cookie)) {
                    add(variable + "_" + cookie, value);
                }
            }
        } else if (carriesCredentials(name)) {
            add(variable, header.value());
        }
    }

    private static String shellName(String variable) {
        String name = variable.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return name.matches("[A-Z_].*") ? name : "_" + name;
    }

    /** Whether a header of that name is likely to carry credentials. */
    public static boolean carriesCredentials(String name) {
        if (COMMON.contains(name)) {
            return false; // most headers of most requests
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : CREDENTIAL_WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private void addDecoded(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            add("CONTRACT_PASSWORD", pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            // not Base64, so there is nothing else in it to hide
        }
    }

    /** The text with every secret in it replaced, also those of which an ellipsis ({@code …}) has cut the end off. */
    public String mask(String text) {
        String masked = forms.mask(text);
        for (int cut = masked.indexOf(ELLIPSIS); cut >= 0; cut = masked.indexOf(ELLIPSIS, cut + 1)) {
            String end = withoutBeginning(masked.substring(0, cut));
            masked = end + masked.substring(cut);
            cut = end.length();
        }
        return masked;
    }

    /** The text without the beginning of a secret at its end. */
    private String withoutBeginning(String text) {
        for (Secret secret : secrets) {
            String value = secret.value();
            for (int n = Math.min(value.length() - 1, text.length()); n >= SHORTEST_BEGINNING; n--) {
                if (text.regionMatches(text.length() - n, value, 0, n)) {
                    return text.substring(0, text.length() - n) + secret.placeholder();
                }
            }
        }
        return text;
    }

    /** The request with every secret in it replaced. */
    public Request mask(Request request) {
        if (secrets.isEmpty()) {
            return request;
        }
        byte[] body = request.body();
        return new Request(
                request.method(),
                request.origin(),
                maskQuery(mask(request.target())),
                request.headers().stream().map(this::mask).toList(),
                body == null ? null : forms.mask(body),
                request.framing());
    }

    /** The exchange with every secret in it replaced, and credentials that the response hands out hidden. */
    public Exchange mask(Exchange exchange) {
        if (secrets.isEmpty() && !handsOut(exchange.response())) {
            return exchange;
        }
        Response response = exchange.response();
        byte[] body = forms.mask(response.body());
        boolean coded = response.header("Content-Encoding").isPresent();
        if (coded
                && response.content()
                        .map(content -> forms.mask(content) != content)
                        .orElse(false)) {
            // a secret under a content coding cannot be replaced in place, and what is kept may be decoded later
            body = HIDDEN.getBytes(StandardCharsets.US_ASCII);
        }
        List<Header> headers = response.headers().stream()
                .map(h -> isHidden(h) ? new Header(h.name(), HIDDEN) : mask(h))
                .toList();
        return new Exchange(
                mask(exchange.request()),
                new Response(response.status(), mask(response.reason()), headers, body, response.truncated()),
                exchange.elapsed());
    }

    private static boolean handsOut(Response response) {
        for (Header header : response.headers()) {
            if (isHidden(header)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(Header header) {
        for (String hidden : HIDDEN_RESPONSE_HEADERS) {
            if (header.is(hidden)) {
                return true;
            }
        }
        return false;
    }

    private Header mask(Header header) {
        String value = header.value();
        for (Secret secret : secrets) {
            if (secret.isShort()) {
                value = value.equals(secret.value()) ? secret.placeholder() : value;
                if (header.is("Authorization") || header.is("Proxy-Authorization") || header.is("Cookie")) {
                    String quoted = Pattern.quote(secret.value());
                    value = value.replaceAll(
                            "(?<=[ =])" + quoted + "(?=\\s*(;|$))", Matcher.quoteReplacement(secret.placeholder()));
                }
            }
        }
        return new Header(mask(header.name()), mask(value));
    }

    private String maskQuery(String target) {
        String masked = target;
        for (Secret secret : secrets) {
            if (secret.isShort() && masked.indexOf('?') >= 0) {
                int query = masked.indexOf('?');
                masked = masked.substring(0, query)
                        + masked.substring(query)
                                .replaceAll(
                                        "(?<==)" + secret.pattern(StandardCharsets.UTF_8) + "(?=&|$)",
                                        Matcher.quoteReplacement(secret.placeholder()));
            }
        }
        return masked;
    }
}
