package io.contractcheck.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.generate.Generators;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.schema.Schema;
import java.io.PrintStream;
import java.net.URI;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.engine.SourceOfRandomness;

/**
 * The same nested object of ten properties, from its schema by our generator and written with jqwik's combinators.
 *
 * <p>It has what documents have: nested objects, texts with lengths, formats, bounds, an enumeration, an array, a flag. Both sides have the
 * same bounds, give Jackson trees, and draw by the random source that jqwik gives its properties; every value is taken, and a sample of each
 * side is validated. Each side keeps its own idea of what is likely within the bounds, so the mean length of what it makes is told beside
 * the speed: a ratio would mean little if one of them only made shorter values. As jqwik's texts are longer than ours, it is measured with
 * shorter ones too.
 */
final class Values {
    private static final int BATCH = 2000;
    /** As a property of a thousand tries. */
    private static final int GEN_SIZE = 1000;

    private static final URI WHERE = URI.create("memory:/order.json");
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false,
             "required": ["id", "placed", "note", "quantity", "price", "express", "status", "codes", "address", "customer"],
             "properties": {
              "id": {"type": "string", "format": "uuid"},
              "placed": {"type": "string", "format": "date"},
              "note": {"type": "string", "maxLength": 60},
              "quantity": {"type": "integer", "minimum": 1, "maximum": 99},
              "price": {"type": "number", "minimum": 0, "maximum": 10000},
              "express": {"type": "boolean"},
              "status": {"enum": ["new", "paid", "sent"]},
              "codes": {"type": "array", "maxItems": 5, "items": {"type": "string", "maxLength": 10}},
              "address": {"type": "object", "additionalProperties": false, "required": ["street", "city", "number"],
               "properties": {
                "street": {"type": "string", "minLength": 1, "maxLength": 30},
                "city": {"type": "string", "minLength": 1, "maxLength": 20},
                "number": {"type": "integer", "minimum": 1, "maximum": 300}}},
              "customer": {"type": "object", "additionalProperties": false, "required": ["name", "age"],
               "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 30},
                "age": {"type": "integer", "minimum": 0, "maximum": 150}}}}}
            """;

    void run(PrintStream out) {
        Schema schema = schema(SCHEMA);
        out.printf("%nValues of a nested object with ten properties%n");
        out.printf("| Drawn with | Values in a CPU second | Length as JSON | Ratio |%n|---|---|---|---|%n");
        Measured[] theirs = new Measured[3];
        JqwikSession.run(() -> {
            Arbitrary<JsonNode> combined = new Combined(1).order();
            theirs[0] = measured(combined.generator(GEN_SIZE, true), schema);
            theirs[1] = measured(combined.generator(GEN_SIZE, false), schema);
            theirs[2] = measured(new Combined(2).order().generator(GEN_SIZE, true), schema);
        });
        Measured ours = measured(Generators.valid(schema).generator(GEN_SIZE, true), schema);
        row(out, "jqwik's combinators, as its properties draw", theirs[0], ours);
        row(out, "the same without edge cases", theirs[1], ours);
        row(out, "the first with texts half as long", theirs[2], ours);
        row(out, "Generators.valid", ours, ours);
    }

    /**
     * How fast values were made.
     *
     * @param rate values in a second of CPU time
     * @param length characters of JSON that a value has on average
     */
    private record Measured(double rate, double length) {}

    private static void row(PrintStream out, String name, Measured measured, Measured ours) {
        out.printf("| %s | %.0f | %.0f | %.1f |%n", name, measured.rate, measured.length, ours.rate / measured.rate);
    }

    /** With the randomness of jqwik's properties, for both. */
    private static Measured measured(RandomGenerator<JsonNode> generator, Schema schema) {
        Random random = SourceOfRandomness.newRandom(1);
        long length = 0;
        for (int i = 0; i < BATCH; i++) {
            JsonNode value = generator.next(random).value();
            if (!schema.accepts(value)) {
                throw new IllegalStateException("no value of the schema: " + value);
            }
            length += Json.write(value).length();
        }
        double rate = Cpu.perSecond(() -> {
            long sizes = 0;
            for (int i = 0; i < BATCH; i++) {
                sizes += generator.next(random).value().size();
            }
            if (sizes != 10L * BATCH) {
                throw new IllegalStateException("not ten properties");
            }
            return BATCH;
        });
        return new Measured(rate, (double) length / BATCH);
    }

    private static Schema schema(String json) {
        ObjectNode document = (ObjectNode) Json.parse(
                "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Orders\", \"version\": \"1\"}, \"paths\": {\"/orders\":"
                        + " {\"post\": {\"requestBody\": {\"required\": true, \"content\": {\"application/json\":"
                        + " {\"schema\": " + json + "}}}, \"responses\": {\"201\": {\"description\": \"made\"}}}}}}");
        Api api = ApiReader.read(Documents.of(WHERE, document).root(WHERE));
        return api.operations()
                .get(0)
                .requestBody()
                .orElseThrow()
                .content()
                .get(0)
                .schema()
                .orElseThrow();
    }
}
