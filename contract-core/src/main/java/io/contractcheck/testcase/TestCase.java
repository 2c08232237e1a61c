package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call of an operation, before it is HTTP.
 *
 * @param operation what is called
 * @param parameters those that are sent, in document order
 * @param body if one is sent
 * @param intent what the case wants to be
 * @param deviations how the request departs from the plain writing of these values; mostly none
 * @param taken which of its values earlier calls of its scenario brought; mostly none
 */
public record TestCase(
        Operation operation,
        List<ParameterValue> parameters,
        Optional<BodyValue> body,
        Intent intent,
        List<Deviation> deviations,
        List<Taken> taken) {

    public TestCase {
        parameters = List.copyOf(parameters);
        deviations = List.copyOf(deviations);
        taken = List.copyOf(taken);
    }

    /** A case whose values are its own. */
    public TestCase(
            Operation operation,
            List<ParameterValue> parameters,
            Optional<BodyValue> body,
            Intent intent,
            List<Deviation> deviations) {
        this(operation, parameters, body, intent, deviations, List.of());
    }

    /** A case that is written plainly. */
    public TestCase(Operation operation, List<ParameterValue> parameters, Optional<BodyValue> body, Intent intent) {
        this(operation, parameters, body, intent, List.of());
    }

    /** The same with other parameters. */
    public TestCase withParameters(List<ParameterValue> other) {
        return new TestCase(operation, other, body, intent, deviations, taken);
    }

    /** The same with another value in what is sent of parameters of that name. */
    public TestCase withParameter(String name, JsonNode value) {
        return withParameters(parameters.stream()
                .map(p -> p.parameter().name().equals(name) ? new ParameterValue(p.parameter(), value) : p)
                .toList());
    }

    /** The same with values of its own: who changes one of them changes no other case. */
    public TestCase copy() {
        return withParameters(parameters.stream()
                        .map(p -> new ParameterValue(p.parameter(), p.value().deepCopy()))
                        .toList())
                .withBody(body.map(b -> b.with(b.value().deepCopy())));
    }

    /** The same with another body, or none. */
    public TestCase withBody(Optional<BodyValue> other) {
        return new TestCase(operation, parameters, other, intent, deviations, taken);
    }

    /** The same with another intent. */
    public TestCase withIntent(Intent other) {
        return new TestCase(operation, parameters, body, other, deviations, taken);
    }

    /** The same with another deviation beside those it has. */
    public TestCase with(Deviation deviation) {
        List<Deviation> more = new ArrayList<>(deviations);
        more.add(deviation);
        return new TestCase(operation, parameters, body, intent, more, taken);
    }

    /** The same with note of which of its values earlier calls brought. */
    public TestCase withTaken(List<Taken> other) {
        return new TestCase(operation, parameters, body, intent, deviations, other);
    }

    /** The last deviation of a kind, if there is one. */
    public <D extends Deviation> Optional<D> deviation(Class<D> kind) {
        for (int i = deviations.size() - 1; i >= 0; i--) {
            if (kind.isInstance(deviations.get(i))) {
                return Optional.of(kind.cast(deviations.get(i)));
            }
        }
        return Optional.empty();
    }

    /** Who sends it, if not the user whom the run is made as. */
    public Optional<Identity> identity() {
        return deviation(Deviation.SentBy.class).map(Deviation.SentBy::identity);
    }
}
