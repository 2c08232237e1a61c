package io.contractcheck.internal.phase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes out of valid cases what is not required: parameters, members of the body, and elements of its arrays. */
final class Sparing {
    private static final int MOST_TRIES = 80;

    private final Operation narrower;

    /** @param narrower what is required, and allowed in the end */
    Sparing(Operation narrower) {
        this.narrower = narrower;
    }

    /** The case with nothing but what is required. */
    TestCase least(TestCase drawn) {
        return without(drawn, spot -> true, true);
    }

    /** The case without those places. */
    TestCase without(TestCase drawn, Predicate<Spot> spare) {
        return without(drawn, spare, false);
    }

    private TestCase without(TestCase drawn, Predicate<Spot> spare, boolean empties) {
        List<Parameter> own = drawn.operation().parameters();
        TestCase less = drawn.withParameters(drawn.parameters().stream()
                .filter(sent -> {
                    int at = own.indexOf(sent.parameter());
                    return at < 0
                            || narrower.parameters().get(at).required()
                            || !spare.test(Spot.of(sent.parameter(), List.of()));
                })
                .toList());
        less = less.withBody(less.body()
                .map(body -> schema(drawn, body)
                        .map(schema ->
                                body.with(new Thinning(body.value().deepCopy(), schema, spare, empties).thinned()))
                        .orElse(body)));
        return Proofs.holds(less) ? less : drawn;
    }

    private Optional<Schema> schema(TestCase drawn, BodyValue body) {
        if (!body.value().isContainerNode()) {
            return Optional.empty();
        }
        int at = drawn.operation()
                .requestBody()
                .map(b -> b.content().indexOf(body.content()))
                .orElse(-1);
        return at < 0
                ? Optional.empty()
                : narrower.requestBody().map(b -> b.content().get(at)).flatMap(MediaTypeContent::schema);
    }

    /** One body on its way to less; what it must have is what the schema says. */
    private static final class Thinning {
        private final JsonNode whole;
        private final Schema schema;
        private final Predicate<Spot> spare;
        private final boolean empties;
        private int tries;

        private Thinning(JsonNode whole, Schema schema, Predicate<Spot> spare, boolean empties) {
            this.whole = whole;
            this.schema = schema;
            this.spare = spare;
            this.empties = empties;
        }

        private JsonNode thinned() {
            if (schema.accepts(whole)) {
                thin(whole, List.of());
            }
            return whole;
        }

        private void thin(JsonNode at, List<String> steps) {
            if (at instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                for (String name : names) {
                    List<String> place = with(steps, name);
                    if (!spare.test(Spot.ofBody(place)) || !goesWithout(object, name)) {
                        thin(object.get(name), place);
                    }
                }
            } else if (at instanceof ArrayNode array) {
                if (!empties || array.isEmpty() || !isEmptied(array)) {
                    array.forEach(element -> thin(element, with(steps, Spot.EACH)));
                }
            }
        }

        private boolean goesWithout(ObjectNode object, String name) {
            if (++tries > MOST_TRIES) {
                return false;
            }
            ObjectNode before = object.objectNode();
            before.setAll(object);
            object.remove(name);
            if (schema.accepts(whole)) {
                return true;
            }
            object.removeAll();
            object.setAll(before); // in the order in which they were
            return false;
        }

        private boolean isEmptied(ArrayNode array) {
            if (++tries > MOST_TRIES) {
                return false;
            }
            ArrayNode before = array.arrayNode().addAll(array);
            array.removeAll();
            if (schema.accepts(whole)) {
                return true;
            }
            array.addAll(before);
            return false;
        }

        private static List<String> with(List<String> steps, String step) {
            List<String> more = new ArrayList<>(steps);
            more.add(step);
            return more;
        }
    }
}
