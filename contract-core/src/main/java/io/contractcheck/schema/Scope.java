package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.schema.format.Formats;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All schemas of the same documents, read by one dialect and for one direction; each is translated once. Thread-safe. */
final class Scope {
    static final SortedSet<String> NONE = Collections.emptySortedSet();

    private final Documents documents;
    private final Dialect dialect;
    private final Direction direction;
    private final Map<String, Resource> resources = new ConcurrentHashMap<>();
    private final Map<JsonNode, Origin> origins = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Reaches reach = new Reaches(this);
    private final Formats formats = Formats.standard();

    private Scope(Documents documents, Dialect dialect, Direction direction) {
        this.documents = documents;
        this.dialect = dialect;
        this.direction = direction;
    }

    static Scope of(Documents documents, Dialect dialect, Direction direction) {
        return documents.keep(Scopes.class, Scopes::new).get(documents, dialect, direction);
    }

    Dialect dialect() {
        return dialect;
    }

    Direction direction() {
        return direction;
    }

    Formats formats() {
        return formats;
    }

    Reaches reach() {
        return reach;
    }

    /** Whether the dialect is of the family of draft 4. */
    boolean old() {
        return dialect == Dialect.SWAGGER_2_0 || dialect == Dialect.OPENAPI_3_0;
    }

    Resource at(Located place, SortedSet<String> waived) {
        return resources.computeIfAbsent(name(place, waived), n -> Resource.at(this, place, waived));
    }

    /** The name of what a reference leads to. A broken one has a name as well; its target tells why. */
    String refer(Located from, String reference, SortedSet<String> waived) {
        try {
            Located target = documents.resolve(from, reference);
            SortedSet<String> here = new TreeSet<>(waived);
            if (!here.isEmpty()) {
                Reach reached = reach.of(target);
                here.retainAll(reached.required());
                here.removeAll(reached.forbidden().keySet());
            }
            at(target, here);
            return name(target, here);
        } catch (ReferenceException e) {
            String name = "broken " + name(from, NONE) + " " + reference;
            resources.computeIfAbsent(name, n -> Resource.broken(this, from, e));
            return name;
        }
    }

    /** The place a reference leads to; null if it is broken. */
    @Nullable Located place(Located from, String reference) {
        try {
            return documents.resolve(from, reference);
        } catch (ReferenceException e) {
            return null;
        }
    }

    boolean knows(String name) {
        return resources.containsKey(name);
    }

    Resource target(String name) {
        Resource target = resources.get(name);
        if (target == null) {
            throw new IllegalArgumentException(name + " is no $ref of these schemas");
        }
        return target;
    }

    void stands(JsonNode normal, Origin origin) {
        origins.put(normal, origin);
    }

    @Nullable Origin origin(JsonNode normal) {
        return origins.get(normal);
    }

    static String name(Located place, SortedSet<String> waived) {
        String name = place.document() + "#" + place.pointer();
        return waived.isEmpty() ? name : "without " + String.join(",", waived) + " " + name;
    }

    /** The scopes of one set of documents. */
    private static final class Scopes {
        private final Map<Dialect, Map<Direction, Scope>> scopes = new EnumMap<>(Dialect.class);

        synchronized Scope get(Documents documents, Dialect dialect, Direction direction) {
            return scopes.computeIfAbsent(dialect, d -> new EnumMap<>(Direction.class))
                    .computeIfAbsent(direction, d -> new Scope(documents, dialect, direction));
        }
    }
}
