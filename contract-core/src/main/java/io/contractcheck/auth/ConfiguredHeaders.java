package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Headers that go along with every request; some of them may be credentials.
 *
 * @param headers as configured
 * @param known where the document has credentials travel
 */
record ConfiguredHeaders(List<Header> headers, List<Placement> known) {

    static void hide(List<Header> headers, Map<String, SecurityScheme> schemes, Secrets secrets) {
        for (SecurityScheme scheme : schemes.values()) {
            if (scheme.in().isEmpty() || scheme.parameter().isEmpty()) {
                continue;
            }
            String name = scheme.parameter().get();
            for (Header header : headers) {
                if (scheme.in().get() == ParameterLocation.HEADER && header.is(name)) {
                    // Authorization keeps its scheme, and is hidden without the document's help
                    if (!header.is("Authorization")) {
                        secrets.add("CONTRACT_" + name, header.value());
                    }
                } else if (scheme.in().get() == ParameterLocation.COOKIE && header.is("Cookie")) {
                    Arrays.stream(header.value().split(";"))
                            .map(pair -> pair.trim().split("=", 2))
                            .filter(pair -> pair.length == 2 && pair[0].equals(name))
                            .forEach(pair -> secrets.add("CONTRACT_COOKIE_" + name, pair[1]));
                }
            }
        }
    }

    /** Where those stand that are credentials. */
    List<Placement> places() {
        return Spot.places(headers).stream().filter(this::credential).toList();
    }

    private boolean credential(Placement place) {
        return place.in() == ParameterLocation.COOKIE
                || Secrets.carriesCredentials(place.name())
                || known.stream().anyMatch(p -> Spot.same(p, place));
    }

    /** With all of them, except where a case must keep its own value. */
    Request all(Request request, Predicate<Placement> wanted) {
        Request result = request;
        for (Header header : headers) {
            List<Placement> places = Spot.places(List.of(header));
            if (places.stream().noneMatch(this::credential) || places.stream().allMatch(wanted)) {
                result = Carrier.put(result, List.of(header));
            }
        }
        return result;
    }

    /** With those that tell nobody who sends it. */
    Request harmless(Request request) {
        return Carrier.put(request, headers.stream().filter(this::isHarmless).toList());
    }

    /** With those of them that are not there, neither as configured nor as a hook changed them. */
    Request restored(Request request) {
        return Carrier.put(
                request,
                headers.stream()
                        .filter(this::isHarmless)
                        .filter(h -> request.header(h.name()).isEmpty())
                        .toList());
    }

    private boolean isHarmless(Header header) {
        return Spot.places(List.of(header)).stream().noneMatch(p -> credential(p) || Disguise.isTelling(p.name()));
    }
}
