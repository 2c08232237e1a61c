package io.contractcheck.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What schemas are made of and what names mean, each worked out once for a document: answers share schemas, and schemas names. */
final class Anatomies {
    private final Map<JsonNode, Anatomy> known = new IdentityHashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, List<String>> nouns = new HashMap<>();

    Anatomy of(Schema schema) {
        JsonNode normal;
        try {
            normal = schema.normal();
        } catch (ReferenceException e) {
            return Anatomy.of(schema);
        }
        Anatomy anatomy = known.get(normal);
        if (anatomy == null) {
            anatomy = refers(normal) ? referred(schema, normal) : Anatomy.of(schema);
            known.put(normal, anatomy);
        }
        return anatomy;
    }

    /** Whether there is nothing but a reference, as nearly everywhere. */
    private static boolean refers(JsonNode normal) {
        return normal.size() == 1 && normal.path("$ref").isTextual();
    }

    private Anatomy referred(Schema schema, JsonNode normal) {
        Schema target;
        try {
            target = schema.target(normal.path("$ref").textValue());
        } catch (ReferenceException e) {
            return Anatomy.of(schema);
        }
        if (refers(target.normal())) {
            return Anatomy.of(schema); // possibly in a circle
        }
        Anatomy anatomy = of(target);
        List<String> names = new ArrayList<>();
        Anatomy.name(target).ifPresent(names::add);
        names.addAll(anatomy.names());
        return new Anatomy(
                List.copyOf(names), anatomy.members(), anatomy.elements(), anatomy.others(), anatomy.types());
    }

    /** As {@link Words#of}; not to be changed. */
    List<String> words(String name) {
        return words.computeIfAbsent(name, Words::of);
    }

    /** As {@link Nouns#ofSchema}; not to be changed. */
    List<String> noun(String schema) {
        return nouns.computeIfAbsent(schema, Nouns::ofSchema);
    }
}
