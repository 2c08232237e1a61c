package io.contractcheck.check;

/**
 * What makes two failures the same one: operation, check, and cause as far as the answer shows it.
 *
 * @param operation as {@code GET /books/{id}}
 * @param check the check's name
 * @param cause stable from run to run, such as the pointer and keyword of a violated rule; never the status alone, never a value
 *     that changes with every request
 */
public record FailureId(String operation, String check, String cause) {
    /** In place of an operation, where a failure concerns no one of them alone. */
    public static final String WHOLE_RUN = "the whole run";
}
