package io.contractcheck.internal.phase;

import io.contractcheck.auth.Callers;
import io.contractcheck.testcase.Mode;

/**
 * How much phases do.
 *
 * @param maxExamples how many random cases an operation gets at most
 * @param mode which cases are made
 * @param probes requests beyond plain cases that are made
 * @param callers what is known of who calls
 * @param known what is known of the service when the phase begins
 */
public record PhaseSettings(int maxExamples, Mode mode, Probes probes, Callers callers, Known known) {
    /** Nothing known of the service. */
    public PhaseSettings(int maxExamples, Mode mode, Probes probes, Callers callers) {
        this(maxExamples, mode, probes, callers, Known.NOTHING);
    }

    /** All cases, and the standard probes. */
    public PhaseSettings(int maxExamples) {
        this(maxExamples, Mode.ALL, Probes.STANDARD);
    }

    /** Nothing known of who calls. */
    public PhaseSettings(int maxExamples, Mode mode, Probes probes) {
        this(maxExamples, mode, probes, Callers.NONE);
    }

    /** The same with other knowledge of who calls. */
    public PhaseSettings with(Callers other) {
        return new PhaseSettings(maxExamples, mode, probes, other, known);
    }

    /** The same with other probes. */
    public PhaseSettings with(Probes other) {
        return new PhaseSettings(maxExamples, mode, other, callers, known);
    }

    /** The same with other knowledge of the service. */
    public PhaseSettings with(Known other) {
        return new PhaseSettings(maxExamples, mode, probes, callers, other);
    }

    /**
     * Requests that are only made where something looks at their answers.
     *
     * @param unexpectedMethods methods that the document does not have on a path
     * @param options OPTIONS on each path
     * @param head HEAD of each GET
     * @param duplicateQueryParameters query parameters sent twice
     * @param forgery requests without credentials, and with such as nobody has
     * @param strangers requests of other users for what the run's user created
     * @param scopes requests of users who lack the scopes for them
     * @param malformed requests that are no HTTP
     */
    public record Probes(
            boolean unexpectedMethods,
            boolean options,
            boolean head,
            boolean duplicateQueryParameters,
            boolean forgery,
            boolean strangers,
            boolean scopes,
            boolean malformed) {
        /** The same without requests that are no HTTP. */
        public Probes withoutMalformed() {
            return new Probes(
                    unexpectedMethods, options, head, duplicateQueryParameters, forgery, strangers, scopes, false);
        }

        /** All of them but duplicate query parameters. */
        public static final Probes STANDARD = new Probes(true, true, true, false, true, true, true, true);

        /** None. */
        public static final Probes NONE = new Probes(false, false, false, false, false, false, false, false);
    }
}
