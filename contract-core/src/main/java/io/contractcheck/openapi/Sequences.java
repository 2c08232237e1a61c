package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** {@code itemSchema} of media types that are a sequence of values: the whole is read as an array (OpenAPI 3.2, section 4.14). */
final class Sequences {
    private static final List<String> NAMES =
            List.of("x-ndjson", "ndjson", "jsonl", "x-jsonlines", "jsonlines", "json-seq");

    private Sequences() {}

    /** The schema of a media type object: its own, else that of an array of its items; absent where it has neither. */
    static Located schema(String mediaType, Located place, Reading reading) {
        Located own = place.get("schema");
        Located items = place.get("itemSchema");
        if (Structure.has(own) || !Structure.has(items)) {
            return own;
        }
        String subtype = MediaType.of(mediaType).subtype();
        if (!NAMES.contains(subtype) && !subtype.endsWith("+json-seq")) {
            reading.warn(
                    items, "itemSchema is supported for lines of JSON and application/json-seq only; it is ignored");
            return own;
        }
        ObjectNode array = Json.NODES.objectNode().put("type", "array");
        array.putObject("items").put("$ref", "#" + fragment(items));
        // at a place of its own, since schemas are known by their places
        return place.with(array);
    }

    private static String fragment(Located place) {
        try {
            return new URI(null, null, place.pointer().toString()).getRawFragment();
        } catch (URISyntaxException e) {
            throw new StructureException(place, "cannot be referred to");
        }
    }
}
