package io.contractcheck.check;

import io.contractcheck.json.Located;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a document requires of callers, in words. */
final class Requirement {
    private Requirement() {}

    /** The schemes of each alternative, with the place in the document: {@code key, or oauth and tenant (api.yaml#/security)}. */
    static String describe(Operation operation) {
        List<String> alternatives = new ArrayList<>();
        for (SecurityRequirement alternative : operation.security()) {
            alternatives.add(alternative.schemes().entrySet().stream()
                    .map(s -> s.getKey() + (s.getValue().isEmpty() ? "" : " " + s.getValue()))
                    .collect(Collectors.joining(" and ")));
        }
        return String.join(", or ", alternatives) + " (" + place(operation).describe() + ")";
    }

    private static Located place(Operation operation) {
        Located own = operation.source().get("security");
        return own.exists()
                ? own
                : operation
                        .source()
                        .documents()
                        .root(operation.source().document())
                        .get("security");
    }
}
