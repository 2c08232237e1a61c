package io.contractcheck.internal.phase;

import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.TestCase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** On the way to one case: its needs are met one after the other, each by what the scenario has called already, else by calls made now. */
final class Leading {
    /** Things within things within things. */
    private static final int DEEPEST = 4;

    /** In front of one case. */
    private static final int MOST_CALLS = 6;

    /** Of these, after how many none is made any more for what a producer only mentions. */
    private static final int CALLS_FOR_OTHERS = 3;

    /** Producers that are tried for one value. */
    private static final int MOST_PRODUCERS = 3;

    /** Times that one of them is called with other values, after it refused some. */
    private static final int MOST_ATTEMPTS = 3;

    private static final List<Integer> REFUSED_FOR_VALUES = List.of(400, 409, 422);
    private static final int CONFLICT = 409;

    /** Reduced to how many there are once that is known, so that it can be made again where there are fewer. */
    private static final RandomGenerator<Integer> ANY_ELEMENT =
            random -> Shrinkable.unshrinkable(random.nextInt(1 << 20));

    private final Chain chain;
    private final Trail trail;
    private final Set<Operation> futile = new LinkedHashSet<>();
    private int calls;

    Leading(Chain chain, Trail trail) {
        this.chain = chain;
        this.trail = trail;
    }

    /**
     * The case with what it needs.
     *
     * @param making whose cases are being made ready, from the outermost on
     * @param creates whether it is to make a thing under the name that the case has for it
     */
    TestCase led(TestCase testCase, Set<Operation> making, boolean creates) {
        TestCase result = testCase;
        for (Need need : chain.needs(testCase.operation())) {
            if (isOpen(result, need, creates) && (trail.deletes() || !need.isOfOthers(testCase.operation()))) {
                Optional<TestCase> there = there(result, need, making.isEmpty());
                result = there.isPresent() ? there.get() : made(result, need, making);
            }
        }
        return result;
    }

    private static boolean isOpen(TestCase testCase, Need need, boolean creates) {
        return Wanted.in(testCase, need.target()) && !(creates && Need.isOwn(testCase.operation(), need.target()));
    }

    /** With the scenario's own thing, else, to be read, with one of a list that it called: what others made may be older, and other. */
    private Optional<TestCase> there(TestCase testCase, Need need, boolean last) {
        Optional<TestCase> own = known(testCase, need, link -> !Need.isListed(link, need.target()));
        return own.isEmpty()
                        && last
                        && Need.READING.contains(testCase.operation().method())
                ? known(testCase, need, link -> true)
                : own;
    }

    /** With what the latest of the calls before brings. */
    private Optional<TestCase> known(TestCase testCase, Need need, Predicate<ResourceLink> by) {
        for (int i = trail.answered().size() - 1; i >= 0; i--) {
            Optional<TestCase> with =
                    taking(testCase, need, by, trail.answered().get(i));
            if (with.isPresent()) {
                return with;
            }
        }
        return Optional.empty();
    }

    /** With a thing made now, or shown by a list where none can be made: a list has things of others, too. */
    private TestCase made(TestCase testCase, Need need, Set<Operation> making) {
        Set<Operation> within = new LinkedHashSet<>(making);
        within.add(testCase.operation());
        List<Operation> producers = chain.producers(trail.session(), testCase.operation(), need).stream()
                .filter(producer -> !within.contains(producer) && !futile.contains(producer))
                .limit(MOST_PRODUCERS)
                .toList();
        if (producers.isEmpty()
                || within.size() > DEEPEST
                || !making.isEmpty() && !isNeeded(need.target()) && calls >= CALLS_FOR_OTHERS) {
            return known(testCase, need, link -> true).orElse(testCase);
        }
        String part = trail.part(purpose(testCase, need));
        if (trail.session().takes(part)) {
            for (Operation producer : producers) {
                Optional<TestCase> known = known(testCase, need, link -> link.producer() == producer);
                Optional<TestCase> with = known.isPresent() ? known : by(producer, testCase, need, within);
                if (with.isPresent()) {
                    return with.get();
                }
                futile.add(producer);
            }
            trail.session().inVain(part);
        }
        return known(testCase, need, link -> true).orElse(testCase);
    }

    /** In its path nothing can be left out; of references in bodies many can. */
    private static boolean isNeeded(Target target) {
        return target instanceof Target.OfParameter of && of.in() == ParameterLocation.PATH;
    }

    private static String purpose(TestCase testCase, Need need) {
        return "brings " + need.target().describe() + " of "
                + testCase.operation().label();
    }

    /** Each try is a part of its own, and how it goes on after one in vain is a decision, so that a shorter sequence may begin with a later one. */
    private Optional<TestCase> by(Operation producer, TestCase testCase, Need need, Set<Operation> within) {
        String purpose = purpose(testCase, need);
        boolean creates = need.isNamedByCallerOf(producer);
        Way way = Way.ANY;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && calls < MOST_CALLS && way != Way.NONE; attempt++) {
            String part = trail.part(producer.label() + " " + purpose + ", try " + (attempt + 1));
            boolean tried = trail.session().tries(part);
            Optional<Trail.Call> call = (tried ? drawn(producer, way, purpose) : Optional.<TestCase>empty())
                    .map(drawn -> led(drawn, within, creates))
                    .filter(led -> calls < MOST_CALLS && isReady(led, creates))
                    .flatMap(this::called);
            Optional<TestCase> with = call.flatMap(answered -> taking(testCase, need, link -> true, answered));
            if (with.isPresent()) {
                return with;
            }
            trail.session().inVain(part);
            Way next = next(producer, way, call);
            way = trail.session().choose("after " + part, random -> Shrinkable.unshrinkable(next));
        }
        return Optional.empty();
    }

    /** How what makes something is called. */
    private enum Way {
        ANY,
        EXAMPLE,
        BARE,
        RENAMED,
        NONE
    }

    private Optional<TestCase> drawn(Operation producer, Way way, String purpose) {
        return switch (way) {
            case ANY -> chain.valid(trail.session(), producer, purpose);
            case EXAMPLE -> chain.example(trail.session(), producer, purpose);
            case BARE -> chain.bare(trail.session(), producer, purpose);
            case RENAMED ->
                chain.valid(trail.session(), producer, purpose).map(drawn -> chain.renamed(trail.session(), drawn));
            case NONE -> Optional.empty();
        };
    }

    /** After a refusal: by what the document shows, then by as little as it allows; not at all if that does not help. */
    private Way next(Operation producer, Way way, Optional<Trail.Call> call) {
        int status = call.map(made -> made.exchange().response().status()).orElse(0);
        if (producer.requestBody().isEmpty() || !REFUSED_FOR_VALUES.contains(status)) {
            return Way.NONE;
        }
        if (status == CONFLICT) {
            return way == Way.RENAMED ? Way.NONE : Way.RENAMED;
        }
        return way == Way.ANY && chain.hasExample(producer) ? Way.EXAMPLE : way == Way.BARE ? Way.NONE : Way.BARE;
    }

    /** Whether what it works within is there, as far as anything brings that. */
    private boolean isReady(TestCase led, boolean creates) {
        return chain.needs(led.operation()).stream()
                .filter(need -> need.target() instanceof Target.OfParameter of && of.in() == ParameterLocation.PATH)
                .noneMatch(need -> isOpen(led, need, creates));
    }

    private Optional<Trail.Call> called(TestCase ready) {
        calls++;
        try {
            return Optional.of(trail.call(ready));
        } catch (NoAnswerException e) {
            return Optional.empty();
        }
    }

    /** The case with what a call brought by one of the links; nothing if it did not bring what is needed. */
    private Optional<TestCase> taking(TestCase testCase, Need need, Predicate<ResourceLink> by, Trail.Call call) {
        return need.links().stream()
                .filter(by)
                .filter(link -> link.producer() == call.testCase().operation() && call.succeeded())
                .map(link -> taking(testCase, need.target(), link, call))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<TestCase> taking(TestCase testCase, Target target, ResourceLink link, Trail.Call call) {
        List<Brought> elements = Brought.of(link, call.step(), call.testCase(), call.exchange());
        int first = elements.size() < 2
                ? 0
                : trail.session().choose("element of " + link.producer().label(), ANY_ELEMENT) % elements.size();
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
