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
    private final Map<Parameter, ParameterSource> parameters = new LinkedHashMap<>();
    private final List<BodySource> bodies = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    private record ParameterSource(ValueSource source, boolean required) {}

    private record BodySource(MediaTypeContent content, String mediaType, ValueSource source) {}

    private final boolean bodyRequired;

    private CaseGenerator(Operation operation, boolean bodyRequired) {
        this.operation = operation;
        this.bodyRequired = bodyRequired;
    }

    /**
     * A generator of an operation's valid cases.
     *
     * @throws io.contractcheck.generate.UnsatisfiableException if a required part has no valid value; the message names it
     */
    public static CaseGenerator of(Operation operation) {
        return of(operation, operation);
    }

    /**
     * A generator of those of an operation's valid cases that a narrower one allows as well.
     *
     * @param narrower the same operation, part by part, with more asked of its values, or more of its parameters required
     * @throws UnsatisfiableException as {@link #of(Operation)}, of the narrower one
     */
    public static CaseGenerator of(Operation operation, Operation narrower) {
        CaseGenerator generator = new CaseGenerator(
                operation, narrower.requestBody().filter(b -> b.required()).isPresent());
        for (int i = 0; i < operation.parameters().size(); i++) {
            generator.add(operation.parameters().get(i), narrower.parameters().get(i));
        }
        List<String> reasons = new ArrayList<>();
        List<MediaTypeContent> contents = Parts.contents(operation);
        for (int i = 0; i < contents.size(); i++) {
            MediaTypeContent content = contents.get(i);
            String mediaType = MediaTypes.concrete(content);
            try {
                generator.bodies.add(new BodySource(
                        content,
                        mediaType,
                        Parts.source(
                                content, mediaType, Parts.contents(narrower).get(i))));
            } catch (UnsatisfiableException e) {
                reasons.add("body (" + content.mediaType() + ") has no valid value: " + e.getMessage());
            }
        }
        if (generator.bodies.isEmpty() && generator.bodyRequired) {
            throw new UnsatisfiableException(operation.label() + ": the required "
                    + (reasons.isEmpty() ? "body has no media type" : String.join("; ", reasons)));
        }
        generator.omitted.addAll(reasons);
        return generator;
    }

    private void add(Parameter parameter, Parameter narrower) {
        if (Wire.pinned(parameter, bodyRequired)) {
            return;
        }
        try {
            parameters.put(
                    parameter,
                    new ParameterSource(Parts.source(operation, parameter, narrower.schema()), narrower.required()));
        } catch (UnsatisfiableException e) {
            String reason = ParameterStyles.describe(parameter) + " has no valid value: " + e.getMessage();
            if (narrower.required()) {
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
        for (Map.Entry<Parameter, ParameterSource> entry : parameters.entrySet()) {
            Parameter parameter = entry.getKey();
            if (entry.getValue().required || included(mode, random)) {
                value(parameter, entry.getValue().source, random)
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
        if (bodies.isEmpty() || !bodyRequired && random.nextInt(5) == 0) {
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
