package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.openapi.Api;

/**
 * What another parser says of the document, which is worked out beside the run, since it takes as long as all else that comes before the
 * first request, and is told once it cannot come between other things in another order each time.
 */
final class Diagnosis {
    private final Api api;
    private final RunListener listener;
    private boolean told;

    Diagnosis(Api api, RunListener listener) {
        this.api = api;
        this.listener = listener;
    }

    /** Begins to work it out. */
    void begin() {
        Thread thread = new Thread(api.diagnostics()::size, "contract-diagnostics");
        thread.setDaemon(true);
        thread.start();
    }

    /** Tells it, once. */
    void tell() {
        if (!told) {
            told = true;
            api.diagnostics().forEach(warning -> listener.on(new RunEvent.Warned(warning)));
        }
    }
}
