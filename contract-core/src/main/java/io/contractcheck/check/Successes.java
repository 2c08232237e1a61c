package io.contractcheck.check;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import java.util.List;
import java.util.function.Predicate;

/** What an operation answers when all goes well, by the document. A run need not come upon anything else. */
final class Successes {
    private Successes() {}

    /** Whether every documented success is so; of those, any may come. */
    static boolean all(Operation operation, Predicate<ResponseSpec> so) {
        List<ResponseSpec> documented = operation.responses().all();
        List<ResponseSpec> successes =
                documented.stream().filter(r -> r.status().startsWith("2")).toList();
        if (successes.isEmpty()) {
            successes = documented.stream()
                    .filter(r -> r.status().equalsIgnoreCase("default"))
                    .toList();
        }
        return !operation.method().equals("HEAD")
                && !successes.isEmpty()
                && successes.stream().allMatch(so);
    }
}
