package io.contractcheck.internal.phase;

import io.contractcheck.http.Exchange;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one scenario called so far. All its calls go through here, so that each knows its step. */
final class Trail {
    /** So many times in a phase an operation may delete what it finds: enough to see whether it works, without emptying a service. */
    static final int MOST_DELETED = 3;

    private final Session session;
    private final boolean deletes;
    private final List<Call> answered = new ArrayList<>();
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private int steps;

    /**
     * A call that was answered.
     *
     * @param step in the scenario, from 0
     */
    record Call(int step, TestCase testCase, Exchange exchange) {
        boolean succeeded() {
            return exchange.response().status() / 100 == 2;
        }
    }

    /** @param deletes whether what others made may be deleted on it */
    Trail(Session session, boolean deletes) {
        this.session = session;
        this.deletes = deletes;
    }

    /** Whether what others made may be deleted. */
    boolean deletes() {
        return deletes;
    }

    Session session() {
        return session;
    }

    /**
     * Calls.
     *
     * @throws NoAnswerException if no answer came
     */
    Call call(TestCase testCase) {
        int step = steps++;
        Call call = new Call(step, testCase, session.call(testCase));
        answered.add(call);
        return call;
    }

    /** What was answered, in order. */
    List<Call> answered() {
        return answered;
    }

    /** The name of a part; parts that are called alike are told apart. */
    String part(String name) {
        int times = asked.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " (" + times + ")";
    }
}
