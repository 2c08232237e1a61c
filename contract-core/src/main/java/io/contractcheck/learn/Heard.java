package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.contractcheck.json.Json;
import io.contractcheck.testcase.Relation;
import io.contractcheck.testcase.Spot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rules that one operation's answers spoke of. Thread-safe. */
final class Heard {
    /** What has more values than that goes by the request, and is no rule. */
    private static final int MOST_VALUES = 3;

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::spot).thenComparing(key -> Rule.KEYWORDS.indexOf(key.keyword));

    private final Map<Key, TreeMap<String, Rule>> rules = new TreeMap<>(ORDER);

    private final Map<Relation, Orders> orders = new LinkedHashMap<>();

    /** Which orders of the two ends of a range were taken, and whether the wrong one was refused. */
    private static final class Orders {
        private boolean rightTaken;
        private boolean reversedTaken;
        private boolean reversedRefused;
    }

    private record Key(Spot spot, String keyword) {}

    synchronized void add(Rule rule) {
        TreeMap<String, Rule> values =
                rules.computeIfAbsent(new Key(rule.spot(), rule.keyword()), k -> new TreeMap<>());
        values.merge(Json.write(rule.value()), rule, (a, b) -> a.said().compareTo(b.said()) <= 0 ? a : b);
        if (values.size() > MOST_VALUES + 1) {
            values.pollLastEntry();
        }
    }

    /** Takes note of the order in which a valid case has the ends of a range. */
    synchronized void add(Relation relation, boolean reversed, boolean taken) {
        Orders seen = orders.computeIfAbsent(relation, r -> new Orders());
        seen.rightTaken |= taken && !reversed;
        seen.reversedTaken |= taken && reversed;
        seen.reversedRefused |= !taken && reversed;
    }

    /** One rule for each place and keyword: the tightest, as long as it goes with the others. */
    synchronized List<Rule> settled() {
        List<Rule> settled = new ArrayList<>();
        for (TreeMap<String, Rule> values : rules.values()) {
            if (values.size() <= MOST_VALUES) {
                tightest(new ArrayList<>(values.values())).ifPresent(settled::add);
            }
        }
        orders.entrySet().stream()
                .filter(e -> e.getValue().rightTaken && e.getValue().reversedRefused && !e.getValue().reversedTaken)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Relation::low).thenComparing(Relation::high))
                .forEach(relation -> settled.add(new Rule(
                        relation.low(),
                        Rule.AT_MOST,
                        Json.NODES.textNode(relation.high().text()),
                        "refused the other way round")));
        return Contradictions.without(settled);
    }

    private static Optional<Rule> tightest(List<Rule> rules) {
        Rule first = rules.get(0);
        return switch (first.keyword()) {
            case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" ->
                rules.stream().max(Comparator.comparing(Heard::number));
            case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "multipleOf" ->
                rules.stream().min(Comparator.comparing(Heard::number));
            case "enum" -> common(rules);
            default -> rules.size() == 1 ? Optional.of(first) : Optional.empty();
        };
    }

    private static BigDecimal number(Rule rule) {
        return rule.value().decimalValue();
    }

    private static Optional<Rule> common(List<Rule> rules) {
        Set<JsonNode> values = new LinkedHashSet<>();
        rules.get(0).value().forEach(values::add);
        for (Rule rule : rules) {
            Set<JsonNode> other = new LinkedHashSet<>();
            rule.value().forEach(other::add);
            values.retainAll(other);
        }
        ArrayNode list = Json.NODES.arrayNode();
        values.forEach(list::add);
        Rule first = rules.get(0);
        return list.isEmpty() ? Optional.empty() : Optional.of(new Rule(first.spot(), "enum", list, first.said()));
    }
}
