package io.contractcheck.internal.engine;

import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;
import io.contractcheck.check.Verdict;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.CheckResult;
import io.contractcheck.event.CheckResult.Outcome;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets every check look at an exchange, and hooks at what they find. */
final class Judging {
    private static final int TOO_MANY_REQUESTS = 429;

    private final List<Check> checks;
    private final HookList hooks;
    private final Secrets secrets;
    private final RunListener listener;
    private final Unjudged unjudged;

    Judging(List<Check> checks, HookList hooks, Secrets secrets, RunListener listener) {
        this.checks = checks;
        this.hooks = hooks;
        this.secrets = secrets;
        this.listener = listener;
        this.unjudged = new Unjudged(listener);
    }

    /** What each check says that has something to say, in their order; secrets are masked, and what hooks leave out is told. */
    List<CheckResult> judge(CaseId id, Purpose purpose, CheckContext context) {
        if (context.response().status() == TOO_MANY_REQUESTS) {
            return List.of(); // whatever promise it breaks, it says how fast we are
        }
        List<CheckResult> results = new ArrayList<>(checks.size());
        for (Check check : checks) {
            if (context.settings().looksAt(context.operation(), check)) {
                CheckResult result = judge(id, purpose, check, context);
                if (result != null) {
                    results.add(result);
                }
            }
        }
        return results;
    }

    private @Nullable CheckResult judge(CaseId id, Purpose purpose, Check check, CheckContext context) {
        Verdict verdict;
        try {
            verdict = check.check(context);
        } catch (RunBrokenException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            listener.on(new RunEvent.ErrorOccurred(
                    Optional.of(context.operation().label()),
                    secrets.mask("check " + check.name() + failed(check, e))));
            return null;
        }
        if (verdict instanceof Verdict.Failed failed) {
            List<Failure> reported = new ArrayList<>();
            for (Failure failure : failed.failures()) {
                Failure masked = Masking.of(failure, secrets);
                Optional<String> refusal = hooks.leavesOut(failure, context);
                refusal.ifPresentOrElse(
                        hook -> listener.on(
                                new RunEvent.FailureLeftOut(id, purpose, masked.id(), masked.title(), hook)),
                        () -> reported.add(masked));
            }
            return new CheckResult(check.name(), reported.isEmpty() ? Outcome.LEFT_OUT : Outcome.FAILED, reported);
        }
        if (verdict instanceof Verdict.Skipped skipped) {
            skipped.reason().ifPresent(why -> unjudged.tell(context.operation(), check.name(), secrets.mask(why)));
            return null;
        }
        return new CheckResult(check.name(), Outcome.PASSED, List.of());
    }

    private static String failed(Check check, Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return " ran out of memory on an answer, which was not judged. Give Maven more, as by MAVEN_OPTS=-Xmx1g.";
        }
        return " failed by itself, which is a defect of the check: "
                + (check instanceof CountedCheck custom ? custom.defect(e) : e);
    }
}
