package io.contractcheck.check;

import io.contractcheck.trace.OwnCode;
import io.contractcheck.trace.RootCause;
import io.contractcheck.trace.TraceReader;
import java.util.Optional;

/** The line of a service's own code at which it failed, where an answer shows a stack. */
final class Frame {
    private static final int READ = 64 << 10;

    private Frame() {}

    /** As {@code Tags.first:31}; the same words as for the same stack in the service's log. */
    static Optional<String> of(String answer) {
        return TraceReader.read(answer.substring(0, Math.min(answer.length(), READ))).stream()
                .map(trace -> RootCause.of(trace, OwnCode.NOT_FOREIGN))
                .filter(RootCause::own)
                .map(cause -> cause.places().get(0))
                .findFirst();
    }
}
