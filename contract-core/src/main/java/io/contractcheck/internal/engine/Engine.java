package io.contractcheck.internal.engine;

import io.contractcheck.auth.Users;
import io.contractcheck.check.Check;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.openapi.Api;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs the scenarios of each phase, one after the other, and tells everything. */
public final class Engine {
    private final EngineSettings settings;
    private final HookList hooks;
    private final Users users;
    private final Scenarios scenarios;
    private final Caller caller;
    private final Confirmer confirmer;
    private final Set<FailureId> known = new LinkedHashSet<>();
    private boolean pristine = true;

    public Engine(
            EngineSettings settings,
            Transport transport,
            Users users,
            Secrets secrets,
            HookList hooks,
            List<Check> checks,
            RunListener listener) {
        this.settings = settings;
        this.hooks = hooks;
        this.users = users;
        this.scenarios = new Scenarios(settings.phases(), secrets, listener);
        this.caller = new Caller(settings, transport, users, secrets, hooks, checks, listener);
        this.confirmer = new Confirmer(listener);
    }

    /**
     * Runs the phases.
     *
     * @throws RunBrokenException if the run cannot go on
     */
    public void run(Api api, List<Phase> phases) {
        hooks.life().remember();
        new Probe(settings.seed(), caller, users).run(api);
        for (int i = 0; i < phases.size(); i++) {
            scenarios.each(api, phases.subList(i, i + 1), this::explore);
            if (i < phases.size() - 1) {
                settings.futile().get().ifPresent(why -> {
                    throw new RunBrokenException(why + "\nThe other phases were not run.", null);
                });
            }
        }
    }

    private void explore(Scenario scenario) {
        LiveSession session = play(scenario, Purpose.CASE, 0);
        Set<FailureId> fresh = new LinkedHashSet<>(session.failures());
        fresh.removeAll(known);
        if (!fresh.isEmpty()) {
            known.addAll(fresh);
            confirmer.confirm(fresh, attempt -> play(scenario, Purpose.CONFIRMATION, attempt));
        }
    }

    private LiveSession play(Scenario scenario, Purpose purpose, int attempt) {
        try {
            if (!pristine) {
                hooks.life().restore();
            }
            pristine = false;
            return live(scenario, purpose, attempt);
        } catch (RunBrokenException e) {
            throw e.at(scenario.id().toString());
        }
    }

    private LiveSession live(Scenario scenario, Purpose purpose, int attempt) {
        LiveSession session = new LiveSession(
                caller, scenario.id(), purpose, Seeds.scenario(settings.seed(), scenario.id(), attempt));
        hooks.life().before(scenario.id(), scenario.operation());
        try {
            scenario.body().run(session);
        } catch (NoAnswerException e) {
            // told by the caller already; what was seen before stands
        } finally {
            hooks.life().after(scenario.id(), scenario.operation());
        }
        return session;
    }
}
