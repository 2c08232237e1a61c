package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where an API is served.
 *
 * @param urls without trailing slashes, absolute where that can be known, otherwise a path; none where nothing is known
 * @param basePath the path of the first of them, without a trailing slash
 */
record Servers(List<String> urls, String basePath) {

    /** OpenAPI 3.1, section 4.8.5: without servers, the place the document came from. */
    static Servers openApi3(Located root) {
        List<String> urls = new ArrayList<>();
        for (Located server : Structure.elements(root.get("servers"))) {
            Structure.text(server.get("url")).ifPresent(url -> urls.add(filled(url, server.get("variables"))));
        }
        if (urls.isEmpty() && served(root.document())) {
            urls.add("/");
        }
        return of(urls.stream().map(url -> absolute(url, root.document())).toList());
    }

    /** Swagger 2.0: {@code schemes}, {@code host} and {@code basePath}, each by default that of the document. */
    static Servers swagger2(Located root) {
        URI document = root.document();
        String path = Structure.text(root.get("basePath")).orElse("");
        path = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
        String host = Structure.text(root.get("host"))
                .filter(text -> !text.isBlank())
                .orElse(served(document) ? document.getRawAuthority() : "");
        if (host.isEmpty()) {
            return of(List.of(path));
        }
        List<String> schemes = new ArrayList<>(Structure.texts(root.get("schemes")));
        schemes.removeIf(scheme -> !scheme.toLowerCase(Locale.ROOT).startsWith("http"));
        if (schemes.isEmpty()) {
            schemes.add(served(document) ? document.getScheme() : "http");
        }
        String rest = host + path;
        return of(schemes.stream().map(scheme -> scheme + "://" + rest).toList());
    }

    private static Servers of(List<String> urls) {
        Set<String> trimmed = new LinkedHashSet<>();
        urls.forEach(url -> trimmed.add(url.replaceFirst("/+$", "")));
        String basePath = trimmed.stream().findFirst().map(Servers::path).orElse("");
        trimmed.remove("");
        return new Servers(List.copyOf(trimmed), basePath);
    }

    private static String path(String url) {
        String path =
                url.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*", "").replaceFirst("[?#].*$", "");
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    private static String filled(String url, Located variables) {
        String filled = url;
        for (Map.Entry<String, Located> variable : Structure.members(variables).entrySet()) {
            Located value = variable.getValue().get("default");
            Located first = variable.getValue().get("enum").get(0);
            String text = Structure.text(value).or(() -> Structure.text(first)).orElse(null);
            if (text != null) {
                filled = filled.replace("{" + variable.getKey() + "}", text);
            }
        }
        return filled.strip();
    }

    private static String absolute(String url, URI document) {
        if (!served(document) || url.contains("{")) {
            return url;
        }
        try {
            return document.resolve(url).toString();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private static boolean served(URI document) {
        return "http".equalsIgnoreCase(document.getScheme()) || "https".equalsIgnoreCase(document.getScheme());
    }
}
