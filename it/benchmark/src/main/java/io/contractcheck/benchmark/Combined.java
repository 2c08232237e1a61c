package io.contractcheck.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * The object of {@link Values}, written with jqwik's combinators as a user of jqwik would who looks at speed: identifiers and dates, for which
 * jqwik's core has nothing, are mapped from plain numbers.
 *
 * @param share texts are at most the bound divided by this long
 */
record Combined(int share) {
    Arbitrary<JsonNode> order() {
        Arbitrary<JsonNode> address = Combinators.combine(text(1, 30), text(1, 20), whole(1, 300))
                .as((street, city, number) -> Json.NODES
                        .objectNode()
                        .<ObjectNode>set("street", street)
                        .<ObjectNode>set("city", city)
                        .set("number", number));
        Arbitrary<JsonNode> customer = Combinators.combine(text(1, 30), whole(0, 150))
                .as((name, age) ->
                        Json.NODES.objectNode().<ObjectNode>set("name", name).set("age", age));
        Arbitrary<JsonNode> codes = text(0, 10).list().ofMaxSize(5).map(Combined::array);
        Arbitrary<JsonNode> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
                .map(DecimalNode::valueOf);
        Arbitrary<JsonNode> express = Arbitraries.of(true, false).map(BooleanNode::valueOf);
        Arbitrary<JsonNode> status = Arbitraries.of("new", "paid", "sent").map(TextNode::valueOf);
        Arbitrary<JsonNode> id = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) ->
                        TextNode.valueOf(new UUID(high & ~0xF000L | 0x4000L, low >>> 2 | 1L << 63).toString()));
        Arbitrary<JsonNode> placed = Arbitraries.integers()
                .between(0, 47_000)
                .map(day -> TextNode.valueOf(LocalDate.ofEpochDay(day).toString()));
        Arbitrary<ObjectNode> first = Combinators.combine(id, placed, text(0, 60), whole(1, 99), price)
                .as((i, day, note, quantity, p) -> {
                    ObjectNode order = Json.NODES.objectNode();
                    order.set("id", i);
                    order.set("placed", day);
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

    private Arbitrary<JsonNode> text(int min, int max) {
        return Arbitraries.strings()
                .ascii()
                .ofMinLength(min)
                .ofMaxLength(max / share)
                .map(TextNode::valueOf);
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
