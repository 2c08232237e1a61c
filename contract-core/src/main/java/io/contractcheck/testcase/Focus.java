package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/** How much of a case is out of the ordinary, and so may be what an answer is about. */
public sealed interface Focus {
    /** Where values were drawn: any of them. */
    Focus ANYWHERE = new Anywhere();

    /** The plainest case there is. */
    Focus NOTHING = new Nothing();

    /** Any value may be. */
    record Anywhere() implements Focus {}

    /** Nothing is. */
    record Nothing() implements Focus {}

    /**
     * One place; everything else is as in the plainest case.
     *
     * @param location the part of the request
     * @param parameter the parameter's name, if it is in one
     * @param pointer where in the value (RFC 6901)
     */
    record At(Mutation.Location location, Optional<String> parameter, JsonPointer pointer) implements Focus {}
}
