package io.contractcheck.hook;

import io.contractcheck.check.Check;
import java.util.List;

/**
 * Adds checks that look at each answer. Users choose them by name with {@code checks} and {@code excludeChecks}, as they do the others.
 *
 * <pre>{@code
 * public final class RequestIds implements CheckHook, Check {
 *     public List<Check> checks(HookContext context) {
 *         return List.of(this);
 *     }
 *
 *     public String name() {
 *         return "request_id";
 *     }
 *
 *     public Verdict check(CheckContext context) {
 *         if (context.response().header("X-Request-Id").isPresent()) {
 *             return Verdict.passed();
 *         }
 *         return Verdict.of(List.of(context.failure(
 *                 this,
 *                 "missing",
 *                 "No request id",
 *                 "The answer has no header X-Request-Id.",
 *                 "Let the gateway add it.",
 *                 Severity.LOW)));
 *     }
 * }
 * }</pre>
 */
public non-sealed interface CheckHook extends Hook {
    /**
     * The checks to add. Asked once, before the document is read; the checks are used from several threads.
     *
     * @return checks whose names are in snake case, and no other check's
     */
    List<Check> checks(HookContext context);
}
