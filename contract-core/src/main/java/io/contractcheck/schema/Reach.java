package io.contractcheck.schema;

import io.contractcheck.json.Located;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a schema says of an object, itself and through what it is composed of.
 *
 * @param forbidden properties that may not travel in the direction, with the keyword that says so
 * @param required properties named by any {@code required}
 */
record Reach(Map<String, Located> forbidden, Set<String> required) {
    Reach() {
        this(new LinkedHashMap<>(), new LinkedHashSet<>());
    }
}
