package io.contractcheck.openapi;

import io.contractcheck.json.Located;

/** Something in a document that is not what it must be there. */
final class StructureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StructureException(Located place, String problem) {
        super(place.describe() + ": " + problem);
    }
}
