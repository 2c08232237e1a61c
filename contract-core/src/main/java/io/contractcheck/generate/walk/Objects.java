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

/** Objects: their members, and which of them are there. */
final class Objects implements Family {
    private static final long WIDEST = 1_000;

    @Override
    public Stream<Candidate> valid(View view) {
        if (!(view.types().contains("object") && view.template("object") instanceof ObjectNode template)) {
            return Stream.empty();
        }
        return Families.each(Stream.of(() -> combinations(view, template), () -> members(view, template, true)));
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!(view.types().contains("object") && view.template("object") instanceof ObjectNode template)) {
            return Stream.empty();
        }
        return Families.each(Stream.of(
                () -> missing(view, template),
                () -> sizes(view, template),
                () -> dependents(view, template),
                () -> members(view, template, false)));
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
            ObjectNode base = beside(view, template, name, member);
            return inside(name, base, valid ? Families.valid(member) : Families.invalid(member));
        }));
    }

    /** The template, or what is required of it, where the member could not be there beside the rest. */
    private static ObjectNode beside(View view, ObjectNode template, String name, View member) {
        JsonNode value = template.has(name) ? null : member.template();
        return value == null || view.accepts(with(template, name, value))
                ? template
                : only(view, template, view.required());
    }

    static Stream<Candidate> inside(String name, ObjectNode template, Stream<Candidate> candidates) {
        JsonPointer step = JsonPointer.empty().appendProperty(name);
        return candidates.map(candidate -> candidate.inside(step, value -> with(template, name, value)));
    }

    static ObjectNode with(ObjectNode template, String name, JsonNode value) {
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
        List<String> required = view.required();
        // in a branch, what is optional may fit another branch
        List<ObjectNode> bases =
                view.branched() ? List.of(template, only(view, template, required)) : List.of(template);
        return bases.stream()
                .flatMap(base -> required.stream()
                        .filter(base::has)
                        .map(name -> Candidate.invalid(
                                without(base, name),
                                "object_missing_required_property",
                                "required",
                                "without the required property " + name)));
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
            ObjectNode more = Extras.grown(view, template, most + 1);
            all.add(Candidate.invalid(
                    more,
                    "object_above_max_properties",
                    "maxProperties",
                    "one property more than maxProperties " + most));
        }
        return all.stream();
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
}
