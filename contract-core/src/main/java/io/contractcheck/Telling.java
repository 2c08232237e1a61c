package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.PaceListener;
import io.contractcheck.http.Secrets;
import java.time.Duration;

/** What befalls requests on their way, as events. */
record Telling(RunListener listener, Secrets secrets) implements PaceListener {
    @Override
    public void throttled(Duration pause, boolean stands) {
        listener.on(new RunEvent.Throttled(pause, stands));
    }

    @Override
    public void warned(String message) {
        listener.on(new RunEvent.Warned(secrets.mask(message)));
    }
}
