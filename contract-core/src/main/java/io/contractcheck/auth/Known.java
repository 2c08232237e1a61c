package io.contractcheck.auth;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityRequirement;
import io.contractcheck.openapi.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the document says of credentials.
 *
 * @param schemes those it defines
 * @param named the names of schemes that it defines or that operations ask for; some documents forget the definition
 * @param required whether any operation asks for credentials
 */
record Known(Map<String, SecurityScheme> schemes, Set<String> named, boolean required) {

    static Known of(Api api) {
        Set<String> asked = new LinkedHashSet<>();
        for (Operation operation : api.operations()) {
            for (SecurityRequirement alternative : operation.security()) {
                asked.addAll(alternative.schemes().keySet());
            }
        }
        Set<String> named = new LinkedHashSet<>(api.securitySchemes().keySet());
        named.addAll(asked);
        return new Known(new LinkedHashMap<>(api.securitySchemes()), named, !asked.isEmpty());
    }

    /** Where a scheme's credentials travel, unless on no request; what the document does not define is taken for a bearer token. */
    Optional<Placement> place(String name) {
        SecurityScheme scheme = schemes.get(name);
        return scheme == null
                ? named.contains(name) ? Optional.of(Placement.BEARER) : Optional.empty()
                : scheme.sendable() ? Optional.of(Spot.of(scheme)) : Optional.empty();
    }

    /** Every place where the document has credentials travel. */
    List<Placement> places() {
        return named.stream().flatMap(name -> place(name).stream()).toList();
    }

    /** A scheme for messages. */
    String describe(String name) {
        SecurityScheme scheme = schemes.get(name);
        return scheme == null ? name + " (not defined in the document)" : scheme.describe();
    }

    /** The schemes for messages. */
    String describe() {
        return named.stream().map(this::describe).collect(Collectors.joining(", "));
    }
}
