package io.contractcheck.internal.phase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Exchange;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.ExampleCases;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Makes, in front of a case and in its scenario, the calls that bring what its operation needs: the parent, then its child, then the case.
 * Each scenario makes its own things, so that it can be run again by itself. Thread-safe.
 */
final class Chain {
    /** Brings nothing. */
    static final Chain NONE = new Chain(Known.NOTHING);

    private static final int MOST_DRAWS = 4;

    private static final RandomGenerator<String> MORE =
            random -> Shrinkable.unshrinkable(String.format("%08x", random.nextInt()));

    private final Known known;
    private final Ways ways;
    private final Map<Operation, List<Need>> needs = new ConcurrentHashMap<>();
    private final Map<Operation, Lazy<KnownCases>> random = new ConcurrentHashMap<>();
    private final Map<Operation, Lazy<List<RandomGenerator<TestCase>>>> examples = new ConcurrentHashMap<>();

    Chain(Known known) {
        this.known = known;
        this.ways = new Ways(known, this::needs);
    }

    /** Made of valid calls, so where only invalid cases are asked for, there is none. */
    static Chain of(PhaseSettings settings) {
        return settings.mode().positive() ? new Chain(settings.known()) : NONE;
    }

    /**
     * Sends a case with what the calls in front of it brought.
     *
     * @param index how many valid cases of the operation came before in the phase: what others made is deleted by the first ones alone
     */
    Exchange call(Session session, TestCase testCase, int index) {
        Trail trail = new Trail(session, index < Trail.MOST_DELETED && testCase.intent() instanceof Intent.Positive);
        return trail.call(led(trail, testCase)).exchange();
    }

    /** Sends a GET with what the calls in front of it brought, and the same as a HEAD. */
    void call(Session session, TestCase get, TestCase head) {
        Trail trail = new Trail(session, false);
        TestCase led = led(trail, get);
        trail.call(led);
        trail.call(head.withParameters(led.parameters()).withTaken(led.taken()));
    }

    /** The case with values that calls of its scenario bring, made before or now; the same if there are none that it could take. */
    TestCase led(Trail trail, TestCase testCase) {
        return isLed(testCase) ? new Leading(this, trail).led(testCase, Set.of(), false) : testCase;
    }

    /** A case that is refused whatever is there, or that is not the run's own user's, is sent as it is. */
    private static boolean isLed(TestCase testCase) {
        return testCase.identity().isEmpty()
                && testCase.deviation(Deviation.Method.class).isEmpty()
                && testCase.deviation(Deviation.Malformed.class).isEmpty()
                && !(testCase.intent() instanceof Intent.Negative negative
                        && negative.mutation().location() == Mutation.Location.PATH);
    }

    /** What an operation needs of others. */
    List<Need> needs(Operation operation) {
        return needs.computeIfAbsent(operation, o -> Need.of(o, known.links()));
    }

    /** What is called in this scenario to bring what an operation needs, one after the other until one does. */
    List<Operation> producers(Session session, Operation consumer, Need need) {
        return ways.producers(session, consumer, need);
    }

    /** The case with a longer name for what it makes, as its own was taken; the same if it gives none. */
    TestCase renamed(Session session, TestCase testCase) {
        for (String member : Need.ownNames(testCase.operation(), known.links())) {
            Optional<JsonNode> name = testCase.body()
                    .map(body -> body.value().path(member))
                    .filter(value -> value.isTextual()
                            && !testCase.taken().stream()
                                    .anyMatch(taken -> taken.target().equals(new Target.OfBody(List.of(member)))));
            if (name.isPresent()) {
                String more = session.draw("name for " + testCase.operation().label(), MORE);
                return Taking.renamed(
                                testCase, member, TextNode.valueOf(name.get().textValue() + more))
                        .orElse(testCase);
            }
        }
        return testCase;
    }

    /**
     * A random valid case of an operation, with what is required of parameters, and with a body even where the document allows none: nothing
     * is made of nothing. Nothing if it has no valid case.
     */
    Optional<TestCase> valid(Session session, Operation operation, String purpose) {
        Lazy<KnownCases> cases = random.computeIfAbsent(operation, o -> new Lazy<>(() -> KnownCases.of(o, known)));
        Optional<TestCase> drawn = Optional.empty();
        for (int i = 0; i < MOST_DRAWS; i++) {
            drawn = drawn(() -> cases.get().draw(session, operation.label()), purpose);
            if (operation.requestBody().isEmpty()
                    || drawn.flatMap(TestCase::body).isPresent()
                    || drawn.isEmpty()) {
                return drawn;
            }
        }
        return drawn;
    }

    /** The first example that the document has for an operation; a random case if it has none. */
    Optional<TestCase> example(Session session, Operation operation, String purpose) {
        List<RandomGenerator<TestCase>> cases = exemplary(operation);
        return cases.isEmpty()
                ? valid(session, operation, purpose)
                : drawn(() -> session.draw("example of " + operation.label(), cases.get(0)), purpose);
    }

    /** A random valid case with no more in its body than has to be there, and the name that it gives to what it makes. */
    Optional<TestCase> bare(Session session, Operation operation, String purpose) {
        return valid(session, operation, purpose).map(this::bare);
    }

    /** The case with no more in its body than has to be there: what is not said breaks no rule that the document does not tell. */
    TestCase bare(TestCase drawn) {
        Set<String> names = Need.ownNames(drawn.operation(), known.links());
        return new Sparing(known.knowledge().narrowed(drawn.operation()))
                .without(
                        drawn,
                        spot -> spot.part() == Mutation.Location.BODY
                                && !(spot.steps().size() == 1
                                        && names.contains(spot.steps().get(0))));
    }

    /** Whether the document has an example for an operation. */
    boolean hasExample(Operation operation) {
        return !exemplary(operation).isEmpty();
    }

    private List<RandomGenerator<TestCase>> exemplary(Operation operation) {
        return examples.computeIfAbsent(operation, o -> new Lazy<>(() -> examples(o)))
                .get();
    }

    private static List<RandomGenerator<TestCase>> examples(Operation operation) {
        try {
            return ExampleCases.of(operation).cases();
        } catch (UnsatisfiableException e) {
            return List.of();
        }
    }

    private Optional<TestCase> drawn(Supplier<TestCase> draw, String purpose) {
        try {
            TestCase drawn = draw.get();
            return Optional.of(drawn.withParameters(drawn.parameters().stream()
                            .filter(value -> known.knowledge().requires(drawn.operation(), value.parameter()))
                            .toList())
                    .withIntent(new Intent.Positive(purpose)));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }
}
