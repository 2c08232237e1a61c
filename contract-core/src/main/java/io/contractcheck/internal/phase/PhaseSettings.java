package io.contractcheck.internal.phase;

import io.contractcheck.testcase.Mode;

/**
 * How much phases do.
 *
 * @param maxExamples how many random cases an operation gets at most
 * @param mode which cases are made
 * @param probes requests beyond plain cases that are made
 */
public record PhaseSettings(int maxExamples, Mode mode, Probes probes) {
    /** All cases, and the standard probes. */
    public PhaseSettings(int maxExamples) {
        this(maxExamples, Mode.ALL, Probes.STANDARD);
    }

    /**
     * Requests that are only made where something looks at their answers.
     *
     * @param unexpectedMethods methods that the document does not have on a path
     * @param options OPTIONS on each path
     * @param head HEAD of each GET
     * @param duplicateQueryParameters query parameters sent twice
     */
    public record Probes(boolean unexpectedMethods, boolean options, boolean head, boolean duplicateQueryParameters) {
        /** All of them but duplicate query parameters. */
        public static final Probes STANDARD = new Probes(true, true, true, false);

        /** None. */
        public static final Probes NONE = new Probes(false, false, false, false);
    }
}
