package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects: their members, which of them are there, and members that nobody named. */
final class Objects implements Family {
    private static final String UNKNOWN = "unknownProperty";
    private static final long WIDEST = 1_000;

    @Override
    public Stream<Candidate> valid(View view) {
        if (!(view.types().contains("object") && view.template("object") instanceof ObjectNode template)) {
            return Stream.empty();
        }
        return Families.each(Stream.of(
                () -> combinations(view, template),
                () -> members(view, template, true),
                () -> additional(view, template, true)));
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!(view.types().contains("object") && view.template("object") instanceof ObjectNode template)) {
            return Stream.empty();
        }
        return Families.each(Stream.of(
                () -> missing(view, template),
                () -> unexpected(view, template),
                () -> sizes(view, template),
                () -> dependents(view, template),
                () -> names(view, template),
                () -> members(view, template, false),
                () -> additional(view, template, false)));
    }

    /** The required members alone, with each optional one, and one combination for each size between. */
    private static Stream<Candidate> combinations(View view, ObjectNode template) {
        List<String> required = view.required();
        List<String> optional = new ArrayList<>();
        template.fieldNames().forEachRemaining(name -> {
            if (!required.contains(name)) {
                optional.add(name);
            }
        });
        if (optional.isEmpty()) {
            return Stream.empty();
        }
        Supplier<Stream<Candidate>> least = () -> Stream.of(
                Candidate.valid(only(view, template, required), "object_only_required", "only what is required"));
        Supplier<Stream<Candidate>> singles = () -> optional.stream()
                .map(name -> Candidate.valid(
                        only(view, template, with(required, List.of(name))),
                        "object_required_and_optional",
                        "what is required, and " + name));
        Supplier<Stream<Candidate>> several = () -> IntStream.range(2, optional.size())
                .mapToObj(size -> Candidate.valid(
                        only(view, template, with(required, optional.subList(0, size))),
                        "object_required_and_optional",
                        "what is required, and " + size + " optional properties"));
        return Families.each(Stream.of(least, singles, several));
    }

    private static List<String> with(List<String> required, List<String> more) {
        List<String> all = new ArrayList<>(required);
        all.addAll(more);
        return all;
    }

    /** The template with those members alone, and what they depend on. */
    private static ObjectNode only(View view, ObjectNode template, List<String> names) {
        Set<String> kept = new LinkedHashSet<>(names);
        int before;
        do {
            before = kept.size();
            for (JsonNode dependents : view.all("dependentRequired")) {
                for (Map.Entry<String, JsonNode> entry : dependents.properties()) {
                    if (kept.contains(entry.getKey())) {
                        entry.getValue().forEach(name -> kept.add(name.textValue()));
                    }
                }
            }
        } while (kept.size() > before);
        ObjectNode smaller = Json.NODES.objectNode();
        template.properties().forEach(member -> {
            if (kept.contains(member.getKey())) {
                smaller.set(member.getKey(), member.getValue());
            }
        });
        return smaller;
    }

    private static Stream<Candidate> members(View view, ObjectNode template, boolean valid) {
        return Families.each(view.walked().stream().map(name -> () -> {
            View member = view.member(name, template.get(name));
            return inside(name, template, valid ? Families.valid(member) : Families.invalid(member));
        }));
    }

    private static Stream<Candidate> inside(String name, ObjectNode template, Stream<Candidate> candidates) {
        JsonPointer step = JsonPointer.empty().appendProperty(name);
        return candidates.map(candidate -> candidate.inside(step, value -> with(template, name, value)));
    }

    private static ObjectNode with(ObjectNode template, String name, JsonNode value) {
        ObjectNode changed = Json.NODES.objectNode();
        changed.setAll(template);
        changed.set(name, value);
        return changed;
    }

    private static ObjectNode without(ObjectNode template, String name) {
        ObjectNode changed = Json.NODES.objectNode();
        changed.setAll(template);
        changed.remove(name);
        return changed;
    }

    private static Stream<Candidate> missing(View view, ObjectNode template) {
        return view.required().stream()
                .filter(template::has)
                .map(name -> Candidate.invalid(
                        without(template, name),
                        "object_missing_required_property",
                        "required",
                        "without the required property " + name));
    }

    private static Stream<Candidate> unexpected(View view, ObjectNode template) {
        List<Candidate> all = new ArrayList<>();
        for (String keyword : List.of("additionalProperties", "unevaluatedProperties")) {
            if (view.speaks(keyword)) {
                String name = unused(view, template, UNKNOWN);
                all.add(Candidate.invalid(
                        with(template, name, Json.NODES.numberNode(42)),
                        "object_unexpected_properties",
                        new Fault(JsonPointer.empty().appendProperty(name), keyword, true),
                        "a property that " + keyword + " does not allow"));
            }
        }
        for (String name : view.walked()) {
            for (JsonNode properties : view.all("properties")) {
                if (properties.path(name).isBoolean() && !properties.path(name).booleanValue()) {
                    all.add(Candidate.invalid(
                            with(template, name, Json.NODES.numberNode(42)),
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
        for (int i = 2; template.has(name) || view.declared().contains(name) || patterned(view, name); i++) {
            name = i > 20 ? "~" + wish + i : wish + i;
            if (i > 40) {
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

    private static Stream<Candidate> sizes(View view, ObjectNode template) {
        List<Candidate> all = new ArrayList<>();
        long least = view.least("minProperties");
        if (least > 0 && least <= WIDEST) {
            List<String> required = view.required();
            ObjectNode fewer = Json.NODES.objectNode();
            template.properties().forEach(m -> {
                if (required.contains(m.getKey())) {
                    fewer.set(m.getKey(), m.getValue());
                }
            });
            template.properties().forEach(m -> {
                if (fewer.size() < least - 1) {
                    fewer.set(m.getKey(), m.getValue());
                }
            });
            all.add(Candidate.invalid(
                    fewer,
                    "object_below_min_properties",
                    "minProperties",
                    "one property fewer than minProperties " + least));
        }
        long most = view.most("maxProperties");
        if (most <= WIDEST) {
            ObjectNode more = Json.NODES.objectNode();
            more.setAll(template);
            for (String name : view.declared()) {
                JsonNode value = more.size() > most || more.has(name)
                        ? null
                        : view.member(name, null).template();
                if (value != null) {
                    more.set(name, value);
                }
            }
            while (more.size() <= most) {
                String name = fresh(view, more);
                JsonNode value = name == null ? null : view.member(name, null).template();
                if (name == null || value == null) {
                    break;
                }
                more.set(name, value);
            }
            all.add(Candidate.invalid(
                    more,
                    "object_above_max_properties",
                    "maxProperties",
                    "one property more than maxProperties " + most));
        }
        return all.stream();
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

    private static Stream<Candidate> dependents(View view, ObjectNode template) {
        List<Candidate> all = new ArrayList<>();
        for (JsonNode dependents : view.all("dependentRequired")) {
            for (Map.Entry<String, JsonNode> entry : dependents.properties()) {
                for (JsonNode name : entry.getValue()) {
                    if (template.has(entry.getKey())) {
                        all.add(Candidate.invalid(
                                without(template, name.textValue()),
                                "object_missing_required_property",
                                "dependentRequired",
                                "without " + name.textValue() + ", which " + entry.getKey() + " depends on"));
                    }
                }
            }
        }
        return all.stream();
    }

    private static Stream<Candidate> names(View view, ObjectNode template) {
        if (!view.speaks("propertyNames")) {
            return Stream.empty();
        }
        ObjectNode rules = Json.NODES.objectNode().put("type", "string");
        var all = rules.putArray("allOf");
        view.all("propertyNames").forEach(all::add);
        View names = View.of(view.making(), view.schema().derive(rules));
        return Families.invalid(names)
                .filter(candidate -> candidate.value().isTextual()
                        && !template.has(candidate.value().textValue()))
                .map(candidate -> {
                    String name = candidate.value().textValue();
                    JsonNode value = view.member(name, null).template();
                    return new Candidate(
                            with(template, name, value == null ? Json.NODES.numberNode(42) : value),
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
        return inside(name, template, candidates);
    }
}
