package io.contractcheck.openapi;

import io.contractcheck.schema.Dialect;

/** The versions of the OpenAPI Specification that are read. */
public enum SpecVersion {
    SWAGGER_2_0(Dialect.SWAGGER_2_0),
    OPENAPI_3_0(Dialect.OPENAPI_3_0),
    OPENAPI_3_1(Dialect.OPENAPI_3_1);

    private final Dialect dialect;

    SpecVersion(Dialect dialect) {
        this.dialect = dialect;
    }

    /** How schemas of this version are read. */
    public Dialect dialect() {
        return dialect;
    }
}
