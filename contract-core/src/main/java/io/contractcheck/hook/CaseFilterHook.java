package io.contractcheck.hook;

import io.contractcheck.testcase.TestCase;

/**
 * Says which cases are sent. What is left out is counted and told; no other case is drawn in its place. To give a parameter a value that
 * exists is a {@link CaseHook}'s work.
 *
 * <pre>{@code
 * public final class KeepTheAdministrator implements CaseFilterHook {
 *     public boolean sends(TestCase testCase, HookContext context) {
 *         return !testCase.operation().method().equals("DELETE")
 *                 || testCase.parameters().stream().noneMatch(p -> p.value().asText().equals("admin"));
 *     }
 * }
 * }</pre>
 */
public non-sealed interface CaseFilterHook extends Hook {
    /** Whether the case is sent, as case hooks have left it; the first hook that says no decides. */
    boolean sends(TestCase testCase, HookContext context);
}
