package io.contractcheck.http;

import java.time.Duration;

/** Is told what befalls requests on their way. Called from several threads. */
public interface PaceListener {
    /** Tells nobody. */
    PaceListener SILENT = new PaceListener() {
        @Override
        public void throttled(Duration pause, boolean stands) {}

        @Override
        public void warned(String message) {}
    };

    /**
     * The service answered 429.
     *
     * @param pause by how much this makes the common pause of all requests longer
     * @param stands whether the request is not sent again, so that 429 is its answer
     */
    void throttled(Duration pause, boolean stands);

    /** Something that users should know; once in a run each. */
    void warned(String message);
}
