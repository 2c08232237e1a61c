package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which components name which others in their {@code allOf}: the kinds of a schema that has a discriminator and no alternatives. */
final class Inheritance {
    private final Scope scope;
    private final Map<URI, Map<String, List<Located>>> children = new ConcurrentHashMap<>();

    Inheritance(Scope scope) {
        this.scope = scope;
    }

    /** All components below a schema, in the order of the document. */
    List<Located> heirs(Located base) {
        Map<String, Located> heirs = new LinkedHashMap<>();
        List<Located> open = new ArrayList<>(List.of(base));
        while (!open.isEmpty()) {
            String parent = Scope.name(open.remove(0));
            for (Located child : children(base).getOrDefault(parent, List.of())) {
                if (heirs.putIfAbsent(Scope.name(child), child) == null) {
                    open.add(child);
                }
            }
        }
        heirs.remove(Scope.name(base));
        return List.copyOf(heirs.values());
    }

    /** The schemas above a schema that have a discriminator and no alternatives, nearest first. */
    List<Located> bases(Located schema) {
        List<Located> bases = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(List.of(Scope.name(schema)));
        List<Located> open = new ArrayList<>(parents(schema));
        while (!open.isEmpty()) {
            Located next = open.remove(0);
            if (known.add(Scope.name(next))) {
                if (base(next)) {
                    bases.add(next);
                }
                open.addAll(parents(next));
            }
        }
        return bases;
    }

    static boolean base(Located schema) {
        return schema.node().has("discriminator")
                && !schema.node().has("oneOf")
                && !schema.node().has("anyOf");
    }

    private List<Located> parents(Located schema) {
        List<Located> parents = new ArrayList<>();
        for (int i = 0; i < schema.node().path("allOf").size(); i++) {
            Located branch = schema.get("allOf").get(i);
            JsonNode reference = branch.node().path("$ref");
            Located parent = reference.isTextual() ? scope.place(branch, reference.textValue()) : null;
            if (parent != null) {
                parents.add(parent);
            }
        }
        return parents;
    }

    private Map<String, List<Located>> children(Located in) {
        Map<String, List<Located>> known = children.get(in.document());
        if (known == null) {
            known = new LinkedHashMap<>();
            Located components = components(in);
            for (Map.Entry<String, JsonNode> component : components.node().properties()) {
                Located child = components.get(component.getKey());
                for (Located parent : parents(child)) {
                    known.computeIfAbsent(Scope.name(parent), p -> new ArrayList<>())
                            .add(child);
                }
            }
            children.put(in.document(), known);
        }
        return known;
    }

    private Located components(Located in) {
        Located root = in.documents().root(in.document());
        return scope.dialect() == Dialect.SWAGGER_2_0
                ? root.get("definitions")
                : root.get("components").get("schemas");
    }
}
