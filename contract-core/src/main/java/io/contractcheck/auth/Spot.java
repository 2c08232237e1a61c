package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A credential at its place.
 *
 * @param held what is put there
 * @param placement where, and how it is written
 */
record Spot(Held held, Placement placement) {
    /** Where a scheme's credentials travel; what the document does not define is taken for a bearer token. */
    static Placement of(SecurityScheme scheme) {
        return switch (scheme.type()) {
            case "apiKey" ->
                new Placement(
                        scheme.in().orElse(ParameterLocation.HEADER),
                        scheme.parameter().orElse(scheme.name()),
                        Placement.TOKEN);
            case "http" ->
                switch (scheme.scheme().orElse("bearer")) {
                    case "basic" -> Placement.BASIC;
                    case "bearer" -> Placement.BEARER;
                    default ->
                        new Placement(
                                ParameterLocation.HEADER,
                                "Authorization",
                                capital(scheme.scheme().get()) + " " + Placement.TOKEN);
                };
            default -> Placement.BEARER;
        };
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static boolean same(Placement a, Placement b) {
        return a.in() == b.in() && is(a, b.in(), b.name());
    }

    /** Names of headers have no case. */
    static boolean is(Placement place, ParameterLocation in, String name) {
        return place.in() == in
                && (in == ParameterLocation.HEADER
                        ? place.name().equalsIgnoreCase(name)
                        : place.name().equals(name));
    }

    /** Its one place, unless it consists of headers or cookies that it brings along. */
    Optional<Placement> single() {
        boolean headers = held.grant() instanceof Grant.FixedHeaders
                || held.grant() instanceof Grant.Login login && login.token() instanceof Grant.Extract.Cookie;
        return headers ? Optional.empty() : Optional.of(placement);
    }

    /** Where its values stand. */
    List<Placement> places() {
        return single().map(List::of).orElseGet(() -> places(held.token().headers()));
    }

    static List<Placement> places(List<Header> headers) {
        return headers.stream()
                .flatMap(h -> h.is("Cookie")
                        ? Carrier.cookies(new Request("GET", "", "/", List.of(h), null)).stream()
                                .map(c -> new Placement(ParameterLocation.COOKIE, c.name(), Placement.TOKEN))
                        : List.of(new Placement(ParameterLocation.HEADER, h.name(), Placement.TOKEN)).stream())
                .toList();
    }

    Request put(Request request) {
        return held.put(request, placement);
    }
}
