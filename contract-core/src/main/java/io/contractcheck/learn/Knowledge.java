package io.contractcheck.learn;

import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.RequestBody;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Relation;
import io.contractcheck.testcase.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a service beyond its document. Immutable.
 *
 * @param rules by operation, as {@code POST /books}
 * @param values that it knows
 * @param experience how calls went
 */
public record Knowledge(Map<String, List<Rule>> rules, Values values, Experience experience) {
    /** Nothing. */
    public static final Knowledge NONE = new Knowledge(Map.of());

    /** Rules alone. */
    public Knowledge(Map<String, List<Rule>> rules) {
        this(rules, Values.NONE);
    }

    /** Rules and values alone. */
    public Knowledge(Map<String, List<Rule>> rules, Values values) {
        this(rules, values, Experience.NONE);
    }

    public Knowledge {
        Map<String, List<Rule>> copy = new LinkedHashMap<>();
        rules.forEach((operation, list) -> copy.put(operation, List.copyOf(list)));
        rules = Collections.unmodifiableMap(copy);
    }

    /** With rules that were heard as well, by operation; what was known before stays. */
    Knowledge with(Map<String, Heard> heard, Seen seen, Tries tries) {
        Map<String, List<Rule>> all = new LinkedHashMap<>(rules);
        new TreeMap<>(heard).forEach((operation, said) -> {
            List<Rule> both = new ArrayList<>(rules.getOrDefault(operation, List.of()));
            said.settled().stream()
                    .filter(rule -> both.stream().noneMatch(rule::isOf))
                    .forEach(both::add);
            if (!both.isEmpty()) {
                all.put(operation, Contradictions.without(both));
            }
        });
        return new Knowledge(all, seen.with(values), tries.experience());
    }

    /** The same with other values. */
    public Knowledge with(Values other) {
        return new Knowledge(rules, other, experience);
    }

    /** The rules for one operation. */
    public List<Rule> of(Operation operation) {
        return rules.getOrDefault(operation.label(), List.of());
    }

    /** The ranges of an operation that may not end before they begin. */
    public List<Relation> ranges(Operation operation) {
        return of(operation).stream()
                .filter(rule -> rule.keyword().equals(Rule.AT_MOST))
                .flatMap(
                        rule -> Spot.parse(rule.value().asText()).map(high -> new Relation(rule.spot(), high)).stream())
                .toList();
    }

    /** Whether a parameter must be there, by the document or by what is known. */
    public boolean requires(Operation operation, Parameter parameter) {
        Spot spot = Spot.of(parameter, List.of());
        return parameter.required()
                || of(operation).stream()
                        .anyMatch(rule -> rule.keyword().equals(Rule.REQUIRED)
                                && rule.spot().equals(spot));
    }

    /**
     * The operation with what is known worked into its schemas; itself if nothing is. Good for making values only: what is right and what is
     * wrong, the document says.
     */
    public Operation narrowed(Operation operation) {
        List<Rule> all = of(operation);
        if (all.isEmpty()) {
            return operation;
        }
        Declared declared = new Declared(operation);
        List<Parameter> parameters = operation.parameters().stream()
                .map(parameter -> narrowed(
                        parameter,
                        all.stream()
                                .filter(rule -> rule.spot().name().equals(parameter.name())
                                        && rule.spot()
                                                .part()
                                                .name()
                                                .equals(parameter.in().name()))
                                .toList(),
                        declared))
                .toList();
        List<Rule> body = all.stream()
                .filter(rule -> rule.spot().part() == Mutation.Location.BODY)
                .toList();
        return operation.with(parameters, operation.requestBody().map(b -> narrowed(b, body, declared)));
    }

    private static Parameter narrowed(Parameter parameter, List<Rule> rules, Declared declared) {
        return rules.isEmpty()
                ? parameter
                : parameter.with(
                        parameter.required() || isRequired(rules),
                        Overlay.narrowed(parameter.schema(), rules, declared));
    }

    private static RequestBody narrowed(RequestBody body, List<Rule> rules, Declared declared) {
        return new RequestBody(
                body.required() || isRequired(rules),
                body.content().stream()
                        .map(content -> new MediaTypeContent(
                                content.mediaType(),
                                content.schema().map(schema -> Overlay.narrowed(schema, rules, declared)),
                                content.examples(),
                                content.encodings(),
                                content.codecs(),
                                content.source()))
                        .toList(),
                body.source());
    }

    private static boolean isRequired(List<Rule> rules) {
        return rules.stream()
                .anyMatch(rule -> rule.keyword().equals(Rule.REQUIRED)
                        && rule.spot().steps().isEmpty());
    }
}
