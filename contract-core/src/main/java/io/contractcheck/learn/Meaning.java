package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.json.Json;
import io.contractcheck.learn.error.Claim;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A claim as rules of JSON Schema for a place of a certain type. */
final class Meaning {
    /** Days and moments are as good as any other that are over, or far away. */
    private static final List<String> PAST = List.of("1970-01-02", "1999-12-31", "2001-09-09", "2016-02-29");

    private static final List<String> FUTURE = List.of("2087-03-04", "2091-12-31", "2096-02-29", "2101-06-15");

    private Meaning() {}

    static List<Rule> of(Claim claim, Spot spot, Declared declared, TestCase sent, String said) {
        Set<String> types = Declared.types(declared.at(spot));
        return switch (claim.keyword()) {
            case Claim.UNKNOWN -> unknown(spot, declared, said);
            case Claim.REQUIRED ->
                spot.part() == Mutation.Location.PATH && spot.steps().isEmpty()
                        ? List.of()
                        : List.of(new Rule(spot, Rule.REQUIRED, BooleanNode.TRUE, said));
            case Claim.NOT_NULL ->
                types.isEmpty() || types.contains("null")
                        ? List.of(new Rule(spot, Rule.NOT_NULL, BooleanNode.TRUE, said))
                        : List.of();
            case Claim.MIN_SIZE, Claim.MAX_SIZE ->
                List.of(new Rule(
                        spot, claim.keyword().substring(0, 3) + counted(kind(types, spot, sent)), claim.value(), said));
            case Claim.PAST -> moments(PAST, spot, sent, said);
            case Claim.FUTURE -> moments(FUTURE, spot, sent, said);
            case "type" -> type(claim, types, spot, said);
            case "format" ->
                claim.value().asText().startsWith("int") && !isNumber(types)
                        ? List.of()
                        : List.of(new Rule(spot, "format", claim.value(), said));
            default -> List.of(new Rule(spot, claim.keyword(), claim.value(), said));
        };
    }

    private static boolean isNumber(Set<String> types) {
        return types.isEmpty() || types.contains("integer") || types.contains("number");
    }

    private static List<Rule> unknown(Spot spot, Declared declared, String said) {
        if (!declared.at(spot).isEmpty()) {
            return List.of(new Rule(spot, Rule.FORBIDDEN, BooleanNode.TRUE, said));
        }
        return spot
                .parent()
                .filter(parent -> !Declared.members(declared.at(parent)).isEmpty())
                .map(parent -> new Rule(parent, Rule.CLOSED, BooleanNode.FALSE, said))
                .stream()
                .toList();
    }

    private static String kind(Set<String> types, Spot spot, TestCase sent) {
        Optional<JsonNode> value = spot.in(sent).stream().findFirst();
        if (value.isPresent() && value.get().isContainerNode()) {
            return value.get().isArray() ? "array" : "object";
        }
        boolean text = value.isPresent() && value.get().isTextual();
        return text || types.contains("string") || types.isEmpty()
                ? "string"
                : types.contains("array") ? "array" : types.contains("object") ? "object" : "string";
    }

    private static String counted(String kind) {
        return switch (kind) {
            case "array" -> "Items";
            case "object" -> "Properties";
            default -> "Length";
        };
    }

    private static List<Rule> moments(List<String> days, Spot spot, TestCase sent, String said) {
        boolean times = spot.in(sent).stream().anyMatch(v -> v.asText().contains("T"));
        var values = Json.NODES.arrayNode();
        days.forEach(day -> values.add(times ? day + "T12:30:00Z" : day));
        return List.of(new Rule(spot, "enum", values, said));
    }

    /** Where the document allows texts alone, the texts that can be read as the type. */
    private static List<Rule> type(Claim claim, Set<String> types, Spot spot, String said) {
        String type = claim.value().asText();
        boolean possible = types.isEmpty()
                || types.contains(type)
                || type.equals("integer") && types.contains("number")
                || type.equals("number") && types.contains("integer");
        if (possible) {
            return List.of(new Rule(spot, "type", claim.value(), said));
        }
        if (!types.contains("string")) {
            return List.of();
        }
        return switch (type) {
            case "integer" -> List.of(new Rule(spot, "pattern", TextNode.valueOf("^-?[1-9]\\d{0,8}$"), said));
            case "number" ->
                List.of(new Rule(spot, "pattern", TextNode.valueOf("^-?[1-9]\\d{0,8}(?:\\.\\d{1,2})?$"), said));
            case "boolean" ->
                List.of(new Rule(
                        spot, "enum", Json.NODES.arrayNode().add("true").add("false"), said));
            default -> List.of();
        };
    }
}
