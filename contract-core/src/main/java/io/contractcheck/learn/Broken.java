package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what was sent breaks a rule: if not, the service was misread. */
final class Broken {
    private Broken() {}

    static boolean by(TestCase sent, Rule rule, Declared declared) {
        List<JsonNode> values = rule.spot().in(sent);
        return switch (rule.keyword()) {
            case Rule.REQUIRED -> isMissing(sent, rule.spot());
            case Rule.NOT_NULL -> values.stream().anyMatch(JsonNode::isNull);
            case Rule.FORBIDDEN -> !values.isEmpty();
            case Rule.CLOSED -> {
                Set<String> names = Declared.members(declared.at(rule.spot())).keySet();
                yield values.stream()
                        .anyMatch(value -> value.properties().stream().anyMatch(m -> !names.contains(m.getKey())));
            }
            case Rule.AT_MOST -> false;
            default -> {
                ObjectNode schema = Json.NODES.objectNode();
                schema.set(rule.keyword(), rule.value());
                Schema rules = Schema.parse(Json.write(schema));
                yield values.stream().anyMatch(value -> !value.isNull() && !rules.accepts(value));
            }
        };
    }

    /** Whether some object lacks the member, or the parameter or body was not sent. */
    private static boolean isMissing(TestCase sent, Spot spot) {
        Optional<Spot> parent = spot.parent();
        if (parent.isEmpty()) {
            return spot.part() == Mutation.Location.BODY
                    ? sent.body().isEmpty()
                    : spot.whole(sent).isEmpty();
        }
        String name = spot.steps().get(spot.steps().size() - 1);
        return !name.equals(Spot.EACH)
                && parent.get().in(sent).stream().anyMatch(object -> object.isObject() && !object.has(name));
    }
}
