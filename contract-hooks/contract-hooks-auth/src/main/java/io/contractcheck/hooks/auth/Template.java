package io.contractcheck.hooks.auth;

import io.contractcheck.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places such as {@code {method}} that a request fills.
 *
 * @param text as users write it; {@code \n} is a line break
 */
record Template(String text) {
    static final String PLACES =
            "{method}, {path}, {query}, {query:sorted}, {target}, {url}, {authority}, {body}, {digest},"
                    + " {digest:base64}, {header:Name}, {date}, {keyId}, {signature}, {signature:hex}, {signature:base64url}";

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)(?::([^{}]*))?}");

    /** Several lines, each without the white space around it, as they stand in a pom. */
    static Template ofLines(String text) {
        return new Template(text.strip().lines().map(String::strip).collect(Collectors.joining("\n")));
    }

    /**
     * The text with everything filled in.
     *
     * @param values of places that the request does not fill itself
     * @throws IllegalArgumentException if there is no such place, or nothing for it
     */
    String fill(Request request, Map<String, String> values) {
        Matcher matcher = PLACE.matcher(text.replace("\\n", "\n"));
        return matcher.replaceAll(place -> Matcher.quoteReplacement(value(
                place.group(1), place.group(2) == null ? "" : place.group(2).strip(), request, values)));
    }

    private static String value(String name, String form, Request request, Map<String, String> values) {
        switch (name + (name.equals("header") ? ":" : form.isEmpty() ? "" : ":" + form)) {
            case "method":
                return request.method();
            case "path":
                return request.path();
            case "query":
                return request.query().orElse("");
            case "query:sorted":
                return Arrays.stream(request.query().orElse("").split("&"))
                        .sorted()
                        .collect(Collectors.joining("&"));
            case "target":
                return request.target();
            case "url":
                return request.url();
            case "authority":
                return request.origin().substring(request.origin().indexOf("://") + 3);
            case "header:":
                return request.headers().stream()
                        .filter(h -> h.is(form))
                        .map(h -> h.value().strip())
                        .collect(Collectors.joining(", "));
            case "body":
                return request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8);
            case "digest", "digest:hex":
                return HexFormat.of().formatHex(ContentDigest.digest("SHA-256", request.body()));
            case "digest:base64":
                return Base64.getEncoder().encodeToString(ContentDigest.digest("SHA-256", request.body()));
            default:
                String key = form.isEmpty() ? name : name + ":" + form;
                String value = values.get(key);
                if (value == null) {
                    throw new IllegalArgumentException("there is nothing for {" + key + "}. There are: " + PLACES);
                }
                return value;
        }
    }
}
