package io.contractcheck.service;

import java.net.URI;
import java.util.regex.Pattern;

/** By what one knows that the service can be called. */
public sealed interface Readiness {
    /** In words, as {@code port 8080 to be open}. */
    String describe();

    /**
     * Somebody listens on a port of this machine.
     *
     * @param port on 127.0.0.1 or ::1
     */
    record Listens(int port) implements Readiness {
        @Override
        public String describe() {
            return "port " + port + " to be open";
        }
    }

    /**
     * A URL is answered with a status below 400, or with 400, 401, 403 or 405, which only a service gives that is there. A 404 may come from
     * one that is still being set up, or speak of a wrong path. Redirects are not followed, and certificates not looked at.
     *
     * @param url http or https
     */
    record Answers(URI url) implements Readiness {
        @Override
        public String describe() {
            return url + " to answer";
        }
    }

    /**
     * The service writes a line.
     *
     * @param pattern that is found in it
     */
    record Logs(Pattern pattern) implements Readiness {
        @Override
        public String describe() {
            return "a line of its log with " + pattern;
        }
    }
}
