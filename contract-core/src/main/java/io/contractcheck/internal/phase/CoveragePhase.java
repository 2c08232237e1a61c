package io.contractcheck.internal.phase;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.coverage.Coverage;
import io.contractcheck.testcase.coverage.CoverageSettings;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Cases on the bounds of what the document allows, and just beyond. Nothing is random. */
final class CoveragePhase implements Phase {
    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public boolean minimal() {
        return true;
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
        PhaseSettings.Probes probes = settings.probes();
        Coverage coverage = new Coverage(
                api,
                new CoverageSettings(
                        settings.mode(),
                        probes.unexpectedMethods(),
                        probes.options(),
                        probes.head(),
                        probes.duplicateQueryParameters(),
                        probes.malformed()));
        Chain chain = Chain.of(settings);
        return operation -> {
            AtomicInteger index = new AtomicInteger();
            AtomicInteger valid = new AtomicInteger();
            return Told.of(
                            () -> coverage.cases(operation, warnings)
                                    .map(testCase -> body(
                                            testCase,
                                            chain,
                                            testCase.intent() instanceof Intent.Positive
                                                    ? valid.getAndIncrement()
                                                    : valid.get())),
                            CoveragePhase::failing)
                    .map(body -> new Scenario(
                            new ScenarioId(name(), operation.label(), index.getAndIncrement()), operation, body));
        };
    }

    /** A HEAD follows its GET, so that their answers can be compared. */
    private static Scenario.Body body(TestCase testCase, Chain chain, int index) {
        boolean head = testCase.deviation(Deviation.Method.class)
                .filter(m -> m.name().equals("HEAD"))
                .isPresent();
        if (!head) {
            return session -> chain.call(session, testCase, index);
        }
        TestCase get = new TestCase(
                testCase.operation(),
                testCase.parameters(),
                testCase.body(),
                new Intent.Positive("the GET that its HEAD is compared with"));
        return session -> chain.call(session, get, testCase);
    }

    /** What stopped the walk is told when the scenario is run, as the engine does not expect it before. */
    private static Scenario.Body failing(RuntimeException failure) {
        return session -> {
            throw failure;
        };
    }
}
