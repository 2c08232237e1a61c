package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configured headers of each operation: those for all, or its own. */
final class SentHeaders {
    private final Sent common;
    private final Map<String, Sent> own = new LinkedHashMap<>();

    /** With the places of those that are credentials, which are asked for at each request. */
    private record Sent(ConfiguredHeaders headers, List<Placement> places) {
        private static Sent of(List<Header> headers, List<Placement> known) {
            ConfiguredHeaders configured = new ConfiguredHeaders(headers, known);
            return new Sent(configured, configured.places());
        }
    }

    /**
     * As configured.
     *
     * @param all for operations without their own
     * @param byOperation all headers of the others, by label
     * @param known where the document has credentials travel
     */
    SentHeaders(List<Header> all, Map<String, List<Header>> byOperation, List<Placement> known) {
        this.common = Sent.of(all, known);
        byOperation.forEach((label, headers) -> own.put(label, Sent.of(headers, known)));
    }

    ConfiguredHeaders of(Operation operation) {
        return sent(operation).headers;
    }

    /** Where those of an operation stand that are credentials. */
    List<Placement> places(Operation operation) {
        return sent(operation).places;
    }

    /** Where those of any operation stand. */
    List<Placement> places() {
        List<Placement> places = new ArrayList<>(common.places);
        own.values().forEach(o -> places.addAll(o.places));
        return places;
    }

    private Sent sent(Operation operation) {
        return own.isEmpty() ? common : own.getOrDefault(operation.label(), common);
    }
}
