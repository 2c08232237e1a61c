package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.http.Framing;
import io.contractcheck.openapi.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a request departs from the plain writing of a case's values. */
public sealed interface Deviation {
    /**
     * Another method than the operation's.
     *
     * @param name as sent
     */
    record Method(String name) implements Deviation {}

    /**
     * Bytes in place of the body's writing.
     *
     * @param bytes as sent
     * @param contentType the value of the Content-Type header
     */
    record RawBody(byte[] bytes, String contentType) implements Deviation {
        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof RawBody other
                    && Arrays.equals(bytes, other.bytes)
                    && contentType.equals(other.contentType);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Arrays.hashCode(bytes), contentType);
        }
    }

    /**
     * The body's writing, called another media type.
     *
     * @param value of the Content-Type header
     */
    record ContentType(String value) implements Deviation {}

    /**
     * Another wish for the answer's media type than any.
     *
     * @param value of the Accept header
     */
    record Accept(String value) implements Deviation {}

    /**
     * One more pair at the end of the query.
     *
     * @param name before it is percent-encoded
     * @param value before it is percent-encoded
     */
    record ExtraQuery(String name, String value) implements Deviation {}

    /**
     * Made no HTTP.
     *
     * @param framing how
     * @param parameter in the path or the query, whose value is written as {@code %zz}, if one is
     */
    record Malformed(Framing framing, Optional<Parameter> parameter) implements Deviation {
        /** What that makes of the case. */
        public Mutation mutation(String description) {
            return new Mutation(
                    Mutation.Location.FRAMING,
                    Optional.empty(),
                    JsonPointer.empty(),
                    Optional.of(framing.keyword()),
                    description);
        }
    }

    /**
     * Other credentials than those of the user whom the run is made as. Such a case stays a positive: its values are what the document
     * allows, and whether its sender is let in is another question.
     *
     * @param identity whose
     */
    record SentBy(Identity identity) implements Deviation {}
}
