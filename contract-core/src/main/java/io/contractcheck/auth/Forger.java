package io.contractcheck.auth;

import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.SecurityScheme;
import io.contractcheck.testcase.Identity;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes wrong credentials: the same for the same scheme whenever the run is made, except where they come from a real token.
 *
 * @param secrets told of those that come from a real token, which still says a lot
 */
record Forger(Secrets secrets) {

    /**
     * What stands in the template's place of the credential.
     *
     * @param scheme as the document defines it, if it does
     * @param template of its place
     * @param real what the run's user shows there, if anything
     * @return nothing where there is no such forgery
     */
    Optional<String> forge(
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
        return real.filter(r -> !r.isEmpty())
                .map(r -> Imitation.of(r, random))
                .filter(made -> !real.get().equals(made))
                .orElseGet(() -> Imitation.of(signed, random));
    }

    private String hidden(String variable, String made) {
        secrets.add(variable, made);
        return made;
    }
}
