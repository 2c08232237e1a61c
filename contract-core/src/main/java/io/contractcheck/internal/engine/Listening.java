package io.contractcheck.internal.engine;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.hook.ListenerHook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The hooks that listen: told one event at a time, in order, also what they cause themselves. One that failed is told nothing more, so
 * that the run can still end.
 */
final class Listening implements RunListener {
    private final Kind<ListenerHook> hooks;
    private final List<Plugged> deaf = new ArrayList<>();
    private final Deque<RunEvent> waiting = new ArrayDeque<>();
    private boolean telling;

    Listening(List<Plugged> hooks) {
        this.hooks = new Kind<>(ListenerHook.class, hooks);
    }

    @Override
    public synchronized void on(RunEvent event) {
        waiting.add(event);
        if (telling) {
            return; // a hook told of something while it was told, and goes on hearing once it is done
        }
        telling = true;
        try {
            while (!waiting.isEmpty()) {
                tell(waiting.remove());
            }
        } finally {
            telling = false;
        }
    }

    private void tell(RunEvent event) {
        for (Plugged plugged : hooks.all()) {
            if (!deaf.contains(plugged)) {
                try {
                    plugged.act(() -> hooks.hook(plugged).on(event, plugged.context()));
                } catch (RunBrokenException e) {
                    deaf.add(plugged);
                    throw e.at("the event " + event.getClass().getSimpleName());
                }
            }
        }
    }
}
