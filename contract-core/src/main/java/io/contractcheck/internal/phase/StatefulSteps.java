package io.contractcheck.internal.phase;

import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.TestCase;
import java.util.List;

/** One time that a sequence of operations is called: each takes what those before it brought. */
final class StatefulSteps {
    /** What begins may be refused for a rule that the document does not tell, and then nothing follows. */
    private static final int BEGINNINGS = 3;

    private final Trail trail;
    private final Chain chain;
    private final StatefulCases cases;
    private final StatefulWalk walk;

    StatefulSteps(Session session, Chain chain, StatefulCases cases, StatefulWalk walk, boolean deletes) {
        this.trail = new Trail(session, deletes);
        this.chain = chain;
        this.cases = cases;
        this.walk = walk;
    }

    /** One of the sequences that are tried whatever happens: with nothing but what is required of parameters after the beginning. */
    void fixed(List<Operation> operations) {
        run(operations, false, true);
    }

    /**
     * A random one.
     *
     * @param invalid whether it begins with a case that has something wrong
     */
    void random(List<Operation> operations, boolean invalid) {
        run(operations, invalid, false);
    }

    private void run(List<Operation> operations, boolean invalid, boolean plain) {
        if (trail.session().takes("step 1")) {
            begin(operations.get(0), invalid);
        }
        for (int i = 1; i < operations.size(); i++) {
            String part = "step " + (i + 1);
            if (trail.session().takes(part) && !next(name(i, operations.get(i)), operations.get(i), plain)) {
                trail.session().inVain(part);
            }
        }
    }

    private static String name(int index, Operation operation) {
        return "step " + (index + 1) + " " + operation.label();
    }

    private void begin(Operation root, boolean invalid) {
        String name = name(0, root);
        if (invalid && cases.invalid(root).possible()) {
            trail.call(chain.led(trail, trail.session().draw(name, cases.invalid(root))));
            return;
        }
        for (int i = 0; i < BEGINNINGS; i++) {
            String part = "step 1, try " + (i + 1);
            boolean tried = trail.session().tries(part);
            TestCase drawn = cases.valid(root).draw(trail.session(), name);
            // Of the optional members of a body any may break a rule that the document does not tell
            if (tried
                    && trail.call(chain.led(trail, i == 1 ? chain.bare(drawn) : drawn))
                            .succeeded()) {
                return;
            }
            trail.session().inVain(part);
        }
    }

    /** What takes nothing of what was called is not called, unless it is whole: without what it is about, it would be about something else. */
    private boolean next(String name, Operation operation, boolean plain) {
        TestCase drawn = cases.valid(operation).draw(trail.session(), name);
        TestCase led = chain.led(trail, plain ? cases.required(drawn) : drawn);
        return (!led.taken().isEmpty() || walk.isWhole(operation))
                && trail.call(led).succeeded();
    }
}
