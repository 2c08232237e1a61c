package io.contractcheck.openapi;

/** Where a parameter travels. */
public enum ParameterLocation {
    PATH,
    QUERY,
    HEADER,
    COOKIE
}
