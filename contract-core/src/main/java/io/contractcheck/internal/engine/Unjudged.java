package io.contractcheck.internal.engine;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.openapi.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What checks could not judge: told once for each operation and check, however often it comes. Thread-safe. */
final class Unjudged {
    private final RunListener listener;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Unjudged(RunListener listener) {
        this.listener = listener;
    }

    void tell(Operation operation, String check, String why) {
        if (told.add(check + " " + operation.label())) {
            listener.on(new RunEvent.Warned(operation.label() + ": " + check + " did not judge " + why));
        }
    }
}
