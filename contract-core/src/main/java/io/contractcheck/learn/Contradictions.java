package io.contractcheck.learn;

import io.contractcheck.testcase.Spot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules that cannot hold together: neither counts. */
final class Contradictions {
    private static final List<List<String>> PAIRS = List.of(
            List.of("minLength", "maxLength"),
            List.of("minItems", "maxItems"),
            List.of("minProperties", "maxProperties"),
            List.of("minimum", "maximum"),
            List.of("exclusiveMinimum", "maximum"),
            List.of("minimum", "exclusiveMaximum"),
            List.of("exclusiveMinimum", "exclusiveMaximum"));

    private Contradictions() {}

    static List<Rule> without(List<Rule> rules) {
        Set<Rule> out = new LinkedHashSet<>();
        for (Rule low : rules) {
            for (List<String> pair : PAIRS) {
                if (low.keyword().equals(pair.get(0))) {
                    of(rules, low.spot(), pair.get(1))
                            .filter(high -> low.value()
                                            .decimalValue()
                                            .compareTo(high.value().decimalValue())
                                    > 0)
                            .ifPresent(high -> {
                                out.add(low);
                                out.add(high);
                            });
                }
            }
            if (low.keyword().equals(Rule.FORBIDDEN)) {
                of(rules, low.spot(), Rule.REQUIRED).ifPresent(required -> {
                    out.add(low);
                    out.add(required);
                });
            }
        }
        return rules.stream().filter(rule -> !out.contains(rule)).toList();
    }

    private static Optional<Rule> of(List<Rule> rules, Spot spot, String keyword) {
        return rules.stream()
                .filter(rule -> rule.spot().equals(spot) && rule.keyword().equals(keyword))
                .findFirst();
    }
}
