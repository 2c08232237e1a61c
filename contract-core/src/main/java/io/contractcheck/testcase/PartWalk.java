package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.Bytes;
import io.contractcheck.generate.TextRules;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.generate.walk.Lazy;
import io.contractcheck.generate.walk.SchemaWalk;
import io.contractcheck.generate.walk.WalkedValue;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.Style;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The walk over the values of one part of a request, kept to what its place can carry: a valid value arrives as it is, and an invalid one
 * is invalid still when it is read back from its text.
 */
public final class PartWalk {
    /** What the document itself lists or shows. */
    private static final List<String> SHOWN = List.of("example_value", "default_value", "enum_value", "const_value");

    /** How many valid values are looked at to find an ordinary one. */
    private static final int SEARCHED = 24;

    /** Text that no path and no service minds; every tier carries it. */
    private static final TextRules READABLE = new TextRules(1, Percent::unreserved);

    /** The same where mail addresses, times and URLs have a place too. */
    private static final TextRules LEGIBLE = new TextRules(1, c -> Percent.unreserved(c) || "@:/+".indexOf(c) >= 0);

    private final Schema schema;
    private final List<Tier> tiers;
    private final TextRules shown;
    private final Carriage carriage;
    private final ValueSource.Proof reading;
    private final boolean emptyIsWrong;
    private final boolean spread;
    private final TextRules rules;
    private final WalkedValue template;

    private PartWalk(
            Schema schema,
            List<Tier> tiers,
            TextRules plain,
            TextRules shown,
            Carriage carriage,
            ValueSource.Proof reading,
            boolean emptyIsWrong,
            boolean spread,
            List<JsonNode> examples,
            Supplier<ValueSource> otherwise) {
        this.schema = schema;
        this.tiers = tiers;
        this.shown = shown;
        this.carriage = carriage;
        this.reading = reading;
        this.emptyIsWrong = emptyIsWrong;
        this.spread = spread;
        WalkedValue found = ordinary(plain);
        TextRules walked = tiers.get(0).rules();
        for (int i = 0; i < tiers.size() && found == null; i++) {
            walked = tiers.get(i).rules();
            found = ordinary(walked);
        }
        WalkedValue example = example(examples);
        this.rules = found == null ? tiers.get(0).rules() : walked;
        this.template = example != null
                ? example
                : found != null
                        ? found
                        : drawn(otherwise.get().draw(new Random(0)).value());
    }

    /**
     * The walk over a parameter's values.
     *
     * @throws UnsatisfiableException if no valid value was found
     */
    public static PartWalk of(Operation operation, Parameter parameter) {
        return new PartWalk(
                parameter.schema(),
                Tier.of(parameter),
                parameter.in() == ParameterLocation.PATH ? READABLE : LEGIBLE,
                shown(parameter),
                Carriage.of(parameter),
                Parts.reading(operation, parameter),
                parameter.in() == ParameterLocation.QUERY && parameter.required(),
                parameter.style() == Style.FORM && parameter.explode(),
                parameter.examples(),
                () -> Parts.source(operation, parameter));
    }

    /**
     * The walk over the values of a body of one media type.
     *
     * @param mediaType as in {@link MediaTypes#concrete}
     * @throws UnsatisfiableException if no valid value was found
     */
    public static PartWalk of(MediaTypeContent content, String mediaType) {
        return new PartWalk(
                Parts.schema(content, mediaType),
                Tier.ofBody(mediaType),
                LEGIBLE,
                Tier.ofBody(mediaType).get(0).rules(),
                Carriage.of(content, mediaType),
                Parts.reading(content, mediaType),
                false,
                false,
                content.examples(),
                () -> Parts.source(content, mediaType));
    }

    /** A valid value, as ordinary as can be; always the same. */
    public JsonNode template() {
        return template.value().deepCopy();
    }

    /** The template, the other valid values, then the invalid ones, each made when it is asked for. A value may come twice. */
    public Stream<WalkedValue> values() {
        return Lazy.concat(Stream.of(this::valid, this::invalid));
    }

    private Stream<WalkedValue> valid() {
        if (carriage == Carriage.UNDOCUMENTED) {
            return Stream.of(template);
        }
        if (carriage == Carriage.BYTES) {
            return Stream.of(template, drawn(Json.NODES.binaryNode(new byte[] {0})));
        }
        return Lazy.concat(Stream.<Supplier<Stream<WalkedValue>>>of(
                        () -> Stream.of(template),
                        this::shown,
                        () -> SchemaWalk.of(schema, rules).takeWhile(WalkedValue::valid)))
                .filter(walked -> carriage == Carriage.JSON || arrives(walked));
    }

    /** What the document lists, which may need more characters than what is made. */
    private Stream<WalkedValue> shown() {
        return tiers.size() == 1
                ? Stream.empty()
                : SchemaWalk.of(schema, shown).takeWhile(w -> SHOWN.contains(w.scenario()));
    }

    private static TextRules shown(Parameter parameter) {
        TextRules widest = TextRules.ANY;
        for (Tier tier : Tier.of(parameter)) {
            widest = tier.weight() > 0 ? tier.rules() : widest;
        }
        return parameter.in() == ParameterLocation.HEADER
                ? new TextRules(1, c -> c >= 0x20 && c < 0x7F && c != ',')
                : widest;
    }

    private Stream<WalkedValue> invalid() {
        if (carriage == Carriage.BYTES || carriage == Carriage.UNDOCUMENTED) {
            return Stream.empty();
        }
        return Lazy.concat(Stream.<Supplier<Stream<WalkedValue>>>of(
                this::empty,
                () -> SchemaWalk.of(schema, rules)
                        .filter(w -> !w.valid())
                        .map(this::read)
                        .filter(Objects::nonNull)));
    }

    /** The empty text, where it is wrong even to a service that takes it for none. */
    private Stream<WalkedValue> empty() {
        JsonNode empty = Json.NODES.textNode("");
        if (!emptyIsWrong || rules.carries(empty) || !Shape.of(schema).kinds().equals(EnumSet.of(Shape.Kind.STRING))) {
            return Stream.empty();
        }
        return schema.validate(empty).stream()
                .limit(1)
                .map(v -> invalid(empty, "string_below_min_length", v, "the empty text: " + v.message()));
    }

    private @Nullable WalkedValue ordinary(TextRules text) {
        if (carriage == Carriage.BYTES) {
            return null;
        }
        WalkedValue first = null;
        Iterator<WalkedValue> valid =
                SchemaWalk.of(schema, text).takeWhile(WalkedValue::valid).iterator();
        for (int seen = 0; seen < SEARCHED && valid.hasNext(); seen++) {
            WalkedValue value = valid.next();
            if (arrives(value)) {
                if (SHOWN.contains(value.scenario()) || value.scenario().startsWith("valid_")) {
                    return value;
                }
                first = first == null ? value : first;
            }
        }
        return first;
    }

    private @Nullable WalkedValue example(List<JsonNode> examples) {
        for (JsonNode example : examples) {
            WalkedValue value = new WalkedValue(
                    example, true, "example_value", JsonPointer.empty(), Optional.empty(), "the example");
            boolean carried =
                    tiers.stream().anyMatch(t -> t.weight() > 0 && t.rules().carries(example));
            if (carried && schema.accepts(Bytes.asText(example)) && arrives(value)) {
                return value;
            }
        }
        return null;
    }

    private static WalkedValue drawn(JsonNode value) {
        String description = value.isBinary() ? "some bytes" : "a valid value";
        return new WalkedValue(value, true, "valid_value", JsonPointer.empty(), Optional.empty(), description);
    }

    private static WalkedValue invalid(JsonNode value, String scenario, Violation violation, String description) {
        return new WalkedValue(
                value, false, scenario, violation.instance(), Optional.of(violation.keyword()), description);
    }

    /** Whether a valid value is read as itself. */
    private boolean arrives(WalkedValue walked) {
        return reading.arrives(walked.value())
                .filter(v -> Json.equal(Bytes.asText(v), Bytes.asText(walked.value())))
                .isPresent();
    }

    /** An invalid value, named by what is wrong with it when it is read back; nothing if nothing is. */
    private @Nullable WalkedValue read(WalkedValue walked) {
        if (carriage == Carriage.JSON) {
            return walked;
        }
        if (homeless(walked)) {
            return null;
        }
        Optional<JsonNode> arrived = reading.arrives(walked.value());
        if (arrived.isEmpty() || arrived.get().isBinary()) {
            return null;
        }
        List<Violation> violations = schema.validate(Bytes.asText(arrived.get()));
        if (violations.isEmpty() || violations.stream().anyMatch(v -> !within(v.instance(), walked.pointer()))) {
            return null;
        }
        Violation first = violations.get(0);
        return violations.stream().anyMatch(v -> named(v, walked))
                ? walked
                : invalid(walked.value(), walked.scenario(), first, place(first.instance()) + first.message());
    }

    /** Whether the value has no text here that every reader takes for it. */
    private boolean homeless(WalkedValue walked) {
        JsonNode value = walked.value().at(walked.pointer());
        boolean typed = walked.keyword().orElse("").equals("type");
        return switch (carriage) {
            case ROOTED -> typed && (walked.pointer().matches() || strange(kinds(walked.pointer()), value));
            case TEXT, REPEATED -> stray(walked) || alone(walked);
            default -> false;
        };
    }

    /** Containers where the schema knows none; and null where some read an empty text or nothing at all. */
    private boolean strange(Set<Shape.Kind> kinds, JsonNode value) {
        boolean plain = EnumSet.of(Shape.Kind.NUMBER, Shape.Kind.BOOLEAN).containsAll(kinds);
        return value.isContainerNode() && !kinds.contains(Shape.Kind.of(value)) || value.isNull() && !plain;
    }

    /** Parts of an object that services do not look at, as they know them by other names. */
    private boolean stray(WalkedValue walked) {
        Set<Shape.Kind> kinds = Shape.of(schema).kinds();
        boolean object = kinds.equals(EnumSet.of(Shape.Kind.OBJECT));
        boolean additional = !walked.pointer().matches()
                && !Shape.of(schema).names().contains(walked.pointer().getMatchingProperty());
        return object && (!walked.value().isObject() || spread && additional);
    }

    /** A container for a value; of several values a service may take any one. */
    private boolean alone(WalkedValue walked) {
        JsonNode value = walked.value();
        return value.isContainerNode()
                && !Shape.of(schema).kinds().contains(Shape.Kind.of(value))
                && (value.isObject()
                        || carriage != Carriage.REPEATED
                        || value.valueStream()
                                .anyMatch(e -> reading.arrives(e)
                                        .filter(schema::accepts)
                                        .isPresent()));
    }

    private Set<Shape.Kind> kinds(JsonPointer pointer) {
        Shape shape = Shape.of(schema);
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            shape = rest.mayMatchElement()
                    ? shape.item(rest.getMatchingIndex())
                    : shape.property(rest.getMatchingProperty());
        }
        return shape.kinds();
    }

    private static boolean named(Violation violation, WalkedValue walked) {
        String keyword = walked.keyword().orElse("");
        boolean same = violation.keyword().equals(keyword)
                || violation.keyword().equals("schema") && violation.schema().endsWith("/" + keyword);
        return same && (!keyword.equals("type") || violation.instance().equals(walked.pointer()));
    }

    private static String place(JsonPointer pointer) {
        StringBuilder place = new StringBuilder();
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            String name = rest.getMatchingProperty();
            place.append(rest.mayMatchElement() ? "[" + name + "]" : (place.isEmpty() ? "" : ".") + name);
        }
        return place.isEmpty() ? "" : place + ": ";
    }

    private static boolean within(JsonPointer instance, JsonPointer place) {
        return instance.toString().equals(place.toString())
                || instance.toString().startsWith(place + "/");
    }
}
