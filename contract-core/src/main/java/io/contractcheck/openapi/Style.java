package io.contractcheck.openapi;

/** How a parameter's value becomes text (OpenAPI 3.1, section 4.8.12.2; Swagger 2.0 collection formats are mapped onto these). */
public enum Style {
    MATRIX,
    LABEL,
    SIMPLE,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    /** Swagger 2.0's {@code tsv}. */
    TAB_DELIMITED,
    DEEP_OBJECT
}
