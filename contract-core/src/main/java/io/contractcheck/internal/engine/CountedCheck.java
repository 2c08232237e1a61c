package io.contractcheck.internal.engine;

import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Subject;
import io.contractcheck.check.Verdict;
import io.contractcheck.hook.HookException;
import io.contractcheck.openapi.Operation;

/** A hook's check: asked only within the hook's scope, and counted as the hook's. */
record CountedCheck(Check check, String name, Plugged hook) implements Check {
    @Override
    public boolean concerns(Operation operation) {
        try {
            return hook.covers(operation) && check.concerns(operation);
        } catch (LinkageError | AssertionError e) {
            throw hook.broken(e);
        }
    }

    @Override
    public Subject subject() {
        return hook.guard(check::subject);
    }

    @Override
    public Verdict check(CheckContext context) {
        if (!hook.covers(context.operation())) {
            return Verdict.skipped();
        }
        hook.asked();
        Verdict verdict;
        try {
            verdict = hook.given(check.check(context));
        } catch (HookException | LinkageError | AssertionError e) {
            throw hook.broken(e);
        }
        if (!(verdict instanceof Verdict.Skipped)) {
            hook.acted();
        }
        return verdict;
    }

    /** What was thrown, where in the hook, and from which jar. */
    String defect(Throwable e) {
        return hook.defect(e);
    }
}
