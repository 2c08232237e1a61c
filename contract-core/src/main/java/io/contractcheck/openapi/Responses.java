package io.contractcheck.openapi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The responses an operation documents.
 *
 * @param all in document order
 */
public record Responses(List<ResponseSpec> all) {

    public Responses {
        all = List.copyOf(all);
    }

    /** The response that speaks for a status: the exact code, else its range such as {@code 4XX}, else {@code default}. */
    public Optional<ResponseSpec> forStatus(int status) {
        ResponseSpec best = byKey(Integer.toString(status));
        best = best == null ? byKey(status / 100 + "XX") : best;
        return Optional.ofNullable(best == null ? byKey("default") : best);
    }

    private @Nullable ResponseSpec byKey(String key) {
        for (ResponseSpec response : all) {
            if (response.status().equalsIgnoreCase(key)) {
                return response;
            }
        }
        return null;
    }
}
