package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;

/** Values drawn in tests, always by the same seeds. */
final class Drawn {
    private Drawn() {}

    static List<JsonNode> from(String schema, int count) {
        return from(Schema.parse(schema), TextRules.ANY, count, 1);
    }

    static List<JsonNode> from(Schema schema, TextRules text, int count, long seed) {
        RandomGenerator<JsonNode> generator = Generators.valid(schema, text).generator(1000);
        Random random = new Random(seed);
        return Stream.generate(() -> generator.next(random).value())
                .limit(count)
                .toList();
    }
}
