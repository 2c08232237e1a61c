package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that nobody guesses. */
final class Ids {
    private Ids() {}

    static JsonNode uuid() {
        return Json.NODES.textNode(UUID.randomUUID().toString());
    }

    /** As {@code HX-3F2504E0}. */
    static JsonNode code() {
        return Json.NODES.textNode(
                "HX-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    }

    /** Exact also where numbers have 53 bits. */
    static JsonNode number() {
        return Json.NODES.numberNode(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 53));
    }
}
