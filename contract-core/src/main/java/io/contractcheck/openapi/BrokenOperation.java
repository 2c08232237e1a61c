package io.contractcheck.openapi;

/**
 * An operation that cannot be tested.
 *
 * @param label as {@code GET /books/{id}}
 * @param reason names the file and the pointer
 */
public record BrokenOperation(String label, String reason) {}
