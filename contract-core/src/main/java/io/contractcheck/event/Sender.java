package io.contractcheck.event;

import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param credentialed whether there were credentials on it
 * @param other in words, if it was not the user whom the run is made as; such a case says nothing of how well the operation is reached
 */
public record Sender(boolean credentialed, Optional<String> other) {
    /** The run's own user, without credentials. */
    public static final Sender PLAIN = new Sender(false, Optional.empty());
}
