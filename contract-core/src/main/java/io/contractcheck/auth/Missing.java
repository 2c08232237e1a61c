package io.contractcheck.auth;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the run's user has not, though operations ask for it. */
final class Missing {
    private Missing() {}

    /** A warning for each scheme without which operations stay closed. */
    static List<String> of(Holder holder, Api api, Known known) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Operation operation : api.operations()) {
            boolean open = operation.security().stream()
                    .allMatch(a -> a.schemes().keySet().stream()
                            .anyMatch(s -> !holder.schemes().containsKey(s)));
            boolean asked = !operation.security().isEmpty()
                    && operation.security().stream().noneMatch(a -> a.schemes().isEmpty());
            if (asked && open) {
                SecurityRequirement first = operation.security().get(0);
                first.schemes().keySet().stream()
                        .filter(s -> !holder.schemes().containsKey(s))
                        .forEach(s -> missing.computeIfAbsent(s, k -> new ArrayList<>())
                                .add(operation.label()));
            }
        }
        List<String> warnings = new ArrayList<>();
        missing.forEach((scheme, operations) -> warnings.add(
                "there is no credential" + Context.whose(holder.user().name())
                        + " for the security scheme " + known.describe(scheme) + ", which "
                        + (operations.size() == 1
                                ? operations.get(0) + " asks"
                                : operations.size() + " operations ask, such as " + operations.get(0) + ",")
                        + " for. "
                        + (known.place(scheme).isPresent()
                                ? "Give the user a <credential> with that <securityScheme> under <users>, or expect 401 there."
                                : "It travels outside of requests, so that it cannot be configured; expect 401 or a refused"
                                        + " connection there.")));
        return warnings;
    }
}
