package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members of objects that the schema does not name: allowed, forbidden, or of a wrong name. */
final class Extras implements Family {
    private static final String UNKNOWN = "unknownProperty";
    private static final long WIDEST = 1_000;
    private static final int NAMES = 8;

    @Override
    public Stream<Candidate> valid(View view) {
        if (!(view.types().contains("object") && view.template("object") instanceof ObjectNode template)) {
            return Stream.empty();
        }
        return Families.each(Stream.of(
                () -> additional(view, template, true), () -> named(view, template), () -> widest(view, template)));
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!(view.types().contains("object") && view.template("object") instanceof ObjectNode template)) {
            return Stream.empty();
        }
        return Families.each(Stream.of(
                () -> unexpected(view, template),
                () -> misnamed(view, template),
                () -> additional(view, template, false)));
    }

    private static Stream<Candidate> widest(View view, ObjectNode template) {
        long most = view.most("maxProperties");
        if (most > WIDEST || template.size() >= most) {
            return Stream.empty();
        }
        ObjectNode wide = grown(view, template, most);
        String description = "as many properties as maxProperties " + most + " allows";
        return wide.size() < most
                ? Stream.empty()
                : Stream.of(Candidate.valid(wide, "object_additional_property", description));
    }

    /** The template with more members until it has so many, if there are. */
    static ObjectNode grown(View view, ObjectNode template, long size) {
        ObjectNode more = Json.NODES.objectNode();
        more.setAll(template);
        for (String name : view.declared()) {
            JsonNode value = more.size() >= size || more.has(name)
                    ? null
                    : view.member(name, null).template();
            if (value != null) {
                more.set(name, value);
            }
        }
        // most members that are not declared have the same rules
        Map<JsonNode, JsonNode> byRules = new LinkedHashMap<>();
        while (more.size() < size) {
            String name = fresh(view, more);
            View member = name == null ? null : view.member(name, null);
            if (name == null || member == null || more.has(name)) {
                break;
            }
            JsonNode rules = member.schema().normal();
            JsonNode value = byRules.containsKey(rules) ? byRules.get(rules) : member.template();
            if (value == null) {
                break;
            }
            byRules.put(rules, value);
            more.set(name, value);
        }
        return more;
    }

    private static Stream<Candidate> unexpected(View view, ObjectNode template) {
        List<Candidate> all = new ArrayList<>();
        for (String keyword : List.of("additionalProperties", "unevaluatedProperties")) {
            if (view.speaks(keyword)) {
                String name = unused(view, template, UNKNOWN);
                all.add(Candidate.invalid(
                        Objects.with(template, name, Json.NODES.numberNode(42)),
                        "object_unexpected_properties",
                        new Fault(JsonPointer.empty().appendProperty(name), keyword, true),
                        "a property that " + keyword + " does not allow"));
            }
        }
        for (String name : view.walked()) {
            for (JsonNode properties : view.all("properties")) {
                if (properties.path(name).isBoolean() && !properties.path(name).booleanValue()) {
                    all.add(Candidate.invalid(
                            Objects.with(template, name, Json.NODES.numberNode(42)),
                            "object_unexpected_properties",
                            new Fault(JsonPointer.empty().appendProperty(name), "schema", true),
                            "a property that must not be there"));
                }
            }
        }
        return all.stream();
    }

    /** A name that neither the schema nor the template knows. */
    private static String unused(View view, ObjectNode template, String wish) {
        String name = wish;
        int most = 40 + template.size() + view.declared().size();
        for (int i = 2; template.has(name) || view.declared().contains(name) || patterned(view, name); i++) {
            name = i > 20 ? "~" + wish + i : wish + i;
            if (i > most) {
                return name;
            }
        }
        return name;
    }

    private static boolean patterned(View view, String name) {
        for (JsonNode patterns : view.all("patternProperties")) {
            for (Map.Entry<String, JsonNode> entry : patterns.properties()) {
                if (View.matches(entry.getKey(), name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A name for an additional member that {@code propertyNames} allows. */
    private static @Nullable String fresh(View view, ObjectNode template) {
        if (!view.speaks("propertyNames")) {
            return unused(view, template, "additional");
        }
        ObjectNode rules = Json.NODES.objectNode().put("type", "string");
        var all = rules.putArray("allOf");
        view.all("propertyNames").forEach(all::add);
        for (int seed = 1; seed < 20; seed++) {
            JsonNode name = view.apart(rules, seed);
            if (name == null) {
                return null;
            }
            if (!template.has(name.textValue()) && !view.declared().contains(name.textValue())) {
                return name.textValue();
            }
        }
        return null;
    }

    private static View names(View view) {
        ObjectNode rules = Json.NODES.objectNode().put("type", "string");
        var all = rules.putArray("allOf");
        view.all("propertyNames").forEach(all::add);
        return View.of(view.making(), view.schema().derive(rules));
    }

    /** Members whose names are on the edge of what {@code propertyNames} allows. */
    private static Stream<Candidate> named(View view, ObjectNode template) {
        if (!view.speaks("propertyNames")) {
            return Stream.empty();
        }
        return Families.valid(names(view))
                .filter(candidate -> candidate.value().isTextual()
                        && !template.has(candidate.value().textValue()))
                .limit(NAMES)
                .flatMap(candidate -> {
                    String name = candidate.value().textValue();
                    JsonNode value = view.member(name, null).template();
                    return value == null
                            ? Stream.empty()
                            : Stream.of(Candidate.valid(
                                    Objects.with(template, name, value),
                                    "object_additional_property",
                                    "a property whose name is " + candidate.description()));
                });
    }

    private static Stream<Candidate> misnamed(View view, ObjectNode template) {
        if (!view.speaks("propertyNames")) {
            return Stream.empty();
        }
        return Families.invalid(names(view))
                .filter(candidate -> candidate.value().isTextual()
                        && !template.has(candidate.value().textValue()))
                .map(candidate -> {
                    String name = candidate.value().textValue();
                    JsonNode value = view.member(name, null).template();
                    return new Candidate(
                            Objects.with(template, name, value == null ? Json.NODES.numberNode(42) : value),
                            "object_invalid_property_name",
                            JsonPointer.empty(),
                            candidate.faults().stream()
                                    .map(f -> f.under(JsonPointer.empty().appendProperty(name)))
                                    .toList(),
                            "a property whose name is wrong: " + candidate.description());
                });
    }

    /** Members that only a pattern or {@code additionalProperties} speaks of. */
    private static Stream<Candidate> additional(View view, ObjectNode template, boolean valid) {
        List<Supplier<Stream<Candidate>>> all = new ArrayList<>();
        for (JsonNode patterns : view.all("patternProperties")) {
            patterns.fieldNames()
                    .forEachRemaining(pattern -> all.add(() -> {
                        ObjectNode rules =
                                Json.NODES.objectNode().put("type", "string").put("pattern", pattern);
                        var more = rules.putArray("allOf");
                        view.all("propertyNames").forEach(more::add);
                        JsonNode name = view.apart(rules, 1);
                        return name == null ? Stream.empty() : extra(view, template, name.textValue(), valid);
                    }));
        }
        boolean spoken = view.all("additionalProperties").stream().anyMatch(s -> s.isObject() && !s.isEmpty())
                || view.all("unevaluatedProperties").stream().anyMatch(s -> s.isObject() && !s.isEmpty());
        if (spoken) {
            all.add(() -> {
                String name = fresh(view, template);
                return name == null ? Stream.empty() : extra(view, template, name, valid);
            });
        }
        return Families.each(all.stream());
    }

    private static Stream<Candidate> extra(View view, ObjectNode template, String name, boolean valid) {
        View member = view.member(name, template.get(name));
        Stream<Candidate> candidates = valid
                ? Families.valid(member)
                        .map(c -> new Candidate(
                                c.value(),
                                "object_additional_property",
                                c.pointer(),
                                c.faults(),
                                "a property that is not named in the schema, " + c.description()))
                : Families.invalid(member);
        return Objects.inside(name, template, candidates);
    }
}
