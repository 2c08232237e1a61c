package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that lead a discriminator to a schema: by the mapping, else by the schema's own constant, else by its name. */
final class KindNames {
    private final Scope scope;

    KindNames(Scope scope) {
        this.scope = scope;
    }

    /**
     * The names of a kind; none if they cannot be known.
     *
     * @param implicit whether the component's own name counts where the mapping has none
     */
    List<String> of(Located kind, Located discriminator, String property, boolean implicit) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry :
                discriminator.node().path("mapping").properties()) {
            Located target = mapped(discriminator, entry.getValue().asText());
            if (target != null && Scope.name(target).equals(Scope.name(kind))) {
                names.add(entry.getKey());
            }
        }
        if (names.isEmpty() && implicit && !kind.pointer().matches()) {
            names.add(kind.pointer().last().getMatchingProperty());
        }
        List<String> own = own(kind, property);
        if (!own.isEmpty()) {
            names.retainAll(own);
        }
        return names;
    }

    /** The component that an alternative refers to; null if it stands there itself. */
    @Nullable Located target(Located branch) {
        JsonNode reference = branch.node().path("$ref");
        return reference.isTextual() ? scope.place(branch, reference.textValue()) : null;
    }

    /** What a schema with a discriminator may stand for: what the mapping names, and all components below. */
    List<Located> heirs(Located base, Located discriminator) {
        Map<String, Located> heirs = new LinkedHashMap<>();
        discriminator.node().path("mapping").forEach(value -> {
            Located target = mapped(discriminator, value.asText());
            if (target != null) {
                heirs.putIfAbsent(Scope.name(target), target);
            }
        });
        scope.inheritance().heirs(base).forEach(heir -> heirs.putIfAbsent(Scope.name(heir), heir));
        heirs.remove(Scope.name(base));
        return List.copyOf(heirs.values());
    }

    /** A value of the mapping is a reference, or the name of a component. */
    private @Nullable Located mapped(Located from, String value) {
        String components = scope.dialect() == Dialect.SWAGGER_2_0 ? "#/definitions/" : "#/components/schemas/";
        boolean name = value.matches("[A-Za-z0-9._-]+");
        Located named = name ? existing(from, components + value) : null;
        return named == null ? existing(from, value) : named;
    }

    private @Nullable Located existing(Located from, String reference) {
        Located target = scope.place(from, reference);
        return target != null && target.exists() ? target : null;
    }

    /** The values that the schema itself allows the property. */
    List<String> own(Located schema, String property) {
        return own(schema, property, new LinkedHashSet<>());
    }

    private List<String> own(Located schema, String property, Set<String> entered) {
        if (!entered.add(Scope.name(schema))) {
            return List.of();
        }
        if (schema.node().path("$ref").isTextual()) {
            Located target = target(schema);
            return target == null ? List.of() : own(target, property, entered);
        }
        List<String> values = constants(schema.get("properties").get(property), entered);
        Located all = schema.get("allOf");
        for (int i = 0; values.isEmpty() && i < all.node().size(); i++) {
            values = own(all.get(i), property, entered);
        }
        return values;
    }

    private List<String> constants(Located rule, Set<String> entered) {
        if (rule.node().path("$ref").isTextual() && entered.add(Scope.name(rule))) {
            Located target = target(rule);
            return target == null ? List.of() : constants(target, entered);
        }
        List<String> values = new ArrayList<>();
        if (rule.node().path("const").isTextual() && !scope.old()) {
            values.add(rule.node().path("const").textValue());
        } else {
            rule.node().path("enum").forEach(value -> values.add(value.asText()));
        }
        return values;
    }
}
