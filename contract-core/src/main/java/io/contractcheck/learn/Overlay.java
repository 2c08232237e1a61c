package io.contractcheck.learn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules for places inside one value as a schema of that value. */
final class Overlay {
    private final Map<String, Overlay> inner = new LinkedHashMap<>();
    private final ObjectNode keywords = Json.NODES.objectNode();
    private final ArrayNode required = Json.NODES.arrayNode();

    /** The schema with the rules as well. */
    static Schema narrowed(Schema schema, List<Rule> rules, Declared declared) {
        if (rules.isEmpty()) {
            return schema;
        }
        Overlay overlay = new Overlay();
        rules.forEach(rule -> overlay.add(rule, declared));
        ObjectNode both = Json.NODES.objectNode();
        both.putArray("allOf").add(schema.normal()).add(overlay.schema());
        return schema.derive(both);
    }

    private void add(Rule rule, Declared declared) {
        List<String> steps = rule.spot().steps();
        if (rule.keyword().equals(Rule.AT_MOST)) {
            return; // no schema can say so
        }
        if (rule.keyword().equals(Rule.REQUIRED)) {
            if (!steps.isEmpty()) {
                at(steps.subList(0, steps.size() - 1)).required.add(steps.get(steps.size() - 1));
            }
            return;
        }
        ObjectNode into = at(steps).keywords;
        switch (rule.keyword()) {
            case Rule.NOT_NULL -> into.putObject("not").put("type", "null");
            case Rule.FORBIDDEN -> into.putArray("enum");
            case Rule.CLOSED -> {
                ArrayNode names = into.putObject("propertyNames").putArray("enum");
                Declared.members(declared.at(rule.spot())).keySet().forEach(names::add);
            }
            default -> into.set(rule.keyword(), rule.value());
        }
    }

    private Overlay at(List<String> steps) {
        Overlay at = this;
        for (String step : steps) {
            at = at.inner.computeIfAbsent(step, s -> new Overlay());
        }
        return at;
    }

    private ObjectNode schema() {
        ObjectNode schema = keywords.deepCopy();
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        ObjectNode properties = Json.NODES.objectNode();
        inner.forEach((step, overlay) -> {
            if (step.equals(Spot.EACH)) {
                schema.set("items", overlay.schema());
            } else if (overlay.keywords.path("enum").isEmpty() && overlay.keywords.has("enum")) {
                properties.put(step, false);
            } else {
                properties.set(step, overlay.schema());
            }
        });
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        return schema;
    }
}
