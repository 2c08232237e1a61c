package io.contractcheck.corpus;

/** Where documents say more than the letter of the specification gives them, and what is then understood. */
enum Interpretation {
    /** OpenAPI 3.1 has no such word; who writes it there brought it from 3.0, and means that null may come. */
    NULLABLE_IN_3_1("`nullable: true` in OpenAPI 3.1 means that null is allowed"),
    /** The discriminator tells which alternative is meant, so that it does no harm if another would fit too. */
    DISCRIMINATOR_CHOOSES(
            "the alternatives of a `oneOf` with a `discriminator` may overlap: the name tells which is meant"),
    /** ECMA-262 without its unicode flag reads these as plain letters; nobody writes them for that. */
    FOREIGN_PATTERN_WORDS("`\\A`, `\\Z`, `\\z` and `\\p{…}` in a `pattern` mean what they mean in other dialects");

    private final String meaning;

    Interpretation(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
