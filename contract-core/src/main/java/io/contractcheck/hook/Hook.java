package io.contractcheck.hook;

/**
 * What users plug into a run. Implement one or more of the sub-interfaces, give the class a public constructor without arguments,
 * and name it in {@code META-INF/services/io.contractcheck.hook.Hook}. Settings come through {@link HookContext}. Called from
 * several threads, unless a sub-interface says otherwise. A {@link HookException} stops the run with its message; anything else
 * thrown is reported as the hook's defect and stops the run too, since a run without its hooks would say something untrue.
 *
 * <p>In the order in which a run comes to them:
 *
 * <ul>
 *   <li>{@link ResourceHook} starts what the service itself needs, before it is started
 *   <li>{@link ListenerHook} is told everything that happens
 *   <li>{@link DocumentHook} changes the document; {@link FormatHook} and {@link MediaTypeHook} add to what can be read and made of it
 *   <li>{@link CheckHook} adds checks
 *   <li>{@link OperationHook} says which operations are tested
 *   <li>{@link LinkHook} says which of them brings what another one needs
 *   <li>{@link RunHook}, {@link RestoreHook} and {@link ScenarioHook} are called around the run, and around each scenario
 *   <li>{@link CaseHook} changes a case, {@link CaseFilterHook} says whether it is sent
 *   <li>{@link RequestHook} changes the request, {@link ExchangeHook} what the checks see of the answer
 *   <li>{@link FailureHook} says which failures are reported
 *   <li>{@link RunCheckHook} looks at the run as a whole
 * </ul>
 *
 * <p>Each is asked only for the operations of its scope, where the user set one, as far as it is asked of an operation at all.
 */
public sealed interface Hook
        permits DocumentHook,
                FormatHook,
                MediaTypeHook,
                OperationHook,
                LinkHook,
                CaseHook,
                CaseFilterHook,
                RequestHook,
                ExchangeHook,
                CheckHook,
                FailureHook,
                RunCheckHook,
                RunHook,
                ScenarioHook,
                RestoreHook,
                ResourceHook,
                ListenerHook {}
