package io.contractcheck.event;

import io.contractcheck.trace.RootCause;
import java.util.ArrayList;
import java.util.List;

/**
 * Why the service failed, as its log told when nothing else was being sent.
 *
 * @param cause masked
 * @param file of the log
 * @param line of the file at which the stack trace began in this run, from 1
 */
public record LoggedCause(RootCause cause, String file, long line) {
    /** In lines for people, that which matters most first. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("Root cause: " + cause.describe());
        if (cause.places().isEmpty()) {
            lines.add("  without a stack trace: Java leaves it out once it was thrown often, unless it is run with"
                    + " -XX:-OmitStackTraceInFastThrow");
        } else {
            lines.add("  at " + String.join(", called from ", cause.places())
                    + (cause.own() ? "" : ", which is no code of the service's own"));
        }
        lines.add("  (" + file + ", line " + line
                + cause.wrapper().map(w -> ", as the cause of " + w).orElse("") + ")");
        return lines;
    }

    /**
     * That others have it too.
     *
     * @param operations how many there are
     */
    public String shared(long operations) {
        return "The same root cause"
                + (cause.places().isEmpty() ? "" : " at " + cause.places().get(0)) + " in " + operations
                + " operations";
    }
}
