package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparingTest {
    private static final Api API = Shelf.api("""
            /orders:
              post:
                parameters:
                  - {name: dry, in: query, schema: {type: boolean}}
                  - {name: shop, in: query, required: true, schema: {type: string}}
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [lines, to]
                        properties:
                          note: {type: string}
                          tags: {type: array, items: {type: string}}
                          to: {type: object, required: [city], properties: {city: {type: string}, zip: {type: string}}}
                          lines:
                            type: array
                            minItems: 1
                            maxItems: 3
                            items: {type: object, required: [sku], properties: {sku: {type: string}, gift: {type: boolean}}}
                responses: {"201": {description: made}}
            """);

    @Test
    void what_is_required_stays_and_nothing_else() {
        Operation order = API.operations().get(0);
        Sparing sparing = new Sparing(order);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            TestCase drawn = CaseGenerator.of(order).next(random).value();
            TestCase least = sparing.least(drawn);

            assertThat(Proofs.holds(least)).isTrue();
            assertThat(least.parameters())
                    .singleElement()
                    .satisfies(p -> assertThat(p.parameter().name()).isEqualTo("shop"));
            assertThat(least.body().orElseThrow().value().properties())
                    .allSatisfy(m -> assertThat(m.getKey()).isIn("lines", "to"));
            assertThat(least.body().orElseThrow().value().path("to").size()).isEqualTo(1);
            assertThat(least.body().orElseThrow().value().path("lines"))
                    .allSatisfy(line -> assertThat(line).hasSize(1));
        }
    }

    @Test
    void only_what_is_unwelcome_goes_wherever_it_stands() {
        Operation order = API.operations().get(0);
        List<Spot> unwelcome = List.of(
                Spot.ofBody(List.of("lines", "*", "gift")),
                Spot.ofBody(List.of("lines", "*", "sku")),
                Spot.parse("query.dry").orElseThrow());
        Random random = new Random(1);
        boolean noted = false;
        for (int i = 0; i < 200; i++) {
            TestCase drawn = CaseGenerator.of(order).next(random).value();
            TestCase without = new Sparing(order).without(drawn, unwelcome::contains);

            assertThat(without.parameters()).hasSize(1);
            assertThat(without.body().orElseThrow().value().findValues("gift")).isEmpty();
            assertThat(without.body().orElseThrow().value().findValues("sku"))
                    .isEqualTo(drawn.body().orElseThrow().value().findValues("sku"));
            noted |= without.body().orElseThrow().value().has("note");
        }
        assertThat(noted).isTrue();
    }
}
