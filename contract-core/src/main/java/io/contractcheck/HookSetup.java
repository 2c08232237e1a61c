package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.CaseFilterHook;
import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.CheckHook;
import io.contractcheck.hook.ExchangeHook;
import io.contractcheck.hook.FailureHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.OperationHook;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.ScenarioHook;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.engine.HookList;
import io.contractcheck.internal.engine.Plugged;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hooks of a run, set up as the user wants: what they may ask, where they apply, whether they are all there. */
final class HookSetup {
    private static final List<Class<? extends Hook>> ASKED_OF_OPERATIONS = List.of(
            OperationHook.class,
            CaseHook.class,
            CaseFilterHook.class,
            RequestHook.class,
            ExchangeHook.class,
            CheckHook.class,
            FailureHook.class,
            ScenarioHook.class);

    private final List<Hook> hooks;
    private final List<HookOrigin> origins;
    private final HookSettings settings;
    private final RunListener listener;
    private final HookContexts contexts;
    private final HookList list;

    private HookSetup(List<Hook> all, HookSettings settings, Secrets secrets, RunListener listener) {
        this.hooks = all.stream().filter(h -> settings.missing(h).isEmpty()).toList();
        this.origins = HookOrigin.of(hooks);
        this.settings = settings;
        this.listener = listener;
        this.contexts = new HookContexts(settings, secrets, listener);
        // so that what was misspelt can be told
        all.forEach(
                hook -> settings.missing(hook).forEach(name -> contexts.of(hook).setting(name)));
        this.list = new HookList(IntStream.range(0, hooks.size())
                .mapToObj(i -> new Plugged(
                        hooks.get(i),
                        origins.get(i),
                        contexts.of(hooks.get(i)),
                        settings.scope(hooks.get(i))
                                .<Predicate<Operation>>map(scope -> scope::covers)
                                .orElse(operation -> true),
                        Version.text()))
                .toList());
    }

    /**
     * Sets hooks up.
     *
     * @throws ContractException if one that is required, or that has a scope, is missing or takes no part
     */
    static HookSetup of(List<Hook> hooks, HookSettings settings, Secrets secrets, RunListener listener) {
        settings.required()
                .forEach(name -> present("requiredHooks", name, hooks)
                        .forEach(hook -> takesPart("requiredHooks", hook, settings)));
        Set<String> scoped = new LinkedHashSet<>();
        for (HookSettings.Scope scope : settings.scopes()) {
            for (Hook hook : present("hookScopes", scope.hook(), hooks)) {
                takesPart("hookScopes", hook, settings);
                if (!scoped.add(hook.getClass().getName())) {
                    throw new ContractException(
                            "hookScopes: '" + scope.hook() + "' has two scopes. Write its filters into one.");
                }
                if (ASKED_OF_OPERATIONS.stream().noneMatch(kind -> kind.isInstance(hook))) {
                    throw new ContractException(
                            "hookScopes: '" + scope.hook()
                                    + "' is not asked of single operations, so a scope has no effect on it. Take the scope away.");
                }
            }
        }
        return new HookSetup(hooks, settings, secrets, listener);
    }

    /** The hooks of that name. */
    private static List<Hook> present(String parameter, String name, List<Hook> hooks) {
        List<Hook> meant =
                hooks.stream().filter(h -> HookSettings.named(name, h)).toList();
        if (meant.isEmpty()) {
            List<String> names = hooks.stream()
                    .flatMap(h ->
                            Stream.of(h.getClass().getSimpleName(), h.getClass().getName()))
                    .toList();
            String there = HookOrigin.of(hooks).stream()
                    .map(o -> o.hook() + " from " + o.describe())
                    .collect(Collectors.joining(", "));
            throw new ContractException(parameter + ": the hook '" + name + "' is not there."
                    + Names.nearest(name, names)
                            .map(n -> " Did you mean '" + n + "'?")
                            .orElse("")
                    + "\nHooks of this run: " + (there.isEmpty() ? "none" : there)
                    + ". The jar that has it may be missing, or its META-INF/services/" + Hook.class.getName()
                    + " does not name the class.");
        }
        return meant;
    }

    private static void takesPart(String parameter, Hook hook, HookSettings settings) {
        List<String> missing = settings.missing(hook);
        if (!missing.isEmpty()) {
            throw new ContractException(parameter + ": the hook '"
                    + hook.getClass().getSimpleName()
                    + "' is there, but nothing sets it up, so that it would do nothing."
                    + "\nSet " + (missing.size() == 1 ? "" : "one of ")
                    + missing.stream().map(n -> "<" + n + ">").collect(Collectors.joining(", "))
                    + " under <hookProperties> (contract.hookProperties." + missing.get(0) + ").");
        }
    }

    HookList list() {
        return list;
    }

    /** Tells of each hook, in their order. */
    void tell() {
        IntStream.range(0, hooks.size())
                .mapToObj(i -> new RunEvent.HookLoaded(
                        origins.get(i).hook(),
                        origins.get(i).file(),
                        origins.get(i).artifact(),
                        origins.get(i).hash(),
                        settings.scope(hooks.get(i)).map(HookSettings.Scope::describe),
                        settings.requires(hooks.get(i))))
                .forEach(listener::on);
    }

    /**
     * Makes sure that each scope has something in it.
     *
     * @param whole the API with all its operations
     * @throws ContractException if one has not
     */
    void checkScopes(Api whole) {
        for (HookSettings.Scope scope : settings.scopes()) {
            List<OperationFilter> filters = new ArrayList<>(scope.includes());
            filters.addAll(scope.excludes());
            filters.forEach(f -> Choices.filter("hookScopes, " + scope.hook(), f.text(), whole));
            if (whole.operations().stream().noneMatch(scope::covers)) {
                throw new ContractException("hookScopes: the scope of '" + scope.hook() + "' (" + scope.describe()
                        + ") leaves it none of the " + whole.operations().size()
                        + " operations, so the hook would do nothing: widen it, or take the hook away.");
            }
        }
    }

    /** The operations that hooks do not leave out. */
    List<Operation> tested(List<Operation> chosen) {
        List<Operation> tested = new ArrayList<>();
        for (Operation operation : chosen) {
            list.leavesOut(operation)
                    .ifPresentOrElse(
                            hook -> listener.on(new RunEvent.OperationLeftOut(operation.label(), hook)),
                            () -> tested.add(operation));
        }
        if (tested.isEmpty() && !chosen.isEmpty()) {
            throw new ContractException("hooks leave out all " + chosen.size()
                    + " operations that were chosen, so nothing would be tested. Look at those that say which operations"
                    + " are tested.");
        }
        return tested;
    }

    /** Warns of settings that no hook asked for. */
    void tellUnread() {
        contexts.unread().forEach(message -> listener.on(new RunEvent.Warned(message)));
    }
}
