package io.contractcheck.internal.phase;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Exchange;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Makes, in front of a case and in its scenario, the calls that bring what its operation needs: the parent, then its child, then the case.
 * Each scenario makes its own things, so that it can be run again by itself. Thread-safe.
 */
final class Chain {
    /** Things within things within things. */
    private static final int DEEPEST = 4;

    /** In front of one case. */
    private static final int MOST_CALLS = 6;

    /** Producers that are tried for one value. */
    private static final int ALTERNATIVES = 3;

    private static final RandomGenerator<Integer> ANY = random -> Shrinkable.unshrinkable(random.nextInt(1 << 20));

    /** Brings nothing. */
    static final Chain NONE = new Chain(Known.NOTHING);

    private final Known known;
    private final Map<Operation, List<Need>> needs = new ConcurrentHashMap<>();
    private final Map<Operation, Lazy<KnownCases>> valid = new ConcurrentHashMap<>();

    Chain(Known known) {
        this.known = known;
    }

    /** Made of valid calls, so where only invalid cases are asked for, there is none. */
    static Chain of(PhaseSettings settings) {
        return settings.mode().positive() ? new Chain(settings.known()) : NONE;
    }

    /** Sends a case with what the calls in front of it brought. */
    Exchange call(Session session, TestCase testCase) {
        Trail trail = new Trail(session);
        return trail.call(led(trail, testCase)).exchange();
    }

    /** The case with values that calls of its scenario bring, made before or now; the same if there are none that it could take. */
    TestCase led(Trail trail, TestCase testCase) {
        return isLed(testCase) ? new Leading(trail).led(testCase, Set.of(), false) : testCase;
    }

    /** A case that is refused whatever is there, or that is not the run's own user's, is sent as it is. */
    private static boolean isLed(TestCase testCase) {
        return testCase.identity().isEmpty()
                && testCase.deviation(Deviation.Method.class).isEmpty()
                && testCase.deviation(Deviation.Malformed.class).isEmpty()
                && !(testCase.intent() instanceof Intent.Negative negative
                        && negative.mutation().location() == Mutation.Location.PATH);
    }

    private List<Need> needs(Operation operation) {
        return needs.computeIfAbsent(operation, o -> Need.of(o, known.links()));
    }

    /** A valid case of an operation with what is required of parameters; nothing if it has none. */
    Optional<TestCase> valid(Session session, Operation operation, String purpose) {
        try {
            KnownCases cases = valid.computeIfAbsent(operation, o -> new Lazy<>(() -> KnownCases.of(o, known)))
                    .get();
            TestCase drawn = cases.draw(session, operation.label());
            return Optional.of(drawn.withParameters(drawn.parameters().stream()
                            .filter(value -> cases.isRequired(value.parameter()))
                            .toList())
                    .withIntent(new Intent.Positive(purpose)));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    /** On the way to one case. */
    private final class Leading {
        private final Trail trail;
        private int calls;

        private Leading(Trail trail) {
            this.trail = trail;
        }

        /**
         * @param making whose cases are being made ready, from the outermost on
         * @param creates whether it is to make a thing by the name that the case has for it
         */
        private TestCase led(TestCase testCase, Set<Operation> making, boolean creates) {
            TestCase result = testCase;
            for (Need need : needs(testCase.operation())) {
                if (Wanted.in(result, need.target()) && !(creates && Need.isOwn(testCase.operation(), need.target()))) {
                    result = met(result, need, making);
                }
            }
            return result;
        }

        private TestCase met(TestCase testCase, Need need, Set<Operation> making) {
            for (ResourceLink link : need.links()) {
                for (int i = trail.answered().size() - 1; i >= 0; i--) {
                    Optional<TestCase> with = taking(
                            testCase, need.target(), link, trail.answered().get(i));
                    if (with.isPresent()) {
                        return with.get();
                    }
                }
            }
            Operation consumer = testCase.operation();
            if (!trail.takes(need.target().describe() + " of " + consumer.label())) {
                return testCase;
            }
            Set<Operation> within = new LinkedHashSet<>(making);
            within.add(consumer);
            Set<Operation> tried = new LinkedHashSet<>();
            for (ResourceLink link : need.links()) {
                Operation producer = link.producer();
                if (tried.size() < ALTERNATIVES
                        && within.size() <= DEEPEST
                        && !within.contains(producer)
                        && tried.add(producer)) {
                    Optional<TestCase> with = made(link, need.target(), consumer, within)
                            .flatMap(call -> need.links().stream()
                                    .map(way -> taking(testCase, need.target(), way, call))
                                    .flatMap(Optional::stream)
                                    .findFirst());
                    if (with.isPresent()) {
                        return with.get();
                    }
                }
            }
            return testCase;
        }

        /** What a producer answered; nothing if it could not be called. */
        private Optional<Trail.Call> made(ResourceLink link, Target target, Operation consumer, Set<Operation> within) {
            if (calls >= MOST_CALLS) {
                return Optional.empty();
            }
            String purpose = "brings " + target.describe() + " of " + consumer.label();
            return valid(trail.session(), link.producer(), purpose)
                    .map(drawn -> led(drawn, within, Need.isNamedByCaller(link, target)))
                    .filter(ready -> calls++ < MOST_CALLS)
                    .flatMap(this::called);
        }

        private Optional<Trail.Call> called(TestCase ready) {
            try {
                return Optional.of(trail.call(ready));
            } catch (NoAnswerException e) {
                return Optional.empty();
            }
        }

        /** The case with what a call brought by a link; nothing if it did not bring that value. */
        private Optional<TestCase> taking(TestCase testCase, Target target, ResourceLink link, Trail.Call call) {
            if (link.producer() != call.testCase().operation() || !call.succeeded()) {
                return Optional.empty();
            }
            List<Brought> elements = Brought.of(link, call.step(), call.testCase(), call.exchange());
            int first = elements.size() < 2
                    ? 0
                    : trail.session().choose("element of " + link.producer().label(), ANY) % elements.size();
            for (int i = 0; i < elements.size(); i++) {
                List<Brought.Value> values = elements.get((first + i) % elements.size()).values().stream()
                        .filter(value -> Wanted.in(testCase, value.taken().target()))
                        .toList();
                TestCase with = Taking.into(testCase, values);
                if (Wanted.isTaken(with, target)) {
                    return Optional.of(with);
                }
            }
            return Optional.empty();
        }
    }
}
