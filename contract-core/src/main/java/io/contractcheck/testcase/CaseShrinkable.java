package io.contractcheck.testcase;

import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A proven case that shrinks to proven cases: first without optional parts, then with smaller values. */
record CaseShrinkable(Operation operation, List<Given> given, Optional<Sent> body, Intent intent, TestCase value)
        implements Shrinkable<TestCase> {

    /** Its value is made once, so that what was written of it to prove it need not be written again. */
    CaseShrinkable(Operation operation, List<Given> given, Optional<Sent> body, Intent intent) {
        this(operation, given, body, intent, made(operation, given, body, intent));
    }

    /** A parameter's value. */
    record Given(Parameter parameter, ValueSource.Drawn drawn) {}

    /** A body's value. */
    record Sent(MediaTypeContent content, String mediaType, ValueSource.Drawn drawn) {}

    private static TestCase made(Operation operation, List<Given> given, Optional<Sent> body, Intent intent) {
        List<ParameterValue> parameters = new ArrayList<>(given.size());
        for (Given one : given) {
            parameters.add(new ParameterValue(one.parameter, one.drawn.value()));
        }
        return new TestCase(
                operation, parameters, body.map(b -> new BodyValue(b.content, b.mediaType, b.drawn.value())), intent);
    }

    /** Whether the request, read as a server reads it, is this very case, and the document allows it. */
    boolean isProven() {
        return Proofs.holds(value);
    }

    @Override
    public Stream<Shrinkable<TestCase>> shrink() {
        return Stream.concat(fewer(), smaller())
                .filter(CaseShrinkable::isProven)
                .map(s -> s);
    }

    private Stream<CaseShrinkable> fewer() {
        List<CaseShrinkable> candidates = new ArrayList<>();
        List<Given> required =
                given.stream().filter(g -> g.parameter.required()).toList();
        boolean bodyOptional =
                body.isPresent() && !operation.requestBody().orElseThrow().required();
        int optional = given.size() - required.size();
        if (optional > 1 || optional == 1 && bodyOptional) {
            candidates.add(new CaseShrinkable(operation, required, bodyOptional ? Optional.empty() : body, intent));
        }
        if (bodyOptional) {
            candidates.add(new CaseShrinkable(operation, given, Optional.empty(), intent));
        }
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).parameter.required()) {
                List<Given> rest = new ArrayList<>(given);
                rest.remove(i);
                candidates.add(new CaseShrinkable(operation, rest, body, intent));
            }
        }
        return candidates.stream();
    }

    private Stream<CaseShrinkable> smaller() {
        Stream<CaseShrinkable> shrunk = body.stream()
                .flatMap(sent -> sent.drawn
                        .shrink()
                        .map(d -> new CaseShrinkable(
                                operation, given, Optional.of(new Sent(sent.content, sent.mediaType, d)), intent)));
        for (int i = 0; i < given.size(); i++) {
            int index = i;
            shrunk = Stream.concat(shrunk, given.get(i).drawn.shrink().map(d -> {
                List<Given> changed = new ArrayList<>(given);
                changed.set(index, new Given(given.get(index).parameter, d));
                return new CaseShrinkable(operation, changed, body, intent);
            }));
        }
        return shrunk;
    }

    @Override
    public ShrinkingDistance distance() {
        ShrinkingDistance values = body.map(b -> b.drawn.origin().distance()).orElse(ShrinkingDistance.of(0));
        for (Given one : given) {
            values = values.plus(one.drawn.origin().distance());
        }
        return ShrinkingDistance.of(given.size() + (body.isPresent() ? 1 : 0)).append(values);
    }
}
