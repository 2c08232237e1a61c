package io.contractcheck.hook;

import io.contractcheck.testcase.TestCase;

/**
 * Changes a case before it is written as HTTP, such as giving a parameter a value that exists. What comes out is judged anew: a valid case
 * that the hook made invalid by the document is not sent, and the run says so.
 *
 * <pre>{@code
 * public final class KnownTenant implements CaseHook {
 *     public TestCase testCase(TestCase testCase, HookContext context) {
 *         return testCase.withParameter("tenant", TextNode.valueOf("acme"));
 *     }
 * }
 * }</pre>
 */
public non-sealed interface CaseHook extends Hook {
    /** The case to send; the values of the one given are the hook's own, and may be changed. */
    TestCase testCase(TestCase testCase, HookContext context);
}
