package io.contractcheck.schema;

/** Which way a value travels; it decides what {@code readOnly} and {@code writeOnly} mean. */
public enum Direction {
    /** To the service: {@code readOnly} properties are not sent and not required. */
    REQUEST,
    /** From the service: {@code writeOnly} properties must not come and are not required. */
    RESPONSE
}
