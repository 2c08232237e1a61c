package io.contractcheck.event;

import java.util.Locale;

/**
 * Why a run that found nothing may have proven nothing. Whether one fails the build is decided by its kind alone, so that users choose with
 * a list of kinds; a required hook always does, since whoever requires it has chosen already.
 *
 * @param kind which
 * @param message what was seen, its likely cause, and the parameter that helps
 * @param fails whether it fails the build
 */
public record Doubt(Kind kind, String message, boolean fails) {
    /** The kinds, as users name them. */
    public enum Kind {
        /** No case was answered by the service itself: none sent, all refused, all not found. */
        NOTHING_TESTED,
        /** The run as a whole was turned away: over half of the answers, all that is secured, or all since some moment, were 401 or 403. */
        MISSING_AUTH,
        /** The valid requests of some operations were turned away with 401 or 403, while the run as a whole was not. */
        OPERATION_AUTH,
        /** The valid requests of an operation found nothing: 404 or 410. */
        MISSING_TEST_DATA,
        /** The valid requests of an operation were refused as invalid: 400 or 422. */
        VALIDATION_MISMATCH,
        /** The valid requests of an operation were answered that its method is not there: 405 or 501. */
        METHOD_NOT_ALLOWED,
        /** A check had something to look at by the document, and never looked. */
        UNUSED_CHECK,
        /** A hook never applied. */
        UNUSED_HOOK,
        /** A required hook is missing, or never applied. */
        REQUIRED_HOOK,
        /** A configured credential was put on no request. */
        UNUSED_AUTH;

        /** As users write it, in snake case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
