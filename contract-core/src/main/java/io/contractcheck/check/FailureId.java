package io.contractcheck.check;

import java.util.Optional;

/**
 * What makes two failures the same one: operation, check, and cause as far as the answer shows it, or the service's log.
 *
 * @param operation as {@code GET /books/{id}}
 * @param check the check's name
 * @param cause stable from run to run, such as the pointer and keyword of a violated rule; never the status alone, never a value
 *     that changes with every request
 * @param root why the service failed, as its log tells or lets suspect: {@code IllegalStateException at BookService.create:42}
 */
public record FailureId(String operation, String check, String cause, Optional<String> root) {
    /** In place of an operation, where a failure concerns no one of them alone. */
    public static final String WHOLE_RUN = "the whole run";

    /** Of which no log tells anything. */
    public FailureId(String operation, String check, String cause) {
        this(operation, check, cause, Optional.empty());
    }

    /** The same failure for that reason. */
    public FailureId at(String reason) {
        return new FailureId(operation, check, cause, Optional.of(reason));
    }

    /** As the answer alone shows it. */
    public FailureId answered() {
        return root.isEmpty() ? this : new FailureId(operation, check, cause);
    }

    /** Whether it is that the service failed, which its log may explain. */
    public boolean ofService() {
        return check.equals(NotAServerError.NAME);
    }
}
