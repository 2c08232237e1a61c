package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of one schema, each made once: this is where recursion closes its circle. */
final class Plans {
    private final TextRules text;
    private final PlainText plain;
    private final Map<List<JsonNode>, Plan> plans = new ConcurrentHashMap<>();

    Plans(TextRules text) {
        this.text = text;
        this.plain = new PlainText(text.allowed());
    }

    /** Texts of which nothing but a length is asked. */
    PlainText plain() {
        return plain;
    }

    TextRules text() {
        return text;
    }

    /** The plan for a value that keeps all these schemas. */
    Plan of(List<Schema> parts) {
        List<JsonNode> key = new ArrayList<>(parts.size());
        for (Schema part : parts) {
            key.add(part.normal());
        }
        return plans.computeIfAbsent(key, k -> new Plan(this, () -> Fold.of(parts)));
    }

    /** The plan of a fold with the first of its open choices taken. */
    Plan taking(Fold fold, List<Schema> option) {
        return new Plan(this, () -> fold.taking(option));
    }

    /** The plan of a fold as if its open choices were no rules: if that has no value, nothing has. */
    Plan ignoringChoices(Fold fold) {
        return new Plan(this, fold::withoutGroups);
    }

    /**
     * The way to make values of what was folded.
     *
     * @throws UnsatisfiableException if rules contradict each other plainly
     */
    static Shape shape(Fold fold, Plans plans) {
        Constants constants = Constants.read(fold, plans.text);
        if (constants != null) {
            return constants;
        }
        if (!fold.groups().isEmpty()) {
            return new Choice(fold, plans);
        }
        Set<JsonType> types = JsonType.read(fold.plain());
        if (types.isEmpty()) {
            return AnyType.anything(plans);
        }
        Map<JsonType, Shape> shapes = new EnumMap<>(JsonType.class);
        List<UnsatisfiableException> flaws = new ArrayList<>();
        for (JsonType type : types) {
            if (type == JsonType.INTEGER && types.contains(JsonType.NUMBER)) {
                continue;
            }
            try {
                shapes.put(type, shape(type, fold, plans));
            } catch (UnsatisfiableException e) {
                flaws.add(e);
            }
        }
        if (shapes.isEmpty()) {
            throw flaws.get(0);
        }
        return shapes.size() == 1 ? shapes.values().iterator().next() : new AnyType(shapes);
    }

    private static Shape shape(JsonType type, Fold fold, Plans plans) {
        return switch (type) {
            case NULL -> Constants.NULL;
            case BOOLEAN -> Constants.BOOLEANS;
            case INTEGER -> Numbers.read(fold.plain(), true);
            case NUMBER -> Numbers.read(fold.plain(), false);
            case STRING -> Texts.read(fold.plain(), plans);
            case ARRAY -> Items.read(fold.plain(), plans);
            case OBJECT -> Members.read(fold.plain(), plans);
        };
    }
}
