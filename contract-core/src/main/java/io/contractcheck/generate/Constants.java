package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are listed: {@code enum}, {@code const}, and the types with few values. */
record Constants(List<JsonNode> values) implements Shape {
    static final Constants NULL = new Constants(List.of(Json.NODES.nullNode()));
    static final Constants BOOLEANS =
            new Constants(List.of(Json.NODES.booleanNode(true), Json.NODES.booleanNode(false)));

    /**
     * The members of {@code enum} and {@code const} that keep every other rule, or nothing if no schema lists values.
     *
     * @throws UnsatisfiableException if none of the members keeps them
     */
    static @Nullable Constants read(Fold fold, TextRules text) {
        Schema lister = null;
        for (Schema schema : fold.plain()) {
            if (schema.normal().has("const") || schema.normal().has("enum")) {
                lister = schema;
                break;
            }
        }
        if (lister == null) {
            return null;
        }
        JsonNode node = lister.normal();
        List<JsonNode> kept = new ArrayList<>();
        Set<String> broken = new LinkedHashSet<>();
        for (JsonNode member : node.has("const") ? List.of(node.get("const")) : node.get("enum")) {
            if (!text.carries(member)) {
                broken.add("characters that cannot be sent there");
                continue;
            }
            Schema refusing = refusing(fold.parts(), member);
            if (refusing == null) {
                kept.add(member);
            } else {
                refusing.validate(member).stream().map(Violation::keyword).forEach(broken::add);
            }
        }
        if (kept.isEmpty()) {
            String keyword = node.has("const") ? "const" : "enum";
            throw Fold.unsatisfiable(
                    lister, "no value of " + keyword + " keeps the other rules (" + String.join(", ", broken) + ")");
        }
        return new Constants(List.copyOf(kept));
    }

    private static @Nullable Schema refusing(List<Schema> parts, JsonNode value) {
        for (Schema part : parts) {
            if (!part.accepts(value)) {
                return part;
            }
        }
        return null;
    }

    @Override
    public JsonNode next(Draw draw) {
        JsonNode value = values.get(values.size() == 1 ? 0 : draw.random.nextInt(values.size()));
        return value instanceof ContainerNode ? value.deepCopy() : value;
    }

    /** They were tried when they were read. */
    @Override
    public boolean exact() {
        return true;
    }
}
