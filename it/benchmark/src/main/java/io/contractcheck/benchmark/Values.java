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
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** The same nested object of ten properties, from its schema by our generator and written with jqwik's combinators. */
final class Values {
    private static final int BATCH = 2000;
    private static final URI WHERE = URI.create("memory:/order.json");
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false,
             "required": ["id", "name", "note", "quantity", "price", "express", "status", "codes", "address", "customer"],
             "properties": {
              "id": {"type": "integer", "minimum": 1, "maximum": 1000000},
              "name": {"type": "string", "minLength": 1, "maxLength": 30},
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
        out.printf("%nValues of a nested object with ten properties, made in a second of CPU time%n");
        out.printf("| Its texts | jqwik's combinators | Generators.valid | Ratio |%n|---|---|---|---|%n");
        for (boolean bounded : new boolean[] {true, false}) {
            Schema schema = schema(bounded ? SCHEMA : SCHEMA.replaceAll(", \"maxLength\": \\d+", ""));
            double[] theirs = {0};
            JqwikSession.run(
                    () -> theirs[0] = rate(new Combined(bounded).order().generator(1000, true), schema));
            double ours = rate(Generators.valid(schema).generator(1000, true), schema);
            out.printf(
                    "| %s | %.0f | %.0f | %.1f |%n",
                    bounded ? "at most 10 to 60 long" : "of any length", theirs[0], ours, ours / theirs[0]);
        }
    }

    private static double rate(RandomGenerator<JsonNode> generator, Schema schema) {
        Random random = new Random(1);
        for (int i = 0; i < BATCH; i++) {
            JsonNode value = generator.next(random).value();
            if (!schema.accepts(value)) {
                throw new IllegalStateException("no value of the schema: " + value);
            }
        }
        return Cpu.perSecond(() -> {
            long sizes = 0;
            for (int i = 0; i < BATCH; i++) {
                sizes += generator.next(random).value().size();
            }
            if (sizes != 10L * BATCH) {
                throw new IllegalStateException("not ten properties");
            }
            return BATCH;
        });
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
