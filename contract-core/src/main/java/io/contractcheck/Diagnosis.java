package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.openapi.Api;

/**
 * What another parser says of the document. It takes as long as all else that comes before the first request, and so is worked out beside the
 * run, once the first answer is there; and told where it is always told after the same things.
 */
final class Diagnosis implements RunListener {
    private final Api api;
    private final RunListener listener;
    private boolean begun;
    private boolean told;

    Diagnosis(Api api, RunListener listener) {
        this.api = api;
        this.listener = listener;
    }

    @Override
    public void on(RunEvent event) {
        if (!begun && event instanceof RunEvent.CallAnswered) {
            begun = true;
            begin();
        }
    }

    private void begin() {
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
