package io.contractcheck.internal.engine;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.hook.RestoreHook;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import io.contractcheck.hook.RunHook;
import io.contractcheck.hook.ScenarioHook;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.List;

/** The hooks around a run and around its scenarios. */
final class Life {
    private final Kind<RunHook> runHooks;
    private final Kind<RestoreHook> restoreHooks;
    private final Kind<ScenarioHook> scenarioHooks;
    private final List<Plugged> remembering;
    private final List<Restorable> restorePoints = new ArrayList<>();

    private record Restorable(Plugged hook, RestorePoint point) {}

    Life(List<Plugged> hooks) {
        this.runHooks = new Kind<>(RunHook.class, hooks);
        this.restoreHooks = new Kind<>(RestoreHook.class, hooks);
        this.scenarioHooks = new Kind<>(ScenarioHook.class, hooks);
        this.remembering = restoreHooks.all().stream()
                .filter(plugged ->
                        plugged.guard(() -> restoreHooks.hook(plugged).remembers(plugged.context())))
                .toList();
    }

    void around(RunHook.Run run, Runnable test) {
        around(run, test, 0);
    }

    /** Each hook around those after it. */
    private void around(RunHook.Run run, Runnable test, int index) {
        if (index == runHooks.all().size()) {
            test.run();
            return;
        }
        Plugged plugged = runHooks.all().get(index);
        at("the beginning of the run", plugged, () -> runHooks.hook(plugged).before(run, plugged.context()));
        plugged.acted();
        try {
            around(run, test, index + 1);
        } catch (RuntimeException | Error e) {
            try {
                end(run, plugged);
            } catch (RunBrokenException other) {
                e.addSuppressed(other);
            }
            throw e;
        }
        end(run, plugged);
    }

    private void end(RunHook.Run run, Plugged plugged) {
        at("the end of the run", plugged, () -> runHooks.hook(plugged).after(run, plugged.context()));
    }

    private static void at(String place, Plugged plugged, Runnable action) {
        try {
            plugged.ask(() -> {
                action.run();
                return place;
            });
        } catch (RunBrokenException e) {
            throw e.at(place);
        }
    }

    void remember() {
        for (Plugged plugged : remembering) {
            restorePoints.add(new Restorable(
                    plugged, plugged.ask(() -> restoreHooks.hook(plugged).remember(plugged.context()))));
        }
    }

    /** Whether state can be brought back. */
    boolean restores() {
        return !remembering.isEmpty();
    }

    void restore() {
        for (Restorable restorable : restorePoints) {
            restorable.hook.act(restorable.point::restore);
        }
    }

    /** All of them, whatever becomes of one. */
    void forget() {
        RunBrokenException first = null;
        for (Restorable restorable : restorePoints) {
            try {
                restorable.hook.guard(() -> {
                    restorable.point.forget();
                    return restorable;
                });
            } catch (RunBrokenException e) {
                first = first == null ? e : first;
            }
        }
        restorePoints.clear();
        if (first != null) {
            throw first;
        }
    }

    void before(ScenarioId scenario, Operation operation) {
        scenarioHooks.each(operation, (hook, context) -> hook.before(scenario, context));
    }

    void after(ScenarioId scenario, Operation operation) {
        for (Plugged plugged : scenarioHooks.all()) {
            if (plugged.covers(operation)) {
                plugged.guard(() -> {
                    scenarioHooks.hook(plugged).after(scenario, plugged.context());
                    return scenario;
                });
            }
        }
    }
}
