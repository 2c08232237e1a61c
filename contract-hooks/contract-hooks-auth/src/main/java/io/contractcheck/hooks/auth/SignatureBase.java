package io.contractcheck.hooks.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is signed of a message (RFC 9421, section 2.5).
 *
 * @param components the values of what is covered, by identifier, in order
 * @param parameters of the signature, each as it is written, in order
 */
record SignatureBase(Map<String, String> components, Map<String, String> parameters) {
    private static final String DERIVED = "@method, @target-uri, @authority, @scheme, @request-target, @path, @query";

    /**
     * Covers those of the components that the request has.
     *
     * @throws IllegalArgumentException if one is not known
     */
    static SignatureBase of(Request request, List<String> components, Map<String, String> parameters) {
        Map<String, String> covered = new LinkedHashMap<>();
        for (String component : components) {
            value(request, component).ifPresent(value -> covered.put(component, value));
        }
        return new SignatureBase(covered, parameters);
    }

    /** Section 2.2 for what is derived, section 2.1 for fields. */
    private static Optional<String> value(Request request, String component) {
        if (!component.startsWith("@")) {
            if (!component.matches("[!#$%&'*+.^_`|~0-9a-z-]+")) {
                throw new IllegalArgumentException(
                        "'" + component + "' is no component: write a header's name, or " + DERIVED);
            }
            return field(request, component);
        }
        String authority = request.origin().substring(request.origin().indexOf("://") + 3);
        String scheme = request.origin().substring(0, request.origin().indexOf("://"));
        return Optional.of(
                switch (component) {
                    case "@method" -> request.method();
                    case "@target-uri" -> request.url();
                    case "@authority" -> normal(scheme, field(request, "host").orElse(authority));
                    case "@scheme" -> scheme.toLowerCase(Locale.ROOT);
                    case "@request-target" -> request.target();
                    case "@path" -> request.path().isEmpty() ? "/" : request.path();
                    case "@query" -> "?" + request.query().orElse("");
                    default ->
                        throw new IllegalArgumentException("'" + component + "' is not known. There are: " + DERIVED
                                + ", and headers by their names");
                });
    }

    /** In lower case, and without the port that goes without saying. */
    private static String normal(String scheme, String authority) {
        String plain = authority.toLowerCase(Locale.ROOT);
        String usual = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
        return plain.endsWith(usual) ? plain.substring(0, plain.length() - usual.length()) : plain;
    }

    private static Optional<String> field(Request request, String name) {
        List<Header> fields = request.headers().stream().filter(h -> h.is(name)).toList();
        if (fields.isEmpty()) {
            // the transport adds it to every request with a body
            return name.equals("content-length") && request.body() != null
                    ? Optional.of(Integer.toString(request.body().length))
                    : Optional.empty();
        }
        return Optional.of(fields.stream().map(h -> h.value().strip()).collect(Collectors.joining(", ")));
    }

    /** What stands in Signature-Input: the covered components and the parameters (section 2.3). */
    String input() {
        return components.keySet().stream().map(c -> '"' + c + '"').collect(Collectors.joining(" ", "(", ")"))
                + parameters.entrySet().stream()
                        .map(p -> ";" + p.getKey() + "=" + p.getValue())
                        .collect(Collectors.joining());
    }

    String text() {
        return components.entrySet().stream()
                        .map(c -> '"' + c.getKey() + "\": " + c.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\"@signature-params\": " + input();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
