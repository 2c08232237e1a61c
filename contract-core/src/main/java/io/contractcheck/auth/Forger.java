package io.contractcheck.auth;

import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityRequirement;
import io.contractcheck.openapi.SecurityScheme;
import io.contractcheck.testcase.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Puts wrong credentials on requests: the same for the same scheme whenever the run is made, except where they come from a real token.
 *
 * @param known what the document says of credentials
 * @param secrets told of those that come from a real token, which still says a lot
 */
record Forger(Known known, Secrets secrets) {
    /** What is shorter may be met by chance. */
    private static final int LONG_ENOUGH = 8;

    /**
     * The request with a forgery for one scheme, and what the run's user has for the others that the operation asks for together with it.
     *
     * @param headers that may hold the real ones
     * @param own the run's user, if there is one
     * @param nobody the request without credentials
     * @return nothing where there is no such forgery
     */
    Optional<Request> forge(
            Identity.Forged forged,
            ConfiguredHeaders headers,
            Operation operation,
            Optional<Holder> own,
            Request nobody) {
        Optional<Placement> place = own.map(h -> h.schemes().get(forged.scheme()))
                .flatMap(Spot::single)
                .or(() -> known.place(forged.scheme()));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Placement at = place.get();
        Optional<String> real = Carrier.read(honest(headers, nobody, forged.scheme(), own), at.in(), at.name())
                .map(v -> bare(v, at.template()));
        Request others = nobody;
        for (String scheme : beside(operation, forged.scheme())) {
            others = copied(honest(headers, nobody, scheme, own), scheme, own, others);
        }
        Request rest = others;
        return value(forged, known.schemes().get(forged.scheme()), at.template(), real)
                .map(value ->
                        Carrier.put(rest, at.in(), at.name(), at.template().replace(Placement.TOKEN, value)));
    }

    /** With what the run's user shows for a scheme. */
    private static Request honest(ConfiguredHeaders headers, Request nobody, String scheme, Optional<Holder> own) {
        Request configured = headers.all(nobody, p -> true);
        return own.map(h -> h.schemes().get(scheme)).map(s -> s.put(configured)).orElse(configured);
    }

    private Request copied(Request honest, String scheme, Optional<Holder> own, Request to) {
        List<Placement> places = own.map(h -> h.schemes().get(scheme))
                .map(Spot::places)
                .orElseGet(() -> known.place(scheme).stream().toList());
        Request result = to;
        for (Placement place : places) {
            Optional<String> value = Carrier.read(honest, place.in(), place.name());
            result = value.isPresent() ? Carrier.put(result, place.in(), place.name(), value.get()) : result;
        }
        return result;
    }

    /** The other schemes of the first alternative that has this one. */
    private static List<String> beside(Operation operation, String scheme) {
        return operation.security().stream()
                .map(SecurityRequirement::schemes)
                .filter(s -> s.containsKey(scheme))
                .findFirst()
                .map(s -> s.keySet().stream().filter(n -> !n.equals(scheme)).toList())
                .orElse(List.of());
    }

    private static String bare(String value, String template) {
        String before = template.substring(0, Math.max(0, template.indexOf(Placement.TOKEN)));
        return value.regionMatches(true, 0, before, 0, before.length()) ? value.substring(before.length()) : value;
    }

    private Optional<String> value(
            Identity.Forged forged, @Nullable SecurityScheme scheme, String template, Optional<String> real) {
        return switch (forged.forgery()) {
            case INVENTED -> Optional.of(invented(forged.scheme(), scheme, template, real));
            case TAMPERED -> real.flatMap(Jwt::tampered).map(made -> hidden("CONTRACT_TOKEN_TAMPERED", made));
            case UNSIGNED -> real.flatMap(Jwt::unsigned).map(made -> hidden("CONTRACT_TOKEN_UNSIGNED", made));
        };
    }

    private static String invented(
            String name, @Nullable SecurityScheme scheme, String template, Optional<String> real) {
        // decided by the name alone
        Random random = new Random(name.hashCode());
        if (template.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Imitation.basic(random);
        }
        boolean signed = scheme == null || scheme.mayBeSigned();
        return real.filter(r -> r.length() >= LONG_ENOUGH)
                .map(r -> Imitation.of(r, random))
                .filter(made -> !real.get().equals(made))
                .orElseGet(() -> Imitation.of(signed, random));
    }

    private String hidden(String variable, String made) {
        secrets.add(variable, made);
        return made;
    }
}
