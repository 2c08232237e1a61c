package io.contractcheck.event;

import java.util.Locale;

/**
 * Why a run that found nothing may have proven nothing.
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
        /** Valid requests were answered 401 or 403. */
        MISSING_AUTH,
        /** The valid requests of an operation were all answered 404. */
        MISSING_TEST_DATA,
        /** The valid requests of an operation were all refused as invalid. */
        VALIDATION_MISMATCH,
        /** The valid requests of an operation were all answered 405. */
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
