package io.contractcheck.hook;

import io.contractcheck.testcase.TestCase;

/**
 * Changes a case before it is written as HTTP, such as giving a parameter a value that exists.
 *
 * <pre>{@code
 * public final class KnownTenant implements CaseHook {
 *     public TestCase testCase(TestCase testCase, HookContext context) {
 *         return new TestCase(
 *                 testCase.operation(),
 *                 testCase.parameters().stream()
 *                         .map(p -> p.parameter().name().equals("tenant")
 *                                 ? new ParameterValue(p.parameter(), TextNode.valueOf("acme"))
 *                                 : p)
 *                         .toList(),
 *                 testCase.body(),
 *                 testCase.intent());
 *     }
 * }
 * }</pre>
 */
public non-sealed interface CaseHook extends Hook {
    /** The case to send. */
    TestCase testCase(TestCase testCase, HookContext context);
}
