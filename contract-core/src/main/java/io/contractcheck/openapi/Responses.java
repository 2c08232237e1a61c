package io.contractcheck.openapi;

import java.util.List;
import java.util.Optional;

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
        return byKey(Integer.toString(status))
                .or(() -> byKey(status / 100 + "XX"))
                .or(() -> byKey("default"));
    }

    private Optional<ResponseSpec> byKey(String key) {
        return all.stream().filter(r -> r.status().equalsIgnoreCase(key)).findFirst();
    }
}
