package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import java.util.Optional;
import net.jqwik.api.Arbitrary;

/** From schemas to arbitraries. */
public final class Generators {
    private Generators() {}

    /**
     * Valid values of a schema: each is validated, unless it is made by rules that it cannot break, such as types, bounds and lengths. The same
     * random source gives the same values on every machine. A value is made when it is asked for, and each time anew.
     *
     * @throws UnsatisfiableException if there is no valid value, or none was found
     */
    public static Arbitrary<JsonNode> valid(Schema schema) {
        return valid(schema, TextRules.ANY);
    }

    /**
     * Valid values whose strings keep to rules of the place they go to.
     *
     * @throws UnsatisfiableException if there is no such value, or none was found
     */
    public static Arbitrary<JsonNode> valid(Schema schema, TextRules text) {
        return SchemaArbitrary.of(schema, text);
    }

    /** A valid value, or nothing if none is found soon: for values that would be good to have, but are not needed. */
    public static Optional<JsonNode> sought(Schema schema, TextRules text, long seed) {
        return Optional.ofNullable(SchemaArbitrary.sought(schema, text, seed));
    }
}
