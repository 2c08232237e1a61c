package io.contractcheck.schema;

/** The rules by which a schema object is read. */
public enum Dialect {
    /** Swagger 2.0: a subset of JSON Schema draft 4 with {@code x-nullable}, {@code type: file}, {@code discriminator} as a name. */
    SWAGGER_2_0,
    /** OpenAPI 3.0: draft 4 with {@code nullable}, boolean exclusive bounds, siblings of {@code $ref} ignored. */
    OPENAPI_3_0,
    /** OpenAPI 3.1: JSON Schema 2020-12 with the OAS vocabulary. */
    OPENAPI_3_1,
    /** JSON Schema 2020-12 as it stands. */
    DRAFT_2020_12
}
