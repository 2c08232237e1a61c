package io.contractcheck.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.generate.Generators;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.schema.Schema;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
        Schema schema = schema();
        double ours = rate(Generators.valid(schema).generator(1000), schema);
        double[] theirs = {0};
        JqwikSession.run(() -> theirs[0] = rate(combined().generator(1000), schema));
        out.printf("%nValues of a nested object with ten properties%n");
        out.printf("| Generator | Values per CPU s | Ratio |%n|---|---|---|%n");
        out.printf("| jqwik's combinators | %.0f | 1.0 |%n", theirs[0]);
        out.printf("| Generators.valid | %.0f | %.1f |%n", ours, ours / theirs[0]);
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

    private static Schema schema() {
        ObjectNode document = (ObjectNode) Json.parse(
                "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Orders\", \"version\": \"1\"}, \"paths\": {\"/orders\":"
                        + " {\"post\": {\"requestBody\": {\"required\": true, \"content\": {\"application/json\":"
                        + " {\"schema\": " + SCHEMA + "}}}, \"responses\": {\"201\": {\"description\": \"made\"}}}}}}");
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

    private static Arbitrary<JsonNode> combined() {
        Arbitrary<JsonNode> address = Combinators.combine(text(1, 30), text(1, 20), whole(1, 300))
                .as((street, city, number) -> Json.NODES
                        .objectNode()
                        .<ObjectNode>set("street", street)
                        .<ObjectNode>set("city", city)
                        .set("number", number));
        Arbitrary<JsonNode> customer = Combinators.combine(text(1, 30), whole(0, 150))
                .as((name, age) ->
                        Json.NODES.objectNode().<ObjectNode>set("name", name).set("age", age));
        Arbitrary<JsonNode> codes = text(0, 10).list().ofMaxSize(5).map(Values::array);
        Arbitrary<JsonNode> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
                .map(DecimalNode::valueOf);
        Arbitrary<JsonNode> express = Arbitraries.of(true, false).map(BooleanNode::valueOf);
        Arbitrary<JsonNode> status = Arbitraries.of("new", "paid", "sent").map(TextNode::valueOf);
        Arbitrary<ObjectNode> first = Combinators.combine(
                        whole(1, 1_000_000), text(1, 30), text(0, 60), whole(1, 99), price)
                .as((id, name, note, quantity, p) -> {
                    ObjectNode order = Json.NODES.objectNode();
                    order.set("id", id);
                    order.set("name", name);
                    order.set("note", note);
                    order.set("quantity", quantity);
                    order.set("price", p);
                    return order;
                });
        // combine takes eight at most
        return Combinators.combine(first, express, status, codes, address, customer)
                .as((order, e, s, c, a, buyer) -> {
                    order.set("express", e);
                    order.set("status", s);
                    order.set("codes", c);
                    order.set("address", a);
                    order.set("customer", buyer);
                    return order;
                });
    }

    private static Arbitrary<JsonNode> text(int min, int max) {
        return Arbitraries.strings().ascii().ofMinLength(min).ofMaxLength(max).map(TextNode::valueOf);
    }

    private static Arbitrary<JsonNode> whole(int min, int max) {
        return Arbitraries.integers().between(min, max).map(IntNode::valueOf);
    }

    private static JsonNode array(List<JsonNode> values) {
        ArrayNode array = Json.NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
