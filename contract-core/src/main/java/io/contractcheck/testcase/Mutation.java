package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/**
 * The one thing that is wrong in a negative case.
 *
 * @param location where
 * @param parameter the parameter's name, if it is in one
 * @param pointer where in the value (RFC 6901)
 * @param keyword the schema keyword that is broken, if a schema is
 * @param description for people
 */
public record Mutation(
        Location location,
        Optional<String> parameter,
        JsonPointer pointer,
        Optional<String> keyword,
        String description) {

    /** The part of a request that is wrong. */
    public enum Location {
        BODY,
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        METHOD,
        FRAMING
    }
}
