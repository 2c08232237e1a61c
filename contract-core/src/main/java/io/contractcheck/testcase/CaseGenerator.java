package io.contractcheck.testcase;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Draws valid cases of one operation. Every case was written, read back and found valid before it is given out. Thread-safe. */
public final class CaseGenerator implements RandomGenerator<TestCase> {
    private static final int ATTEMPTS = 20;
    private static final Intent INTENT = new Intent.Positive("random valid values");

    private final Operation operation;
    private final Map<Parameter, ValueSource> parameters = new LinkedHashMap<>();
    private final List<BodySource> bodies = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    private record BodySource(MediaTypeContent content, String mediaType, ValueSource source) {}

    private CaseGenerator(Operation operation) {
        this.operation = operation;
    }

    /**
     * A generator of an operation's valid cases.
     *
     * @throws io.contractcheck.generate.UnsatisfiableException if a required part has no valid value; the message names it
     */
    public static CaseGenerator of(Operation operation) {
        CaseGenerator generator = new CaseGenerator(operation);
        for (Parameter parameter : operation.parameters()) {
            generator.add(parameter);
        }
        List<String> reasons = new ArrayList<>();
        for (MediaTypeContent content : Parts.contents(operation)) {
            String mediaType = MediaTypes.concrete(content);
            try {
                generator.bodies.add(new BodySource(content, mediaType, Parts.source(content, mediaType)));
            } catch (UnsatisfiableException e) {
                reasons.add("body (" + content.mediaType() + ") has no valid value: " + e.getMessage());
            }
        }
        if (generator.bodies.isEmpty()
                && operation.requestBody().filter(b -> b.required()).isPresent()) {
            throw new UnsatisfiableException(operation.label() + ": the required "
                    + (reasons.isEmpty() ? "body has no media type" : String.join("; ", reasons)));
        }
        generator.omitted.addAll(reasons);
        return generator;
    }

    private void add(Parameter parameter) {
        boolean body = operation.requestBody().filter(b -> b.required()).isPresent();
        if (Wire.pinned(parameter, body)) {
            return;
        }
        try {
            parameters.put(parameter, Parts.source(operation, parameter));
        } catch (UnsatisfiableException e) {
            String reason = ParameterStyles.describe(parameter) + " has no valid value: " + e.getMessage();
            if (parameter.required()) {
                throw new UnsatisfiableException(operation.label() + ": the required " + reason);
            }
            omitted.add(reason);
        }
    }

    /** Optional parts that are never sent because no valid value of theirs was found, each with the reason. */
    public List<String> omitted() {
        return List.copyOf(omitted);
    }

    @Override
    public Shrinkable<TestCase> next(Random random) {
        String doubt = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            CaseShrinkable drawn = draw(random);
            Optional<String> reason = Proofs.doubt(drawn.value());
            if (reason.isEmpty()) {
                return drawn;
            }
            doubt = reason.get();
        }
        throw new UnsatisfiableException(
                operation.label() + ": of " + ATTEMPTS + " cases drawn, none arrives as it was meant: " + doubt);
    }

    /** A case whose parts are proven, and that is not yet proven as a whole. */
    CaseShrinkable draw(Random random) {
        int mode = random.nextInt(10);
        List<CaseShrinkable.Given> given = new ArrayList<>();
        for (Map.Entry<Parameter, ValueSource> entry : parameters.entrySet()) {
            Parameter parameter = entry.getKey();
            if (parameter.required() || included(mode, random)) {
                value(parameter, entry.getValue(), random)
                        .ifPresent(d -> given.add(new CaseShrinkable.Given(parameter, d)));
            }
        }
        return new CaseShrinkable(operation, given, body(random), INTENT);
    }

    /** One case in ten has no optional parameter, one has all, the others each with even chance. */
    private static boolean included(int mode, Random random) {
        boolean coin = random.nextBoolean();
        return mode != 0 && (mode == 1 || coin);
    }

    /** Optional values that could not be made are left out this time. */
    private Optional<ValueSource.Drawn> value(Parameter parameter, ValueSource source, Random random) {
        try {
            return Optional.of(source.draw(random));
        } catch (UnsatisfiableException e) {
            if (parameter.required()) {
                throw new UnsatisfiableException(operation.label() + ": the required "
                        + ParameterStyles.describe(parameter) + ": " + e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** The first media type serves as often as all others together; an optional body is sent four times in five. */
    private Optional<CaseShrinkable.Sent> body(Random random) {
        if (bodies.isEmpty() || !operation.requestBody().orElseThrow().required() && random.nextInt(5) == 0) {
            return Optional.empty();
        }
        int index = bodies.size() == 1 || random.nextBoolean() ? 0 : 1 + random.nextInt(bodies.size() - 1);
        BodySource body = bodies.get(index);
        try {
            return Optional.of(new CaseShrinkable.Sent(body.content, body.mediaType, body.source.draw(random)));
        } catch (UnsatisfiableException e) {
            throw new UnsatisfiableException(
                    operation.label() + ": the body (" + body.mediaType + "): " + e.getMessage());
        }
    }
}
