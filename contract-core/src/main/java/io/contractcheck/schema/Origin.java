package io.contractcheck.schema;

import io.contractcheck.json.Located;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of the normal form comes from.
 *
 * @param place the schema object in the user's document, or the keyword itself where one is named
 * @param keyword the user's keyword that all rules of this piece come from; null where they go by their own names
 * @param members origins of members that cannot carry their own, by name
 */
record Origin(Located place, @Nullable String keyword, Map<String, Origin> members) {

    static Origin of(Located place) {
        return new Origin(place, null, Map.of());
    }

    static Origin rule(Located place, String keyword) {
        return new Origin(place, keyword, Map.of());
    }

    /** The origin of a subschema. */
    Origin at(String keyword, Object... steps) {
        if (this.keyword != null) {
            return this;
        }
        Located inner = place.get(keyword);
        for (Object step : steps) {
            inner = step instanceof Integer index ? inner.get(index) : inner.get(String.valueOf(step));
        }
        return of(inner);
    }

    String keyword(String normal) {
        return keyword == null ? normal : keyword;
    }

    /** Where a rule of this piece stands. */
    String describe(String normal) {
        return keyword == null ? place.get(normal).describe() : place.describe();
    }
}
