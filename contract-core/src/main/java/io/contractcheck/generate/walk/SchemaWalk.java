package io.contractcheck.generate.walk;

import io.contractcheck.generate.TextRules;
import io.contractcheck.schema.Schema;
import java.util.stream.Stream;

/** The deterministic walk over the bounds of one schema. */
public final class SchemaWalk {
    private SchemaWalk() {}

    /** The walk for a place that can carry every string. */
    public static Stream<WalkedValue> of(Schema schema) {
        return of(schema, TextRules.ANY);
    }

    /**
     * Valid values, then invalid ones, each made when it is asked for; always the same. What could not be proven to be what its label
     * says is left out, so a schema without valid values gives none.
     */
    public static Stream<WalkedValue> of(Schema schema, TextRules text) {
        return Lazy.concat(Stream.of(() -> values(schema, text, true), () -> values(schema, text, false)));
    }

    private static Stream<WalkedValue> values(Schema schema, TextRules text, boolean valid) {
        Making making = new Making(text);
        View root = View.of(making, schema);
        Proof proof = new Proof(schema, text);
        return (valid ? Families.valid(root) : root.nothing() ? Types.nothing() : Families.invalid(root))
                .map(candidate -> proof.of(candidate, valid))
                .filter(walked -> walked != null)
                .peek(walked -> making.gave());
    }
}
