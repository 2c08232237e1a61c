package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reference can lead to: a schema that is translated and made ready on first use, once. Thread-safe. */
final class Resource {
    private final Scope scope;
    private final Located place;
    private final Variant variant;
    private final @Nullable ReferenceException broken;
    private final List<String> warnings = new ArrayList<>();
    private volatile @Nullable JsonNode normal;
    private volatile @Nullable Rule rule;

    private Resource(
            Scope scope,
            Located place,
            Variant variant,
            @Nullable JsonNode normal,
            @Nullable ReferenceException broken) {
        this.scope = scope;
        this.place = place;
        this.variant = variant;
        this.normal = normal;
        this.broken = broken;
    }

    /** The schema at a place, read as a variant. */
    static Resource at(Scope scope, Located place, Variant variant) {
        return new Resource(scope, place, variant, null, null);
    }

    static Resource made(Scope scope, Located place, JsonNode normal) {
        return new Resource(scope, place, Variant.PLAIN, normal, null);
    }

    static Resource broken(Scope scope, Located place, ReferenceException cause) {
        return new Resource(scope, place, Variant.PLAIN, null, cause);
    }

    Scope scope() {
        return scope;
    }

    Located place() {
        return place;
    }

    JsonNode normal() {
        JsonNode known = normal;
        return known == null ? translate() : known;
    }

    Rule rule() {
        Rule known = rule;
        return known == null ? compile() : known;
    }

    private synchronized JsonNode translate() {
        if (broken != null) {
            throw new ReferenceException(String.valueOf(broken.getMessage()));
        }
        JsonNode known = normal;
        if (known == null) {
            known = new Translation(scope, warnings).schema(place, variant);
            normal = known;
        }
        return known;
    }

    private synchronized Rule compile() {
        Rule known = rule;
        if (known == null) {
            known = new Compiler(scope, warnings).rule(normal(), Origin.of(place));
            rule = known;
        }
        return known;
    }

    /** What was ignored in this schema and in all it refers to. */
    List<String> warnings() {
        Set<String> all = new LinkedHashSet<>();
        gather(all, new LinkedHashSet<>());
        return List.copyOf(all);
    }

    private void gather(Set<String> all, Set<Resource> visited) {
        List<Resource> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            Resource next = open.remove(open.size() - 1);
            if (!visited.add(next) || next.broken != null) {
                continue;
            }
            next.rule();
            all.addAll(next.warnings);
            next.normal().findValues("$ref").stream()
                    .filter(ref -> ref.isTextual() && scope.knows(ref.textValue()))
                    .map(ref -> scope.target(ref.textValue()))
                    .forEach(open::add);
        }
    }
}
