package io.contractcheck.testcase;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.RequestBody;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

/**
 * Draws cases of one operation with exactly one part invalid: a value, a required part that is left out, or a body that is no JSON. Every
 * case was written and read back, and is invalid as it is sent; the rest of it is valid. Thread-safe.
 */
public final class NegativeCases implements RandomGenerator<TestCase> {
    private static final int ATTEMPTS = 30;

    /** How many draws a part gets to show that it can be made invalid. */
    private static final int TRIALS = 10;

    private static final int SYNTAX_EVERY = 20;

    /** Of this many cases in which a part is made invalid, one leaves it out, where it is required. */
    private static final int OMISSION_EVERY = 6;

    /** What these mean to a server goes beyond their schema; OpenAPI leaves the last three to other rules. */
    private static final List<String> LEFT_ALONE = List.of(
            "if-match",
            "if-none-match",
            "if-modified-since",
            "if-unmodified-since",
            "if-range",
            "range",
            "expect",
            "host",
            "connection",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "accept-encoding",
            "accept",
            "content-type",
            "authorization");

    private final Operation operation;
    private final CaseGenerator positives;
    private final Ways bodies = new Ways(new ArrayList<>(), new ArrayList<>());
    private final Ways parameters = new Ways(new ArrayList<>(), new ArrayList<>());
    private final List<Spoiler> syntax = new ArrayList<>();
    private @Nullable NegativeShrinkable known;

    /** What can be made invalid of the parts of one kind. */
    private record Ways(List<Spoiler> values, List<Spoiler> omissions) {
        boolean none() {
            return values.isEmpty() && omissions.isEmpty();
        }

        Spoiler any(Random random) {
            boolean omit = random.nextInt(OMISSION_EVERY) == 0;
            return pick(values.isEmpty() || omit && !omissions.isEmpty() ? omissions : values, random);
        }
    }

    private NegativeCases(Operation operation, CaseGenerator positives) {
        this.operation = operation;
        this.positives = positives;
    }

    /**
     * The negatives of an operation.
     *
     * @param positives its valid cases
     */
    public static NegativeCases of(Operation operation, CaseGenerator positives) {
        NegativeCases cases = new NegativeCases(operation, positives);
        cases.addBodies();
        for (Parameter parameter : operation.parameters()) {
            cases.add(parameter);
        }
        return cases;
    }

    private void addBodies() {
        for (MediaTypeContent content : Parts.contents(operation)) {
            String mediaType = MediaTypes.concrete(content);
            Optional<Schema> schema = content.schema();
            if (schema.isPresent() && !MediaTypes.isBinary(mediaType, content.codecs())) {
                keep(bodies.values, () -> BrokenValue.of(content, schema.get(), mediaType));
            }
            MediaType type = MediaType.of(mediaType);
            if (type.isJson() && content.codecs().of(type).isEmpty()) {
                keep(syntax, () -> new BrokenSyntax(mediaType, Parts.source(content, mediaType)));
            }
        }
        if (operation.requestBody().filter(RequestBody::required).isPresent()) {
            keep(bodies.omissions, () -> new Omission(Optional.empty()));
        }
    }

    private void add(Parameter parameter) {
        boolean header = parameter.in() == ParameterLocation.HEADER;
        if (header && LEFT_ALONE.contains(parameter.name().toLowerCase(Locale.ROOT))) {
            return;
        }
        keep(parameters.values, () -> BrokenValue.of(parameter));
        if (parameter.required() && parameter.in() != ParameterLocation.PATH) {
            keep(parameters.omissions, () -> new Omission(Optional.of(parameter)));
        }
    }

    /** Keeps a spoiler if it works. */
    private void keep(List<Spoiler> into, Supplier<Spoiler> maker) {
        try {
            Spoiler spoiler = maker.get();
            for (int i = 0; i < TRIALS; i++) {
                Optional<NegativeShrinkable> drawn = drawn(spoiler, new Random(i));
                if (drawn.isPresent()) {
                    into.add(spoiler);
                    known = known == null ? drawn.get() : known;
                    return;
                }
            }
        } catch (UnsatisfiableException e) {
            // What has no invalid value stays valid.
            return;
        }
    }

    /** Proving the negative proves the rest of it, so that the valid case is only looked at by itself where that failed. */
    private Optional<NegativeShrinkable> drawn(Spoiler spoiler, Random random) {
        Optional<Spoiler.Spoil> spoil = spoiler.next(random);
        if (spoil.isEmpty()) {
            return Optional.empty();
        }
        CaseShrinkable valid = positives.draw(random);
        Optional<NegativeShrinkable> negative = NegativeShrinkable.of(valid, spoil.get());
        return negative.isPresent() || valid.isProven()
                ? negative
                : NegativeShrinkable.of(positives.next(random), spoil.get());
    }

    /** Whether anything about the operation can be made invalid. */
    public boolean possible() {
        return known != null;
    }

    /** @throws UnsatisfiableException if nothing about the operation can be made invalid */
    @Override
    public Shrinkable<TestCase> next(Random random) {
        if (known == null) {
            throw new UnsatisfiableException(operation.label() + ": nothing about it can be made invalid");
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<NegativeShrinkable> drawn = drawn(spoiler(random), random);
            if (drawn.isPresent()) {
                return drawn.get();
            }
        }
        return known;
    }

    /** Body and parameters have even chances; one case in twenty has a body of broken syntax. */
    private Spoiler spoiler(Random random) {
        boolean broken = random.nextInt(SYNTAX_EVERY) == 0;
        boolean body = random.nextBoolean();
        if (!syntax.isEmpty() && (broken || bodies.none() && parameters.none())) {
            return pick(syntax, random);
        }
        return (parameters.none() || body && !bodies.none() ? bodies : parameters).any(random);
    }

    private static Spoiler pick(List<Spoiler> among, Random random) {
        return among.get(random.nextInt(among.size()));
    }
}
