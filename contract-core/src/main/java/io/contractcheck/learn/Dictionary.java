package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Spot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Values that users give in files: under {@code types} by type, under {@code formats} by format, under {@code places} by place in the requests of
 * every operation that has it, and under {@code operations} by place in those of one.
 */
public final class Dictionary {
    private static final List<String> SECTIONS = List.of("types", "formats", "places", "operations");

    private final Api api;
    private final Consumer<String> warnings;
    private final Map<String, Map<Spot, List<JsonNode>>> placed = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> typed = new LinkedHashMap<>();

    private Dictionary(Api api, Consumer<String> warnings) {
        this.api = api;
        this.warnings = warnings;
    }

    /**
     * What is known before a run: what those files say, and what the document itself shows.
     *
     * @param warnings is told of operations and places that the document does not have, each with the file and the pointer
     * @throws KnowledgeException if a file cannot be read or is none of that kind
     */
    public static Values read(List<Path> files, Api api, Consumer<String> warnings) {
        Dictionary dictionary = new Dictionary(api, warnings);
        files.forEach(file -> dictionary.add(Source.read("dictionary", file)));
        return new Values(dictionary.placed, dictionary.typed, Harvest.of(api), Map.of());
    }

    private void add(Source root) {
        root.node().properties().forEach(section -> {
            Source source = root.get(section.getKey());
            switch (section.getKey()) {
                case "types", "formats" -> lists(source, typed);
                case "places" -> places(source, "", api.operations());
                case "operations" ->
                    source.object()
                            .node()
                            .properties()
                            .forEach(entry -> operation(source.get(entry.getKey()), entry.getKey()));
                default ->
                    throw source.wrong("'" + section.getKey() + "' is no section of a dictionary; there are "
                            + String.join(", ", SECTIONS));
            }
        });
    }

    private void operation(Source source, String label) {
        Optional<Operation> operation =
                api.operations().stream().filter(o -> o.label().equals(label)).findFirst();
        if (operation.isEmpty()) {
            warnings.accept(
                    source.describe() + ": the document has no such operation among those that are tested, so that its"
                            + " values are not used");
        } else {
            places(source, label, List.of(operation.get()));
        }
    }

    private void places(Source source, String key, List<Operation> operations) {
        source.object().node().properties().forEach(entry -> {
            Source place = source.get(entry.getKey());
            Spot spot = Spot.parse(entry.getKey())
                    .orElseThrow(
                            () -> place.wrong("'" + entry.getKey() + "' is no place in a request: write body.title,"
                                    + " body.lines[*].sku, query.limit, path.id, header.X-Tenant or cookie.session"));
            List<JsonNode> values = list(place);
            if (operations.stream().allMatch(o -> new Declared(o).at(spot).isEmpty())) {
                warnings.accept(place.describe() + ": " + (key.isEmpty() ? "no operation" : key + " does not")
                        + (key.isEmpty() ? " has" : " have")
                        + " such a place by the document, so that its values are not used");
            }
            placed.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(spot, values, Dictionary::both);
        });
    }

    private static void lists(Source source, Map<String, List<JsonNode>> into) {
        source.object()
                .node()
                .properties()
                .forEach(entry -> into.merge(entry.getKey(), list(source.get(entry.getKey())), Dictionary::both));
    }

    private static List<JsonNode> list(Source source) {
        if (!source.node().isArray() || source.node().isEmpty()) {
            throw source.wrong("must be a list of values");
        }
        List<JsonNode> values = new ArrayList<>();
        source.node().forEach(values::add);
        return values;
    }

    private static List<JsonNode> both(List<JsonNode> a, List<JsonNode> b) {
        List<JsonNode> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
