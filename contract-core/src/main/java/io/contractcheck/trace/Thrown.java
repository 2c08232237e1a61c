package io.contractcheck.trace;

import java.util.List;

/**
 * An exception as a trace shows it.
 *
 * @param type its class; empty if the trace was cut before it
 * @param message in one line; possibly empty
 * @param frames where it was thrown, the innermost first, as many as are shown
 */
public record Thrown(String type, String message, List<Frame> frames) {
    public Thrown {
        frames = List.copyOf(frames);
    }
}
