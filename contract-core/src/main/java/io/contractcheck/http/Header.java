package io.contractcheck.http;

import java.util.List;
import java.util.Optional;

/**
 * One header field line as it goes over the wire (RFC 9110, section 5).
 *
 * @param name the field name, in the case it is sent
 * @param value the field value
 */
public record Header(String name, String value) {

    /** Whether the field has that name; case does not matter. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The value of the first field of that name. */
    public static Optional<String> first(List<Header> headers, String name) {
        for (Header header : headers) {
            if (header.is(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }
}
