package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code anyOf}, {@code oneOf}, {@code not}, {@code if} and {@code dependentSchemas}. {@code allOf} is opened by the view. */
final class Combinators implements Family {
    private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf");
    private static final int PAIRS = 10;
    private static final int REFUSED = 20;

    /** The groups of branches that a schema has. */
    static void groups(Schema part, List<View.Group> groups) {
        JsonNode node = part.normal();
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<Schema> branches = new ArrayList<>();
            node.path(keyword).forEach(branch -> branches.add(part.derive(branch)));
            if (!branches.isEmpty()) {
                groups.add(new View.Group(keyword, part, branches));
            }
        }
        if (node.has("if")) {
            ObjectNode not = Json.NODES.objectNode();
            not.set("not", node.get("if"));
            groups.add(new View.Group(
                    "if",
                    part,
                    List.of(both(part, node.get("if"), node.path("then")), both(part, not, node.path("else")))));
        }
        for (Map.Entry<String, JsonNode> entry : node.path("dependentSchemas").properties()) {
            ObjectNode there = Json.NODES.objectNode();
            there.putArray("required").add(entry.getKey());
            groups.add(new View.Group("dependentSchemas", part, List.of(both(part, there, entry.getValue()))));
        }
    }

    private static Schema both(Schema part, JsonNode a, JsonNode b) {
        ObjectNode all = Json.NODES.objectNode();
        ArrayNode list = all.putArray("allOf").add(a);
        if (!b.isMissingNode()) {
            list.add(b);
        }
        return part.derive(all);
    }

    @Override
    public Stream<Candidate> valid(View view) {
        List<Supplier<Stream<Candidate>>> all = new ArrayList<>();
        for (View.Group group : view.groups()) {
            group.branches().forEach(branch -> all.add(() -> Families.valid(view.branch(branch))));
        }
        for (Schema part : view.parts()) {
            if (part.normal().has("not")) {
                all.add(() -> Families.invalid(view.instead(part.normal().get("not")))
                        .limit(REFUSED)
                        .map(c -> Candidate.valid(
                                joined(view, c.value()),
                                Types.scenario(c.value()),
                                "what the schema under not refuses: " + c.description())));
            }
        }
        return Families.each(all.stream());
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        List<Supplier<Stream<Candidate>>> all = new ArrayList<>();
        for (View.Group group : view.groups()) {
            if (group.keyword().equals("oneOf")) {
                all.add(() -> doubles(view, group));
            }
            for (Schema branch : group.branches()) {
                all.add(() -> Families.invalid(view.branch(branch)).map(c -> c.in(branch, group.keyword())));
            }
            if (ALTERNATIVES.contains(group.keyword())) {
                all.add(() -> none(view, group));
            }
        }
        for (Schema part : view.parts()) {
            if (part.normal().has("not")) {
                all.add(() -> refused(view, part));
                all.add(() -> Families.valid(view.instead(part.normal().get("not")))
                        .limit(REFUSED)
                        .map(c -> Candidate.invalid(
                                joined(view, c.value()),
                                "incorrect_type",
                                "not",
                                "what the schema under not accepts: " + c.description())));
            }
        }
        return Families.each(all.stream());
    }

    /** For each group of alternatives a value that none of them accepts. */
    static Stream<Candidate> none(View view) {
        return view.groups().stream()
                .filter(group -> ALTERNATIVES.contains(group.keyword()))
                .flatMap(group -> none(view, group));
    }

    /** A value that no branch accepts. */
    private static Stream<Candidate> none(View view, View.Group group) {
        ObjectNode rules = bare(view, group.owner(), group.keyword());
        ArrayNode branches =
                rules.withArray("allOf").addObject().putObject("not").putArray("anyOf");
        group.branches().forEach(branch -> branches.add(branch.normal()));
        JsonNode value = view.apart(rules, 1);
        return value == null
                ? Stream.empty()
                : Stream.of(Candidate.invalid(
                        value,
                        "incorrect_type",
                        group.keyword(),
                        "a value that no schema of " + group.keyword() + " accepts"));
    }

    /** Values that two branches of {@code oneOf} accept. */
    private static Stream<Candidate> doubles(View view, View.Group group) {
        List<Supplier<Stream<Candidate>>> pairs = new ArrayList<>();
        List<Schema> branches = group.branches();
        for (int i = 0; i < branches.size(); i++) {
            for (int j = i + 1; j < branches.size() && pairs.size() < PAIRS; j++) {
                int first = i;
                int second = j;
                pairs.add(() -> {
                    ObjectNode rules = bare(view, group.owner(), "oneOf");
                    rules.withArray("allOf")
                            .add(branches.get(first).normal())
                            .add(branches.get(second).normal());
                    JsonNode value = view.apart(rules, 1);
                    return value == null
                            ? Stream.empty()
                            : Stream.of(Candidate.invalid(
                                    value,
                                    "incorrect_type",
                                    "oneOf",
                                    "matches numbers " + (first + 1) + " and " + (second + 1) + " of oneOf"));
                });
            }
        }
        return Families.each(pairs.stream());
    }

    /** An object with what else must be in one of this place. */
    private static JsonNode joined(View view, JsonNode value) {
        if (value.isObject() && view.template("object") instanceof ObjectNode template) {
            ObjectNode both = Json.NODES.objectNode();
            template.properties().stream()
                    .filter(member -> view.required().contains(member.getKey()))
                    .forEach(member -> both.set(member.getKey(), member.getValue()));
            both.setAll((ObjectNode) value);
            return both;
        }
        return value;
    }

    private static Stream<Candidate> refused(View view, Schema part) {
        ObjectNode rules = bare(view, part, "not");
        rules.withArray("allOf").add(part.normal().get("not"));
        JsonNode value = view.apart(rules, 1);
        return value == null
                ? Stream.empty()
                : Stream.of(Candidate.invalid(value, "incorrect_type", "not", "what the schema under not accepts"));
    }

    /** All that is asked here, but for one keyword of one part. */
    private static ObjectNode bare(View view, Schema part, String keyword) {
        ObjectNode rules = Json.NODES.objectNode();
        ArrayNode all = rules.putArray("allOf");
        for (Schema one : view.parts()) {
            ObjectNode copy = Json.NODES.objectNode();
            copy.setAll((ObjectNode) one.normal());
            copy.remove(List.of("$ref", "allOf"));
            if (one == part) {
                copy.remove(keyword);
            }
            all.add(copy);
        }
        return rules;
    }
}
