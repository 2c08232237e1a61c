package io.contractcheck.event;

import io.contractcheck.trace.RootCause;

/**
 * Why the service failed, as its log told when nothing else was being sent.
 *
 * @param cause masked
 * @param file of the log
 * @param line of the file at which the stack trace began in this run, from 1
 */
public record LoggedCause(RootCause cause, String file, long line) {}
