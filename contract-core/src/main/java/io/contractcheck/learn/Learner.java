package io.contractcheck.learn;

import io.contractcheck.event.CaseId;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Response;
import io.contractcheck.learn.error.Complaint;
import io.contractcheck.learn.error.Complaints;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Relation;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Collects what answers tell. Thread-safe; what comes out of it does not depend on the order in which they came. */
public final class Learner {
    /** How many answers of an operation in a phase are looked through for values. */
    private static final int READ = 60;

    /** How many scenarios of an operation in a phase are looked into for what they send. */
    private static final int LOOKED_INTO = 256;

    private static final int KEPT = 64;

    private final Knowledge given;
    private final boolean deaf;
    private final Seen seen = new Seen();
    private final Tries tries = new Tries();
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final Map<String, Declared> declared = new ConcurrentHashMap<>();
    /** Services repeat their refusals. */
    private final AtomicReferenceArray<Read> read = new AtomicReferenceArray<>(KEPT);

    private record Read(Response response, List<Complaint> complaints) {}

    /** @param given what was known before the run */
    public Learner(Knowledge given) {
        this(given, false);
    }

    private Learner(Knowledge given, boolean deaf) {
        this.given = given;
        this.deaf = deaf;
    }

    /** One that learns nothing: of a run that is shared, no share sees all answers. */
    public static Learner deaf(Knowledge given) {
        return new Learner(given, true);
    }

    /** Takes note of an answer. */
    public void saw(CaseId id, TestCase testCase, Exchange exchange) {
        int status = exchange.response().status();
        boolean taken = status / 100 == 2;
        boolean refused = status == 400 || status == 422;
        if (taken && !deaf) {
            seen.sent(testCase);
        }
        boolean valid = testCase.intent() instanceof Intent.Positive;
        if (!deaf && valid && testCase.identity().isEmpty()) {
            tries.saw(testCase, status, id.scenario().index() < LOOKED_INTO);
        }
        // what is wrong with a case on purpose is mostly what its refusal speaks of
        if (deaf || !valid || !taken && !refused) {
            return;
        }
        ordered(testCase, taken);
        if (refused) {
            refused(testCase, exchange);
        } else if (id.scenario().index() < READ) {
            seen.saw(testCase, exchange);
        }
    }

    /** Takes note of an answer to a call that took something of an answer to the producer. */
    public void led(Taken taken, Operation producer, TestCase consumer, Exchange exchange) {
        if (!deaf
                && consumer.intent() instanceof Intent.Positive
                && consumer.identity().isEmpty()) {
            tries.led(taken, producer, consumer, exchange.response().status());
        }
    }

    private void ordered(TestCase testCase, boolean taken) {
        Relation.in(testCase)
                .forEach(relation -> heard.computeIfAbsent(testCase.operation().label(), l -> new Heard())
                        .add(relation, relation.isReversed(testCase), taken));
    }

    private void refused(TestCase testCase, Exchange exchange) {
        Operation operation = testCase.operation();
        for (Complaint complaint : complaints(exchange.response())) {
            Reading reading =
                    new Reading(declared.computeIfAbsent(operation.label(), l -> new Declared(operation)), testCase);
            reading.rules(complaint)
                    .forEach(rule -> heard.computeIfAbsent(operation.label(), l -> new Heard())
                            .add(rule));
        }
    }

    private List<Complaint> complaints(Response response) {
        int slot = Arrays.hashCode(response.body()) & KEPT - 1;
        Read known = read.get(slot);
        if (known != null
                && Arrays.equals(known.response.body(), response.body())
                && known.response.header("Content-Encoding").equals(response.header("Content-Encoding"))) {
            return known.complaints;
        }
        List<Complaint> complaints = Complaints.of(response);
        read.set(slot, new Read(response, complaints));
        return complaints;
    }

    /** What is known by now. */
    public Knowledge knowledge() {
        return given.with(heard, seen, tries);
    }

    /** The rules that were not known before, by operation in their order, each with the words in which the service told it. */
    public Map<String, List<Rule>> learnt() {
        Map<String, List<Rule>> learnt = new LinkedHashMap<>();
        knowledge().rules().forEach((operation, rules) -> {
            List<Rule> fresh = rules.stream()
                    .filter(rule ->
                            !given.rules().getOrDefault(operation, List.of()).contains(rule))
                    .toList();
            if (!fresh.isEmpty()) {
                learnt.put(operation, fresh);
            }
        });
        return learnt;
    }
}
