package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Located;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import io.contractcheck.openapi.Responses;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The operations of a document that was not read yet, as far as filters look at them.
 *
 * @param all in document order
 * @param whole whether none stands in another file
 */
record DocumentOperations(List<Place> all, boolean whole) {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final URI NOWHERE = URI.create("memory:/document");

    /**
     * One of them.
     *
     * @param node where it stands in the tree given
     */
    record Place(Operation operation, ObjectNode node) {}

    static DocumentOperations of(JsonNode document) {
        List<Place> all = new ArrayList<>();
        boolean whole = true;
        Located nowhere = Documents.of(NOWHERE, document).root(NOWHERE);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode item = path.getValue();
            String reference = item.path("$ref").asText();
            if (reference.startsWith("#/")) {
                item = document.at(JsonPointer.compile(reference.substring(1)));
            }
            whole &= reference.isEmpty() || item.isObject() && reference.startsWith("#/");
            for (String method : METHODS) {
                if (item.path(method) instanceof ObjectNode node) {
                    all.add(new Place(operation(method, path.getKey(), node, nowhere), node));
                }
            }
        }
        return new DocumentOperations(List.copyOf(all), whole);
    }

    private static Operation operation(String method, String path, ObjectNode node, Located source) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                List.of(),
                "",
                Optional.ofNullable(node.path("operationId").textValue()),
                StreamSupport.stream(node.path("tags").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                false,
                List.of(),
                Optional.empty(),
                new Responses(List.of()),
                List.of(),
                source);
    }

    List<Place> matching(OperationFilter filter) {
        return all.stream().filter(p -> filter.matches(p.operation())).toList();
    }

    /** What to say of a filter that matches nothing, if it does and that can be known. */
    Optional<String> complaint(String property, OperationFilter filter) {
        if (!whole || !matching(filter).isEmpty()) {
            return Optional.empty();
        }
        List<String> known = all.stream()
                .map(Place::operation)
                .flatMap(o -> Stream.concat(Stream.of(o.label(), o.path()), o.operationId().stream()))
                .toList();
        return Optional.of(property + ": '" + filter.text() + "' matches none of the " + all.size()
                + " operations of the document."
                + Nearest.of(filter.text(), known)
                        .map(n -> " Did you mean '" + n + "'?")
                        .orElse(" Write a path such as /books/*, GET /books, tag:name or operationId:name."));
    }
}
