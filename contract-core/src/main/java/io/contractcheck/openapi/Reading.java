package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Codecs;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.schema.Direction;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** The reading of one operation: it makes the schemas, and remembers which they were. */
final class Reading {
    private final SpecVersion spec;
    private final Extensions extensions;
    private final Warnings warnings;
    private final List<Located> schemas = new ArrayList<>();

    Reading(SpecVersion spec, Extensions extensions, Warnings warnings) {
        this.spec = spec;
        this.extensions = extensions;
        this.warnings = warnings;
    }

    Schema schema(Located place, Direction direction) {
        JsonNode node = place.node();
        if (!node.isObject() && !node.isBoolean()) {
            throw new StructureException(place, "must be a schema, but is " + Structure.kind(node));
        }
        schemas.add(place);
        return Schema.of(place, spec.dialect(), direction, extensions.formats());
    }

    /** A schema that accepts everything, for what the document leaves open. */
    Schema anything(Located place, Direction direction) {
        return Schema.of(place.with(Json.NODES.objectNode()), spec.dialect(), direction, extensions.formats());
    }

    Codecs codecs() {
        return extensions.codecs();
    }

    void warn(Located place, String message) {
        warnings.add(place.describe() + ": " + message);
    }

    /** The places of all schemas made so far. */
    List<Located> schemas() {
        return schemas;
    }
}
