package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.http.Framing;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one thing that is wrong in a negative case.
 *
 * @param location where
 * @param parameter the parameter's name, if it is in one
 * @param pointer where in the value (RFC 6901)
 * @param keyword the schema keyword that is broken, if a schema is; of what is no HTTP, its name
 * @param description for people
 */
public record Mutation(
        Location location,
        Optional<String> parameter,
        JsonPointer pointer,
        Optional<String> keyword,
        String description) {

    /** How the request is no HTTP, if that is what is wrong with it. */
    public Optional<Framing> malformed() {
        return location == Location.FRAMING && parameter.isEmpty()
                ? Stream.of(Framing.values())
                        .filter(f -> keyword.equals(Optional.of(f.keyword())))
                        .findFirst()
                : Optional.empty();
    }

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
