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

/** All schemas of the same documents, read by one dialect, for one direction and with the same formats; each is translated once. Thread-safe. */
final class Scope {
    private final Documents documents;
    private final Dialect dialect;
    private final Direction direction;
    private final Formats formats;
    private final Map<String, Resource> resources = new ConcurrentHashMap<>();
    private final Map<JsonNode, Origin> origins = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Reaches reach = new Reaches(this);
    private final Inheritance inheritance = new Inheritance(this);

    private Scope(Documents documents, Dialect dialect, Direction direction, Formats formats) {
        this.documents = documents;
        this.dialect = dialect;
        this.direction = direction;
        this.formats = formats;
    }

    static Scope of(Documents documents, Dialect dialect, Direction direction, Formats formats) {
        return documents.keep(Scopes.class, Scopes::new).get(documents, dialect, direction, formats);
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

    Inheritance inheritance() {
        return inheritance;
    }

    /** Whether the dialect is of the family of draft 4. */
    boolean old() {
        return dialect == Dialect.SWAGGER_2_0 || dialect == Dialect.OPENAPI_3_0;
    }

    Resource at(Located place, Variant variant) {
        return resources.computeIfAbsent(variant.prefix() + name(place), n -> Resource.at(this, place, variant));
    }

    /** The name of what a reference leads to. A broken one has a name as well; its target tells why. */
    String refer(Located from, String reference, Variant variant) {
        try {
            Located target = documents.resolve(from, reference);
            return refer(target, needed(target, variant));
        } catch (ReferenceException e) {
            String name = "broken " + name(from) + " " + reference;
            resources.computeIfAbsent(name, n -> Resource.broken(this, from, e));
            return name;
        }
    }

    String refer(Located target, Variant variant) {
        at(target, variant);
        return variant.prefix() + name(target);
    }

    /** No more of a variant than makes a difference to the target. */
    private Variant needed(Located target, Variant variant) {
        SortedSet<String> waived = new TreeSet<>(variant.waived());
        if (!waived.isEmpty()) {
            Reach reached = reach.of(target);
            waived.retainAll(reached.required());
            waived.removeAll(reached.forbidden().keySet());
        }
        boolean parent = direction == Direction.REQUEST
                && !variant.heir().isEmpty()
                && Inheritance.base(target)
                && inheritance.heirs(target).stream()
                        .anyMatch(heir -> name(heir).equals(variant.heir()));
        return new Variant(waived, parent ? variant.heir() : "");
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

    static String name(Located place) {
        return place.document() + "#" + place.pointer();
    }

    /** The scopes of one set of documents. */
    private static final class Scopes {
        private final Map<Formats, Map<Dialect, Map<Direction, Scope>>> scopes = new IdentityHashMap<>();

        synchronized Scope get(Documents documents, Dialect dialect, Direction direction, Formats formats) {
            return scopes.computeIfAbsent(formats, f -> new EnumMap<>(Dialect.class))
                    .computeIfAbsent(dialect, d -> new EnumMap<>(Direction.class))
                    .computeIfAbsent(direction, d -> new Scope(documents, dialect, direction, formats));
        }
    }
}
