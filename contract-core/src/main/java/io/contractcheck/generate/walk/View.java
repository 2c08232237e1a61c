package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.generate.Bytes;
import io.contractcheck.json.Json;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One place of the walk: its schema with references followed and {@code allOf} opened, and a valid value for it. */
final class View {
    private static final int DEEPEST = 24;
    private final Making making;
    private final Schema schema;
    private final int depth;
    private final List<Schema> parts = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private List<Schema> focus = parts;
    private final List<String> refs = new ArrayList<>();
    private Opened opened;
    private boolean open = true;
    private @Nullable List<String> types;
    private boolean nothing;
    private boolean tried;
    private @Nullable JsonNode template;

    /**
     * Schemas of which some must hold.
     *
     * @param keyword what they stand under
     */
    record Group(String keyword, Schema owner, List<Schema> branches) {}

    private View(Making making, Schema schema, Opened opened, int depth, @Nullable JsonNode template) {
        this.making = making;
        this.schema = schema;
        this.opened = opened;
        this.depth = depth;
        this.template = template;
        this.tried = template != null;
    }

    static View of(Making making, Schema schema) {
        View view = new View(making, schema, Opened.NONE, 0, null);
        view.read(schema);
        return view;
    }

    private View below(Schema other, @Nullable JsonNode value) {
        View view = new View(making, other, opened, depth + 1, value);
        view.open = depth < DEEPEST;
        view.read(other);
        return view;
    }

    /** This place with a branch of one of its groups holding; the other groups are only judged, not walked. */
    View branch(Schema branch) {
        ObjectNode both = Json.NODES.objectNode();
        both.putArray("allOf").add(schema.normal()).add(branch.normal());
        View view = new View(making, schema.derive(both), opened, depth + 1, null);
        view.open = depth < DEEPEST;
        view.parts.addAll(parts);
        view.focus = new ArrayList<>();
        view.read(branch);
        view.focus = List.copyOf(view.parts.subList(parts.size(), view.parts.size()));
        return view;
    }

    private void read(Schema part) {
        JsonNode node;
        try {
            node = part.normal();
        } catch (ReferenceException e) {
            open = false;
            return;
        }
        if (node.isBoolean()) {
            open &= node.booleanValue();
            nothing |= !node.booleanValue();
            return;
        }
        String ref = node.path("$ref").textValue();
        if (ref != null) {
            if (opened.allows(ref)) {
                opened = opened.with(ref);
                refs.add(ref);
                try {
                    read(part.target(ref));
                } catch (ReferenceException e) {
                    open = false;
                }
            } else {
                open = false;
            }
        }
        node.path("allOf").forEach(one -> read(part.derive(one)));
        parts.add(part);
        Combinators.groups(part, groups);
    }

    Making making() {
        return making;
    }

    Schema schema() {
        return schema;
    }

    List<Schema> parts() {
        return parts;
    }

    /** The references that were opened here. */
    List<String> refs() {
        return refs;
    }

    int depth() {
        return depth;
    }

    List<Group> groups() {
        return groups;
    }

    /** Whether there is something to walk: nothing under a reference that was opened too often. */
    boolean open() {
        return open;
    }

    /** Whether a part of the schema is {@code false}. */
    boolean nothing() {
        return nothing;
    }

    /** A valid value; nothing if there is none. */
    @Nullable JsonNode template() {
        if (!tried) {
            tried = true;
            template = making.template(this);
        }
        return template;
    }

    /** A valid value of that type. */
    @Nullable JsonNode template(String type) {
        JsonNode first = template();
        if (first != null && is(type, first)) {
            return first;
        }
        if (!types().contains(type)) {
            return null;
        }
        View typed = branch(schema.derive(Json.NODES.objectNode().put("type", type)));
        JsonNode value = making.template(typed);
        return value != null && is(type, value) ? value : null;
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual() || value.isBinary();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            default -> value.isNumber();
        };
    }

    /** The types that are allowed, in an order of our own; if none is named, those that the keywords speak of. */
    List<String> types() {
        List<String> known = types;
        if (known == null) {
            known = TypeNames.of(this);
            types = known;
        }
        return known;
    }

    boolean speaks(String keyword) {
        return parts.stream().anyMatch(part -> part.normal().has(keyword));
    }

    /** The values of a keyword in all parts. */
    List<JsonNode> all(String keyword) {
        return parts.stream()
                .map(part -> part.normal().path(keyword))
                .filter(value -> !value.isMissingNode())
                .toList();
    }

    long least(String keyword) {
        return all(keyword).stream().mapToLong(JsonNode::asLong).max().orElse(0);
    }

    long most(String keyword) {
        return all(keyword).stream().mapToLong(JsonNode::asLong).min().orElse(Long.MAX_VALUE);
    }

    boolean unique() {
        return all("uniqueItems").stream().anyMatch(JsonNode::asBoolean);
    }

    int prefix() {
        return all("prefixItems").stream().mapToInt(JsonNode::size).max().orElse(0);
    }

    List<String> required() {
        Set<String> names = new LinkedHashSet<>();
        all("required").forEach(list -> list.forEach(name -> names.add(name.textValue())));
        return List.copyOf(names);
    }

    /** Whether a branch of a group is walked. */
    boolean branched() {
        return focus != parts;
    }

    /** The members that are named, required ones included. */
    List<String> declared() {
        return declared(parts);
    }

    /** Those of {@link #declared} that are walked here. */
    List<String> walked() {
        return declared(focus);
    }

    private static List<String> declared(List<Schema> parts) {
        Set<String> names = new LinkedHashSet<>();
        for (Schema part : parts) {
            part.normal().path("properties").fieldNames().forEachRemaining(names::add);
            part.normal().path("required").forEach(name -> names.add(name.textValue()));
        }
        return List.copyOf(names);
    }

    /** All that the parts ask of a member, and of what is not named anywhere the same as of an additional one. */
    View member(String name, @Nullable JsonNode value) {
        List<JsonNode> rules = new ArrayList<>();
        for (Schema part : parts) {
            JsonNode node = part.normal();
            int before = rules.size();
            if (node.path("properties").has(name)) {
                rules.add(node.path("properties").get(name));
            }
            for (Map.Entry<String, JsonNode> entry :
                    node.path("patternProperties").properties()) {
                if (matches(entry.getKey(), name)) {
                    rules.add(entry.getValue());
                }
            }
            if (rules.size() == before && node.has("additionalProperties")) {
                rules.add(node.get("additionalProperties"));
            }
        }
        return below(together(rules.isEmpty() ? all("unevaluatedProperties") : rules), value);
    }

    View element(int index, @Nullable JsonNode value) {
        List<JsonNode> rules = new ArrayList<>();
        for (Schema part : parts) {
            JsonNode prefix = part.normal().path("prefixItems");
            if (index < prefix.size()) {
                rules.add(prefix.get(index));
            } else if (part.normal().has("items")) {
                rules.add(part.normal().get("items"));
            }
        }
        return below(together(rules.isEmpty() ? all("unevaluatedItems") : rules), value);
    }

    private Schema together(List<JsonNode> rules) {
        if (rules.isEmpty()) {
            return schema.derive(BooleanNode.TRUE);
        }
        if (rules.size() == 1) {
            return schema.derive(rules.get(0));
        }
        ObjectNode all = Json.NODES.objectNode();
        ArrayNode list = all.putArray("allOf");
        rules.forEach(list::add);
        return schema.derive(all);
    }

    static boolean matches(String pattern, String name) {
        try {
            return EcmaPattern.compile(pattern).find(name);
        } catch (PatternException e) {
            return false;
        }
    }

    /** A value of this place that also keeps another schema. */
    @Nullable JsonNode made(JsonNode also, long seed) {
        ObjectNode both = Json.NODES.objectNode();
        both.putArray("allOf").add(schema.normal()).add(also);
        return making.sought(schema.derive(both), seed);
    }

    /** A value of the rules alone, whatever else is asked here. */
    @Nullable JsonNode apart(JsonNode rules, long seed) {
        return making.sought(schema.derive(rules), seed);
    }

    /** Another schema for the value of this place. */
    View instead(JsonNode rules) {
        return below(schema.derive(rules), null);
    }

    boolean accepts(JsonNode value) {
        try {
            return schema.accepts(Bytes.asText(value)) && making.text().carries(value);
        } catch (ReferenceException | PatternException e) {
            return false;
        }
    }

    /** Of proposals for one rule, those that break it alone here; where there are none, those that break it among others. */
    Stream<Candidate> fitting(List<Candidate> proposals, int most) {
        List<Candidate> alone = proposals.stream()
                .filter(candidate -> making.text().carries(candidate.value()))
                .filter(this::shows)
                .limit(most)
                .toList();
        return !alone.isEmpty()
                ? alone.stream()
                : proposals.stream()
                        .filter(candidate -> making.text().carries(candidate.value()))
                        .map(Candidate::inCompany)
                        .filter(this::shows)
                        .limit(most);
    }

    private boolean shows(Candidate candidate) {
        JsonNode value = Bytes.asText(candidate.value());
        try {
            return candidate.faults().get(0).shown(schema.validate(value), value) != null;
        } catch (ReferenceException | PatternException e) {
            return false;
        }
    }
}
