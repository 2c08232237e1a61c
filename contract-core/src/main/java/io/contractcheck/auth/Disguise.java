package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.ParameterLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes everything off a request that may tell who sends it. More than that goes rather than less: a request that still tells would make
 * the service look open.
 *
 * @param places where credentials travel by the document and by the configuration
 * @param secrets values that are known to be credentials wherever they stand
 */
record Disguise(List<Placement> places, Secrets secrets) {
    private static final Pattern TELLING = Pattern.compile(
            "(?i).*(auth|token|key|secret|passw|session|credential|user|login|client|ident|principal|account|jwt|sig|hmac"
                    + "|digest|nonce|saml|assert|cert|forwarded|csrf|xsrf|cookie).*");
    private static final Pattern RANDOM = Pattern.compile("(?=.*\\d)[A-Za-z0-9+/_=.:~-]{20,}");
    private static final List<String> HARMLESS =
            List.of("accept", "accept-language", "accept-encoding", "content-type", "user-agent", "host");

    /**
     * The request as somebody without credentials would send it.
     *
     * @param written by the case alone, before anything was put on
     * @param whole as it was to be sent
     */
    Request apply(Request written, Request whole) {
        Request result =
                Carrier.keepQuery(whole, p -> !isPlace(ParameterLocation.QUERY, p.name()) && keeps(written, p));
        result = headers(written, result);
        return Carrier.keepCookies(result, p -> !isPlace(ParameterLocation.COOKIE, p.name()) && cookie(written, p));
    }

    private boolean keeps(Request written, Carrier.Pair pair) {
        return Carrier.query(written).contains(pair) || !telling(pair.name(), pair.value());
    }

    /** Only cookies of the case itself stay: any other was put on, and a session may have any name. */
    private static boolean cookie(Request written, Carrier.Pair pair) {
        return Carrier.cookies(written).contains(pair);
    }

    private Request headers(Request written, Request whole) {
        List<Header> kept = new ArrayList<>();
        for (Header header : whole.headers()) {
            boolean credentials = header.is("Authorization")
                    || header.is("Proxy-Authorization")
                    || isPlace(ParameterLocation.HEADER, header.name());
            boolean own = written.headers().contains(header);
            if (!credentials && (own || header.is("Cookie") || !telling(header))) {
                kept.add(header);
            } else if (!credentials) {
                // the case has a value of its own under that name
                written.headers().stream().filter(h -> h.is(header.name())).forEach(kept::add);
            }
        }
        return whole.with(kept);
    }

    /** Whether what has that name may tell who somebody is. */
    static boolean isTelling(String name) {
        return HARMLESS.stream().noneMatch(name::equalsIgnoreCase)
                && TELLING.matcher(name).matches();
    }

    private boolean telling(Header header) {
        return HARMLESS.stream().noneMatch(header::is) && telling(header.name(), header.value());
    }

    private boolean telling(String name, String value) {
        return isTelling(name)
                || RANDOM.matcher(value.strip()).matches()
                || !secrets.mask(value).equals(value);
    }

    boolean isPlace(ParameterLocation in, String name) {
        return in == ParameterLocation.HEADER && name.equalsIgnoreCase("Authorization")
                || places.stream().anyMatch(p -> Spot.is(p, in, name));
    }
}
