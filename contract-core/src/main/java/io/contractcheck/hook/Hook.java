package io.contractcheck.hook;

/**
 * What users plug into a run. Implement one or more of the sub-interfaces, give the class a public constructor without arguments,
 * and name it in {@code META-INF/services/io.contractcheck.hook.Hook}. Settings come through {@link HookContext}. Called from
 * several threads. A {@link HookException} stops the run with its message; anything else thrown is reported as the hook's defect
 * and stops the run too, since a run without its hooks would say something untrue.
 */
public sealed interface Hook
        permits DocumentHook,
                FormatHook,
                MediaTypeHook,
                CaseHook,
                RequestHook,
                ExchangeHook,
                ScenarioHook,
                RestoreHook {}
