package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.ParameterLocation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where in a request credentials are: reads them, puts them there in place of any other, and takes them off. */
final class Carrier {
    private Carrier() {}

    /** A name and a value as they stand in a query or a Cookie header. */
    record Pair(String name, String value, String written) {
        private static Pair of(String written, boolean encoded) {
            int equals = written.indexOf('=');
            String name = equals < 0 ? written : written.substring(0, equals);
            String value = equals < 0 ? "" : written.substring(equals + 1);
            return new Pair(encoded ? decode(name) : name, encoded ? decode(value) : value, written);
        }
    }

    static Optional<String> read(Request request, ParameterLocation in, String name) {
        return switch (in) {
            case HEADER -> request.header(name);
            case QUERY ->
                query(request).stream()
                        .filter(p -> p.name().equals(name))
                        .map(Pair::value)
                        .findFirst();
            case COOKIE ->
                cookies(request).stream()
                        .filter(p -> p.name().equals(name))
                        .map(Pair::value)
                        .findFirst();
            case PATH -> Optional.empty();
        };
    }

    static Request put(Request request, ParameterLocation in, String name, String value) {
        return switch (in) {
            case HEADER -> request.withHeader(name, value);
            case QUERY -> {
                Request without = without(request, in, name);
                yield without.withTarget(without.target()
                        + (without.query().isEmpty()
                                ? "?"
                                : without.query().get().isEmpty() ? "" : "&") + encode(name)
                        + "=" + encode(value));
            }
            case COOKIE -> {
                List<String> pairs = cookies(request).stream()
                        .filter(p -> !p.name().equals(name))
                        .map(Pair::written)
                        .collect(Collectors.toCollection(ArrayList::new));
                pairs.add(name + "=" + value);
                yield request.withHeader("Cookie", String.join("; ", pairs));
            }
            case PATH -> request;
        };
    }

    /** Headers in place of others of their names; cookies beside others. */
    static Request put(Request request, List<Header> headers) {
        Request result = request;
        for (Header header : headers) {
            if (header.is("Cookie")) {
                for (Pair pair : pairs(header.value(), ";", false)) {
                    result = put(result, ParameterLocation.COOKIE, pair.name(), pair.value());
                }
            } else {
                result = result.withHeader(header.name(), header.value());
            }
        }
        return result;
    }

    static Request without(Request request, ParameterLocation in, String name) {
        return switch (in) {
            case HEADER -> request.withoutHeader(name);
            case QUERY -> keepQuery(request, p -> !p.name().equals(name));
            case COOKIE -> keepCookies(request, p -> !p.name().equals(name));
            case PATH -> request;
        };
    }

    static Request keepQuery(Request request, Predicate<Pair> kept) {
        List<Pair> all = query(request);
        List<Pair> rest = all.stream().filter(kept).toList();
        if (rest.size() == all.size()) {
            return request;
        }
        String query = rest.stream().map(Pair::written).collect(Collectors.joining("&"));
        return request.withTarget(query.isEmpty() ? request.path() : request.path() + "?" + query);
    }

    static Request keepCookies(Request request, Predicate<Pair> kept) {
        List<Pair> all = cookies(request);
        List<Pair> rest = all.stream().filter(kept).toList();
        if (rest.size() == all.size()) {
            return request;
        }
        String cookies = rest.stream().map(Pair::written).collect(Collectors.joining("; "));
        return cookies.isEmpty() ? request.withoutHeader("Cookie") : request.withHeader("Cookie", cookies);
    }

    static List<Pair> query(Request request) {
        return request.query().map(q -> pairs(q, "&", true)).orElse(List.of());
    }

    static List<Pair> cookies(Request request) {
        return request.header("Cookie").map(c -> pairs(c, ";", false)).orElse(List.of());
    }

    private static List<Pair> pairs(String text, String separator, boolean encoded) {
        return Arrays.stream(text.split(separator))
                .map(written -> encoded ? written : written.trim())
                .filter(written -> !written.isEmpty())
                .map(written -> Pair.of(written, encoded))
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a hook may write what nobody can read
        }
    }
}
