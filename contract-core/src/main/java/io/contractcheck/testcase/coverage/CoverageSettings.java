package io.contractcheck.testcase.coverage;

import io.contractcheck.testcase.Mode;

/**
 * Which cases are given.
 *
 * @param mode whether those that the document allows, does not allow, or both
 * @param unexpectedMethods methods that the document does not have on a path
 * @param options OPTIONS on each path
 * @param head HEAD of each GET
 * @param duplicateQueryParameters query parameters sent twice
 * @param malformed requests that are no HTTP
 */
public record CoverageSettings(
        Mode mode,
        boolean unexpectedMethods,
        boolean options,
        boolean head,
        boolean duplicateQueryParameters,
        boolean malformed) {}
