package io.contractcheck.internal.phase;

/**
 * How much phases do.
 *
 * @param maxExamples how many random cases an operation gets at most
 */
public record PhaseSettings(int maxExamples) {}
