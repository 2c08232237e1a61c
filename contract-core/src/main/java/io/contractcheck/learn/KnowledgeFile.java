package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.Spot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rules that users keep in a file: by operation, by place in its requests, by keyword. */
public final class KnowledgeFile {
    private KnowledgeFile() {}

    /**
     * What a file says of an API.
     *
     * @param warnings is told of operations and places that the document does not have, each with the file and the pointer
     * @throws KnowledgeException if the file cannot be read or says what no rule can be
     */
    public static Knowledge read(Path file, Api api, Consumer<String> warnings) {
        Source root = Source.read("knowledge", file);
        Map<String, Operation> operations = api.operations().stream()
                .collect(Collectors.toMap(Operation::label, o -> o, (a, b) -> a, LinkedHashMap::new));
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        root.node().properties().forEach(entry -> {
            Source source = root.get(entry.getKey()).object();
            Operation operation = operations.get(entry.getKey());
            if (operation == null) {
                warnings.accept(
                        source.describe() + ": the document has no such operation among those that are tested, so"
                                + " that what is known of it is not used");
            } else {
                rules.put(entry.getKey(), rules(source, new Declared(operation), warnings));
            }
        });
        return new Knowledge(rules);
    }

    private static List<Rule> rules(Source operation, Declared declared, Consumer<String> warnings) {
        List<Rule> rules = new ArrayList<>();
        operation.node().properties().forEach(entry -> {
            Source source = operation.get(entry.getKey()).object();
            Optional<Spot> spot = Spot.parse(entry.getKey());
            if (spot.isEmpty()) {
                throw source.wrong("'" + entry.getKey() + "' is no place in a request: write body.title,"
                        + " body.lines[*].sku, query.limit, path.id, header.X-Tenant or cookie.session");
            }
            if (declared.at(spot.get()).isEmpty()) {
                warnings.accept(source.describe() + ": " + declared.operation().label()
                        + " has no such place by the document, so that what is known of it is not used");
                return;
            }
            source.node()
                    .properties()
                    .forEach(keyword -> rules.add(rule(spot.get(), keyword.getKey(), source.get(keyword.getKey()))));
        });
        return rules;
    }

    private static Rule rule(Spot spot, String keyword, Source source) {
        JsonNode value = source.node();
        if (!Rule.KEYWORDS.contains(keyword)) {
            throw source.wrong(
                    "'" + keyword + "' is no keyword of a rule; there are " + String.join(", ", Rule.KEYWORDS));
        }
        boolean fits = switch (keyword) {
            case Rule.REQUIRED, Rule.NOT_NULL, Rule.FORBIDDEN -> value.isBoolean() && value.booleanValue();
            case Rule.CLOSED -> value.isBoolean() && !value.booleanValue();
            case Rule.AT_MOST ->
                value.isTextual() && Spot.parse(value.textValue()).isPresent();
            default -> fits(keyword, value);
        };
        if (!fits) {
            throw source.wrong("a " + keyword + " cannot be " + Json.write(value));
        }
        return new Rule(spot, keyword, value, "");
    }

    private static boolean fits(String keyword, JsonNode value) {
        return switch (keyword) {
            case "type", "format" -> value.isTextual();
            case "pattern" ->
                value.isTextual()
                        && Schema.parse("{\"pattern\":" + Json.write(value) + "}")
                                .warnings()
                                .isEmpty();
            case "enum" -> value.isArray() && !value.isEmpty();
            case "uniqueItems" -> value.isBoolean();
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> value.isNumber();
            default -> value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
        };
    }
}
