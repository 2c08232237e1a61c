package io.contractcheck.corpus;

/** What the judge thinks of one part of a request. */
sealed interface Opinion {
    /** The document allows it. */
    record Valid() implements Opinion {}

    /** The document does not allow it. */
    record Invalid(String message) implements Opinion {}

    /** The judge cannot tell. */
    record Unknown(String reason) implements Opinion {}
}
