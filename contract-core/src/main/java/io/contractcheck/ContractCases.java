package io.contractcheck;

import io.contractcheck.auth.DocumentAccess;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.hook.Hook;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.engine.Cases;
import io.contractcheck.internal.engine.EngineSettings;
import io.contractcheck.internal.engine.RunBrokenException;
import io.contractcheck.internal.report.CaseFile;
import io.contractcheck.testcase.TestCase;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cases of a run, without the run: what {@link ContractRun} with the same configuration and seed would send, before request hooks and
 * credentials. No service is needed, nothing is sent.
 *
 * <pre>{@code
 * ContractCases.generate(ContractConfig.of("openapi.yaml"), List.of(), List.of(), made ->
 *         System.out.println(made.request() + ": " + made.testCase().intent().description()));
 * }</pre>
 */
public final class ContractCases {
    /** The file's name in the reports directory. */
    public static final String FILE = "cases.ndjson";

    private ContractCases() {}

    /**
     * One case.
     *
     * @param id its phase and operation, and where in them it stands
     * @param testCase with its intent proven true
     * @param request as it would be sent; secrets that hooks put in are masked
     */
    public record Case(CaseId id, TestCase testCase, Request request) {}

    /**
     * What came of it.
     *
     * @param seed that makes the same cases again
     * @param positives how many cases the document allows
     * @param negatives how many cases it does not allow
     * @param without operations without a single case, each with the reason
     */
    public record Made(long seed, long positives, long negatives, List<NotTested> without) {}

    /**
     * Makes the cases, one after the other; none is kept.
     *
     * @param hooks of which those for the document, operations and cases apply
     * @param listeners are told what cannot be made, and why
     * @param cases is handed each case
     * @throws ContractException if the configuration or the document is wrong, or a hook or the consumer failed
     */
    public static Made generate(
            ContractConfig config, List<Hook> hooks, List<RunListener> listeners, Consumer<Case> cases) {
        Secrets secrets = new Secrets();
        CaseTally tally = new CaseTally();
        RunListener all = event -> {
            tally.on(event);
            listeners.forEach(l -> l.on(event));
        };
        try {
            return Guard.of(secrets, () -> make(config, hooks, secrets, tally, all, cases));
        } catch (RunBrokenException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Makes the cases and writes each as a line of {@value #FILE} into the reports directory. The file is there once it is whole.
     *
     * @throws ContractException as {@link #generate}, or if the file cannot be written
     */
    public static Made write(ContractConfig config, List<Hook> hooks, List<RunListener> listeners) {
        try (CaseFile file = CaseFile.create(config.reports().directory().resolve(FILE))) {
            Made made = generate(
                    config, hooks, listeners, c -> file.add(c.id().scenario().phase(), c.testCase(), c.request()));
            file.finish();
            return made;
        } catch (UncheckedIOException e) {
            throw new ContractException("reportsDirectory: " + e.getMessage(), e);
        }
    }

    private static Made make(
            ContractConfig config,
            List<Hook> hooks,
            Secrets secrets,
            CaseTally tally,
            RunListener listener,
            Consumer<Case> cases) {
        Scope scope = Scope.of(
                config,
                HookSetup.of(hooks, config.hooks(), secrets, listener),
                secrets,
                new DocumentAccess(config.auth(), secrets, Clock.systemUTC()));
        String baseUrl = BaseUrl.nominal(config.target().baseUrl(), scope.api());
        scope.tell(config.target().spec(), baseUrl, List.of(), secrets, listener);
        new Diagnosis(scope.api(), listener).tell();
        new Cases(
                        new EngineSettings(
                                baseUrl,
                                scope.seed(),
                                scope.settings(),
                                scope.tailoring().checkSettings()),
                        secrets,
                        scope.hooks(),
                        listener,
                        (id, testCase, request) -> {
                            tally.count(id.operation(), testCase.intent());
                            cases.accept(new Case(id, testCase, request));
                        })
                .make(
                        scope.api(),
                        // what was not asked for by name is not missed
                        scope.phases().stream()
                                .filter(p -> !p.needsAnswers()
                                        || config.selection().phases().contains(p.name()))
                                .toList());
        scope.hooks().used().stream()
                .filter(used -> used.calls() > 0)
                .<RunEvent>map(used -> used)
                .forEach(listener::on);
        return tally.made(scope.seed());
    }
}
