package io.contractcheck.check;

/**
 * A promise that an answer broke.
 *
 * @param id what makes it the same as another
 * @param title a few words, the same for all failures of its kind, as {@code Undocumented status code}
 * @param message what was expected and why (the place in the user's document), what came, and what to do
 * @param severity how much it weighs
 */
public record Failure(FailureId id, String title, String message, Severity severity) {}
