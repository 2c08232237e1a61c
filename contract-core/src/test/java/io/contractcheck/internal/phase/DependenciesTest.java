package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final String MADE =
            "{description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}";
    private static final Api API = Shelf.api("""
            /shops/{shopId}/items/{itemId}:
              parameters:
                - {name: shopId, in: path, required: true, schema: {type: integer}}
                - {name: itemId, in: path, required: true, schema: {type: integer}}
              delete: {responses: {"204": {description: gone}}}
              patch: {responses: {"200": {description: changed}}}
              get: {responses: {"200": {description: it}}}
            /ping:
              get: {responses: {"200": {description: pong}}}
            /shops/{shopId}/items:
              parameters: [{name: shopId, in: path, required: true, schema: {type: integer}}]
              post: {responses: {"201": MADE}}
            /shops/{shopId}:
              parameters: [{name: shopId, in: path, required: true, schema: {type: integer}}]
              delete: {responses: {"204": {description: gone}}}
              get: {responses: {"200": {description: it}}}
            /shops:
              post: {responses: {"201": MADE}}
            """.replace("MADE", MADE));

    private static List<String> ordered(Api api) {
        return Dependencies.ordered(api.operations(), LinkGraph.of(api)).stream()
                .map(Operation::label)
                .toList();
    }

    @Test
    void what_makes_things_comes_first_and_what_deletes_them_last() {
        assertThat(ordered(API))
                .containsExactly(
                        "POST /shops",
                        "POST /shops/{shopId}/items",
                        "GET /ping",
                        "GET /shops/{shopId}",
                        "GET /shops/{shopId}/items/{itemId}",
                        "PATCH /shops/{shopId}/items/{itemId}",
                        "DELETE /shops/{shopId}/items/{itemId}",
                        "DELETE /shops/{shopId}");
    }

    @Test
    void no_operation_is_lost_and_the_order_of_an_order_is_itself() {
        for (int seed = 0; seed < 50; seed++) {
            List<Operation> shuffled = new ArrayList<>(API.operations());
            Collections.shuffle(shuffled, new Random(seed));
            List<Operation> once = Dependencies.ordered(shuffled, LinkGraph.of(API));

            assertThat(new LinkedHashSet<>(once)).containsExactlyInAnyOrderElementsOf(API.operations());
            assertThat(Dependencies.ordered(once, LinkGraph.of(API))).isEqualTo(once);
        }
    }

    @Test
    void a_circle_is_cut_and_nothing_hangs() {
        Api api = Shelf.api("""
                /hens:
                  post:
                    requestBody: {required: true, content: {application/json: {schema: {type: object, required: [eggId], properties: {eggId: {type: integer}}}}}}
                    responses: {"201": MADE}
                /eggs:
                  post:
                    requestBody: {required: true, content: {application/json: {schema: {type: object, required: [henId], properties: {henId: {type: integer}}}}}}
                    responses: {"201": MADE}
                """.replace("MADE", MADE));

        assertThat(ordered(api)).containsExactlyInAnyOrder("POST /hens", "POST /eggs");
    }
}
