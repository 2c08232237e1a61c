package io.contractcheck.generate.negate;

import io.contractcheck.generate.TextRules;
import io.contractcheck.schema.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The places of one schema, each read once: this is where recursion closes its circle. */
final class Atlas {
    private final TextRules text;
    private final Map<String, Place> targets = new ConcurrentHashMap<>();

    Atlas(TextRules text) {
        this.text = text;
    }

    TextRules text() {
        return text;
    }

    Place place(Schema schema) {
        return new Place(this, schema);
    }

    /** What a reference leads to. */
    Place target(Schema from, String ref) {
        Place known = targets.get(ref);
        return known != null ? known : targets.computeIfAbsent(ref, r -> place(from.target(r)));
    }
}
