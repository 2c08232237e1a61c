package io.contractcheck.internal.doubt;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** What came of the valid requests to one operation, taken together. */
enum Outcome {
    /** There were none. */
    NONE,
    /** At least one was answered below 400. */
    ACCEPTED,
    /** 401 or 403. */
    TURNED_AWAY,
    /** 404 or 410. */
    NOT_FOUND,
    /** 400 or 422. */
    REFUSED,
    /** 405 or 501. */
    NO_SUCH_METHOD,
    /** 429. */
    TOO_MANY,
    /** Something else, of which checks speak. */
    OTHER;

    /** Whether other values may fare otherwise. */
    boolean mayChange() {
        return this == NOT_FOUND || this == REFUSED;
    }

    /** Of many answers without any success, what most of them were. */
    static Outcome of(Map<Integer, Long> statuses) {
        if (statuses.isEmpty()) {
            return NONE;
        }
        if (statuses.keySet().stream().anyMatch(status -> status < 400)) {
            return ACCEPTED;
        }
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        statuses.forEach((status, count) -> counts.merge(of(status), count, Long::sum));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    static Outcome of(int status) {
        return switch (status) {
            case 401, 403 -> TURNED_AWAY;
            case 404, 410 -> NOT_FOUND;
            case 400, 422 -> REFUSED;
            case 405, 501 -> NO_SUCH_METHOD;
            case 429 -> TOO_MANY;
            default -> OTHER;
        };
    }
}
