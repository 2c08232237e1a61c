package io.contractcheck.trace;

import java.util.List;

/**
 * A stack trace.
 *
 * @param chain the exception, its cause, the cause of that and so on; never empty
 * @param line of the text at which it begins, from 1
 */
public record Trace(List<Thrown> chain, int line) {
    public Trace {
        chain = List.copyOf(chain);
    }

    /** The exception that was not caused by another. */
    public Thrown innermost() {
        return chain.get(chain.size() - 1);
    }
}
