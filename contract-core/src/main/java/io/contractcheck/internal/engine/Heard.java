package io.contractcheck.internal.engine;

import io.contractcheck.trace.RootCause;

/**
 * A stack trace that the service logged while it was called.
 *
 * @param cause masked
 * @param from the position of the log at which the call began
 * @param line of the trace from there, from 1
 */
record Heard(RootCause cause, long from, int line) {}
