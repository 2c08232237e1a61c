package io.contractcheck.internal.phase;

import io.contractcheck.auth.Admission;
import io.contractcheck.auth.Callers;
import io.contractcheck.auth.Granted;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Operations that require credentials, called as nobody, with forged credentials, and as users who may not. The values are valid, and so
 * are the cases, whichever mode is set: what is wrong is who asks.
 */
final class SecurityPhase implements Phase {
    private static final List<String> WITHOUT_CONTENT = List.of("HEAD", "OPTIONS");
    /** Where the scenarios of users begin, two for each, whatever else is made. */
    private static final int USERS = 2;

    @Override
    public String name() {
        return "security";
    }

    /** Its cases depend on whether those before were let in. */
    @Override
    public boolean needsAnswers() {
        return true;
    }

    @Override
    public boolean minimal() {
        return true;
    }

    @Override
    public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
        Forgeries forgeries = new Forgeries(api);
        return new Plan() {
            @Override
            public Stream<Scenario> of(Operation operation) {
                return mayHave(operation) ? scenarios(operation, api, settings, forgeries).stream() : Stream.empty();
            }

            @Override
            public boolean mayHave(Operation operation) {
                return operation.requiresCredentials()
                        && !WITHOUT_CONTENT.contains(operation.method())
                        && !settings.callers().logsIn(operation)
                        && !api.provenByConnection(operation);
            }
        };
    }

    private List<Scenario> scenarios(Operation operation, Api api, PhaseSettings settings, Forgeries forgeries) {
        PhaseSettings.Probes probes = settings.probes();
        List<Granted> users = settings.callers().users();
        ValidCases cases = new ValidCases(operation);
        List<Scenario> scenarios = new ArrayList<>();
        if (probes.forgery()) {
            scenarios.add(scenario(
                    operation,
                    0,
                    session ->
                            forgeries.tryAll(session, operation, i -> cases.examplesFirst(session, i), cases.count())));
        }
        Optional<Members> members = Members.of(operation, api);
        if (members.isPresent()) {
            Strangers strangers = new Strangers(
                    members.get(),
                    cases,
                    forgeries,
                    owner(settings.callers()),
                    settings.known().links());
            if (probes.forgery()) {
                scenarios.add(scenario(operation, 1, strangers::nobody));
            }
            for (int i = 1; i < users.size() && probes.strangers(); i++) {
                String user = users.get(i).user();
                scenarios.add(scenario(operation, USERS + 2 * i, session -> strangers.other(session, user)));
            }
        }
        for (int i = 0; i < users.size() && probes.scopes(); i++) {
            Granted user = users.get(i);
            boolean first = i == 0;
            if (!user.lacking(operation).isEmpty()) {
                scenarios.add(scenario(
                        operation, USERS + 2 * i + 1, session -> withoutScopes(session, cases, user.user(), first)));
            }
        }
        return scenarios;
    }

    private static String owner(Callers callers) {
        return callers.users().isEmpty()
                ? "the run's user"
                : "user " + callers.users().get(0).user();
    }

    /** A refusal of nobody comes first: where nobody is refused, scopes cannot matter. */
    private static void withoutScopes(Session session, ValidCases cases, String user, boolean first) {
        Admission nobody = Admission.UNCLEAR;
        Admission came = Admission.UNCLEAR;
        for (int i = 0; i < cases.count() && came == Admission.UNCLEAR; i++) {
            TestCase testCase = cases.examplesFirst(session, i);
            if (nobody != Admission.REFUSED) {
                nobody = Sender.call(session, Sender.as(new Identity.Anonymous(), testCase));
            }
            if (nobody == Admission.LET_IN) {
                return;
            }
            if (nobody == Admission.REFUSED) {
                came = Sender.call(session, first ? testCase : Sender.as(new Identity.User(user), testCase));
            }
        }
    }

    private Scenario scenario(Operation operation, int index, Scenario.Body body) {
        return new Scenario(new ScenarioId(name(), operation.label(), index), operation, body);
    }
}
