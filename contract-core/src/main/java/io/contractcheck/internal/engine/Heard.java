package io.contractcheck.internal.engine;

import io.contractcheck.trace.RootCause;

/**
 * A stack trace that the service logged while it was called.
 *
 * @param cause masked
 * @param from the position of the log at which the call began
 * @param line of the trace from there, from 1
 * @param late whether it came a while after the answer, so that it may well be of something else
 */
record Heard(RootCause cause, long from, int line, boolean late) {}
