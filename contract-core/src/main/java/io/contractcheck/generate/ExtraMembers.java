package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Members that no schema names: of maps, of {@code patternProperties}, and where {@code minProperties} asks for more. */
final class ExtraMembers {
    private static final int TRIES = 20;
    private static final int LONGEST_NAME = 24;

    private final MemberRules rules;
    private final Plans plans;
    private final List<Schema> nameParts = new ArrayList<>();
    private final List<EcmaPattern> patterns = new ArrayList<>();
    private final Map<EcmaPattern, EcmaPattern.TextGenerator> namers = new ConcurrentHashMap<>();
    private boolean described;
    private boolean open;
    private boolean closed;

    ExtraMembers(MemberRules rules, Plans plans) {
        this.rules = rules;
        this.plans = plans;
        for (Schema schema : rules.schemas()) {
            JsonNode node = schema.normal();
            if (node.has("propertyNames")) {
                nameParts.add(schema.derive(node.get("propertyNames")));
            }
            rules.patterns().getOrDefault(schema, Map.of()).forEach((pattern, value) -> {
                if (!value.normal().isBoolean() || value.normal().booleanValue()) {
                    patterns.add(pattern);
                }
            });
            for (String keyword : List.of("additionalProperties", "unevaluatedProperties")) {
                JsonNode extra = node.get(keyword);
                if (extra != null) {
                    closed |= extra.isBoolean() && !extra.booleanValue();
                    open |= extra.isBoolean() && extra.booleanValue() || extra.isEmpty() && !extra.isBoolean();
                    described |= !extra.isBoolean() && !extra.isEmpty();
                }
            }
        }
        if (!nameParts.isEmpty()) {
            nameParts.add(nameParts.get(0).derive(Json.NODES.objectNode().put("type", "string")));
        }
    }

    void addTo(ObjectNode object, Draw draw) {
        if (closed && patterns.isEmpty()) {
            return;
        }
        long room = Math.min(rules.max() - object.size(), Limits.WIDEST_OBJECT);
        long missing = rules.min() - object.size();
        long wanted = Math.min(room, Math.max(missing, draw.minimal() ? 0 : wish(draw)));
        long misses = 0;
        while (wanted > 0 && misses < TRIES && !draw.spent()) {
            if (add(object, draw)) {
                wanted--;
            } else {
                misses++;
            }
        }
    }

    private int wish(Draw draw) {
        boolean map = rules.names().isEmpty();
        if (!closed && described) {
            return map ? draw.random.nextInt(4) : draw.chance(30) ? 1 : 0;
        }
        if (!patterns.isEmpty()) {
            return map ? draw.random.nextInt(4) : draw.chance(40) ? 1 : 0;
        }
        if (!closed && open) {
            return map && draw.chance(30) ? 1 + draw.random.nextInt(2) : draw.chance(2) ? 1 : 0;
        }
        return 0;
    }

    private boolean add(ObjectNode object, Draw draw) {
        String name = name(object, draw);
        if (name == null
                || object.has(name)
                || rules.names().contains(name)
                || rules.dependents().containsKey(name)) {
            return false;
        }
        Plan plan = plans.of(rules.at(name));
        if (plan.flaw(draw.search) != null) {
            return false;
        }
        JsonNode value = plan.next(draw);
        if (value == null) {
            return false;
        }
        object.set(name, value);
        return true;
    }

    private @Nullable String name(ObjectNode object, Draw draw) {
        if (!patterns.isEmpty() && (closed || !described || draw.random.nextBoolean())) {
            EcmaPattern pattern = patterns.get(draw.random.nextInt(patterns.size()));
            try {
                return namers.computeIfAbsent(
                                pattern,
                                p -> p.generator(Math.max(1, plans.text().minLength()), LONGEST_NAME))
                        .next(draw.random);
            } catch (PatternException e) {
                return null;
            }
        }
        if (closed) {
            return null;
        }
        if (!nameParts.isEmpty()) {
            Plan plan = plans.of(nameParts);
            JsonNode name = plan.flaw(draw.search) == null ? plan.next(draw) : null;
            return name == null ? null : name.textValue();
        }
        String word = PlainText.pick(PlainText.WORDS, draw.random);
        return object.has(word) || draw.chance(20) ? word + draw.random.nextInt(1000) : word;
    }
}
