package io.contractcheck.auth;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one user may do, as far as is known.
 *
 * @param user its name
 * @param scopes that it has been granted, if known
 */
public record Granted(String user, Optional<List<String>> scopes) {

    public Granted {
        scopes = scopes.map(List::copyOf);
    }

    /**
     * The scopes for want of which the document lets this user not call the operation: those missing for the first alternative. None if
     * an alternative asks for no further scope, or if nothing is known of the user's.
     */
    public List<String> lacking(Operation operation) {
        List<List<String>> missing = operation.security().stream()
                .map(alternative -> missing(alternative, scopes.orElse(List.of())))
                .toList();
        return scopes.isEmpty() || missing.isEmpty() || missing.stream().anyMatch(List::isEmpty)
                ? List.of()
                : missing.get(0);
    }

    private static List<String> missing(SecurityRequirement alternative, List<String> granted) {
        List<String> missing = new ArrayList<>();
        alternative.schemes().values().forEach(missing::addAll);
        missing.removeAll(granted);
        return missing.stream().distinct().toList();
    }
}
