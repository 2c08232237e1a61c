package io.contractcheck.check;

import java.util.Optional;

/**
 * A promise that an answer broke.
 *
 * @param id what makes it the same as another
 * @param title a few words, the same for all failures of its kind, as {@code Undocumented status code}
 * @param message the facts: what was expected and why (the place in the user's document), and what came; lines
 * @param advice what the user can do about it, in lines; empty if there is nothing to add
 * @param severity how much it weighs
 * @param clue where the cause may lie, if the answer does not tell
 */
public record Failure(
        FailureId id, String title, String message, String advice, Severity severity, Optional<Clue> clue) {
    /** One of which the answer tells the cause. */
    public Failure(FailureId id, String title, String message, String advice, Severity severity) {
        this(id, title, message, advice, severity, Optional.empty());
    }
}
