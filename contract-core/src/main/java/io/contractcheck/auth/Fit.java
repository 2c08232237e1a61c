package io.contractcheck.auth;

import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of a user's credentials serves which security scheme. One that names its scheme serves that one; the others serve the schemes that
 * they fit, as far as none that names it is there.
 */
final class Fit {
    private final Known known;
    private final Map<String, Spot> schemes = new LinkedHashMap<>();
    private final List<Spot> always = new ArrayList<>();

    private Fit(Known known) {
        this.known = known;
    }

    /**
     * A user with all that it holds at its place.
     *
     * @throws AuthException if a credential has no place
     */
    static Holder of(AuthSettings.User user, List<Held> all, Known known) {
        Fit fit = new Fit(known);
        all.stream().filter(h -> h.credential().scheme().isPresent()).forEach(fit::named);
        all.stream().filter(h -> h.credential().scheme().isEmpty()).forEach(fit::fitting);
        if (!known.required()) {
            // nobody says where credentials belong, so they go along everywhere
            all.stream()
                    .filter(h -> fit.always.stream().noneMatch(s -> s.held() == h))
                    .forEach(h -> fit.always.add(fit.schemes.values().stream()
                            .filter(s -> s.held() == h)
                            .findFirst()
                            .orElseGet(() -> new Spot(h, fit.place(h)))));
        }
        return new Holder(user, fit.schemes, fit.always, all);
    }

    private void named(Held held) {
        String name = held.credential().scheme().orElseThrow();
        if (!known.named().contains(name)) {
            throw new AuthException(
                    "The credential" + Context.whose(held.user().name()) + " is for the security scheme '"
                            + name + "', which the document does not have.\n"
                            + (known.named().isEmpty()
                                    ? "It has none at all: leave <securityScheme> out, and the credential is sent with every request."
                                    : "It has " + known.describe() + ". Correct <securityScheme>, or leave it out."));
        }
        SecurityScheme scheme = known.schemes().get(name);
        boolean own = held.credential().placement().isPresent();
        if (!own
                && scheme != null
                && (!scheme.sendable() || held.grant() instanceof Grant.Password && !basic(scheme))) {
            throw new AuthException(
                    "The " + what(held) + Context.whose(held.user().name())
                            + " cannot be sent for the security scheme " + scheme.describe() + ".\n"
                            + (scheme.sendable()
                                    ? "A user name and a password are for http basic. Configure a token, or a login that gives one."
                                    : "It travels outside of requests, or the document does not say where."));
        }
        schemes.put(name, new Spot(held, held.credential().placement().orElseGet(() -> place(held, scheme))));
    }

    private void fitting(Held held) {
        if (held.grant() instanceof Grant.FixedHeaders fixed) {
            Spot spot = new Spot(held, Placement.BEARER);
            always.add(spot);
            List<Placement> there = Spot.places(fixed.headers());
            known.named().stream()
                    .filter(name -> known.place(name)
                            .filter(p -> there.stream().anyMatch(t -> Spot.same(t, p)))
                            .isPresent())
                    .forEach(name -> schemes.putIfAbsent(name, spot));
            return;
        }
        Optional<Placement> own = own(held);
        List<String> fitting = own.map(place -> matching((name, scheme) ->
                        known.place(name).filter(p -> same(p, place)).isPresent()))
                .orElse(List.of());
        if (fitting.isEmpty() && !isCookie(held)) {
            fitting = byKind(held);
        }
        if (fitting.isEmpty() && own.isPresent()) {
            always.add(new Spot(held, own.get()));
        } else if (fitting.isEmpty() && known.required()) {
            throw new AuthException(
                    "The " + what(held) + Context.whose(held.user().name())
                            + " fits none of the document's security schemes, which are " + known.describe() + ".\n"
                            + "Say which one it is for with <securityScheme>, or where it travels with <placement>;"
                            + " or configure what these schemes ask for.");
        }
        for (String name : fitting) {
            Placement place = own.orElseGet(() -> place(held, known.schemes().get(name)));
            schemes.putIfAbsent(name, new Spot(held, place));
        }
    }

    /** A cookie of no name stands for whatever cookies a login sets. */
    private static boolean same(Placement scheme, Placement own) {
        return Spot.same(scheme, own) || scheme.in() == own.in() && own.name().isEmpty();
    }

    private static Optional<Placement> own(Held held) {
        if (held.credential().placement().isPresent()) {
            return held.credential().placement();
        }
        return held.grant() instanceof Grant.Login login && login.token() instanceof Grant.Extract.Cookie cookie
                ? Optional.of(new Placement(ParameterLocation.COOKIE, cookie.name(), Placement.TOKEN))
                : Optional.empty();
    }

    private static boolean isCookie(Held held) {
        return held.credential().placement().isEmpty() && own(held).isPresent();
    }

    private List<String> byKind(Held held) {
        if (held.grant() instanceof Grant.Password) {
            return matching((name, scheme) -> scheme == null || basic(scheme));
        }
        List<String> tokens = matching((name, scheme) -> scheme == null
                || scheme.type().equals("http") && !basic(scheme) && !digest(scheme)
                || scheme.type().equals("oauth2")
                || scheme.type().equals("openIdConnect"));
        return tokens.isEmpty()
                ? matching((name, scheme) -> scheme != null && scheme.type().equals("apiKey") && scheme.sendable())
                : tokens;
    }

    private List<String> matching(BiPredicate<String, SecurityScheme> fits) {
        return known.named().stream()
                .filter(name -> fits.test(name, known.schemes().get(name)))
                .toList();
    }

    private static boolean basic(SecurityScheme scheme) {
        return scheme.type().equals("http") && scheme.scheme().equals(Optional.of("basic"));
    }

    private static boolean digest(SecurityScheme scheme) {
        return scheme.scheme().equals(Optional.of("digest"));
    }

    private Placement place(Held held) {
        return own(held).orElseGet(() -> place(held, null));
    }

    private static Placement place(Held held, @Nullable SecurityScheme scheme) {
        return scheme != null
                ? Spot.of(scheme)
                : held.grant() instanceof Grant.Password ? Placement.BASIC : Placement.BEARER;
    }

    private static String what(Held held) {
        return Describing.kind(held.grant());
    }
}
