package io.contractcheck.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.CaseFilterHook;
import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.ExchangeHook;
import io.contractcheck.hook.FailureHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.hook.LinkHook;
import io.contractcheck.hook.OperationHook;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.RunCheckHook;
import io.contractcheck.hook.RunHook;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Extensions;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;

/** A run's hooks in their order, asked of what is in their scope; every application is counted. */
public final class HookList {
    private final List<Plugged> hooks;
    private final Kind<DocumentHook> documents;
    private final Kind<OperationHook> operations;
    private final Kind<LinkHook> links;
    private final Kind<CaseHook> cases;
    private final Kind<CaseFilterHook> caseFilters;
    private final Kind<RequestHook> requests;
    private final Kind<ExchangeHook> exchanges;
    private final Kind<FailureHook> failures;
    private final Kind<RunCheckHook> runChecks;
    private final Added added;
    private final Life life;
    private final Listening listening;

    public HookList(List<Plugged> hooks) {
        this.hooks = List.copyOf(hooks);
        this.documents = new Kind<>(DocumentHook.class, hooks);
        this.operations = new Kind<>(OperationHook.class, hooks);
        this.links = new Kind<>(LinkHook.class, hooks);
        this.cases = new Kind<>(CaseHook.class, hooks);
        this.caseFilters = new Kind<>(CaseFilterHook.class, hooks);
        this.requests = new Kind<>(RequestHook.class, hooks);
        this.exchanges = new Kind<>(ExchangeHook.class, hooks);
        this.failures = new Kind<>(FailureHook.class, hooks);
        this.runChecks = new Kind<>(RunCheckHook.class, hooks);
        this.added = new Added(hooks);
        this.life = new Life(hooks);
        this.listening = new Listening(hooks);
    }

    /** Hooks for all operations that share a context, wherever they came from. */
    public HookList(List<? extends Hook> hooks, HookContext context) {
        this(hooks.stream()
                .map(h -> new Plugged(h, HookOrigin.unknown(h.getClass().getName()), context, o -> true, "unknown"))
                .toList());
    }

    /** The hooks that listen, as one listener. */
    public RunListener listener() {
        return listening;
    }

    /** The document after all document hooks. */
    public JsonNode document(JsonNode document) {
        return documents.fold(document, (hook, value, context) -> hook.document(value.deepCopy(), context));
    }

    /** What hooks add to reading the document: of formats of one name the last counts, of codecs of one media type the first. */
    public Extensions extensions() {
        return added.extensions();
    }

    /**
     * The checks that hooks add.
     *
     * @param builtIn names that are taken
     * @throws RunBrokenException if a name is taken, or no name for a check
     */
    public List<Check> checks(List<String> builtIn) {
        return added.checks(builtIn);
    }

    /** The hook that says that the operation is not to be tested, if one does. */
    public Optional<String> leavesOut(Operation operation) {
        return operations.refusal(operation, (hook, context) -> hook.tests(operation, context));
    }

    /**
     * The links after all link hooks.
     *
     * @throws RunBrokenException if one gives a link between operations that are not tested
     */
    public List<ResourceLink> links(List<ResourceLink> before, Api api) {
        return links.fold(
                List.copyOf(before),
                (hook, value, context) -> Linked.by(hook, value, hook.links(value, api, context), api));
    }

    TestCase testCase(TestCase testCase) {
        return cases.fold(
                testCase, testCase.operation(), (hook, value, context) -> hook.testCase(value.copy(), context));
    }

    Optional<String> leavesOut(TestCase testCase) {
        return caseFilters.refusal(testCase.operation(), (hook, context) -> hook.sends(testCase, context));
    }

    Request request(Request request, Operation operation) {
        return requests.fold(request, operation, (hook, value, context) -> hook.request(value, operation, context));
    }

    Exchange exchange(Exchange exchange, Operation operation) {
        return exchanges.fold(exchange, operation, (hook, value, context) -> hook.exchange(value, operation, context));
    }

    Optional<String> leavesOut(Failure failure, CheckContext seen) {
        return failures.refusal(seen.operation(), (hook, context) -> hook.reports(failure, seen, context));
    }

    Life life() {
        return life;
    }

    /** Whether a hook restores state between scenarios, so that they cannot be run at once. */
    public boolean restores() {
        return life.restores();
    }

    /**
     * Runs, with the hooks told before and after, the last first; those for which the run began are told of its end whatever comes.
     *
     * @throws RunBrokenException if the run cannot go on, or a hook failed
     */
    public void around(RunHook.Run run, Runnable test) {
        life.around(run, test);
    }

    /**
     * What each hook finds that looks at the run as a whole, secrets masked.
     *
     * @param builtIn names that their checks cannot have
     */
    public List<RunEvent.RunChecked> failures(RunSummary summary, List<String> builtIn, Secrets secrets) {
        return runChecks.all().stream()
                .map(plugged -> {
                    List<Failure> found = plugged.ask(
                            () -> List.copyOf(runChecks.hook(plugged).failures(summary, plugged.context())));
                    plugged.acted();
                    found.stream()
                            .filter(f -> !CheckNames.good(f.id().check()) || builtIn.contains(f.id().check()))
                            .findFirst()
                            .ifPresent(f -> {
                                throw CheckNames.bad(
                                        plugged.name(),
                                        "found '" + f.title() + "' by a check that it calls '" + f.id().check() + "'");
                            });
                    return new RunEvent.RunChecked(
                            plugged.name(),
                            found.stream().map(f -> Masking.of(f, secrets)).toList());
                })
                .toList();
    }

    /** How often each hook was asked and applied. */
    public List<RunEvent.HookUsed> used() {
        return hooks.stream().map(Plugged::used).toList();
    }
}
