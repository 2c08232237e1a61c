package io.contractcheck.learn.error;

import java.util.List;

/** The sentences of Symfony's validator and of Laravel's. */
final class Php {
    static final List<Phrase> PHRASES = List.of(
            Phrase.of("should not be blank", Claim.required(), Claim.notNull(), Claim.of(Claim.MIN_SIZE, 1)),
            Phrase.of("should not be null", Claim.required(), Claim.notNull()),
            Phrase.of(
                    "this field is missing|^the .{1,100} field is required\\.?$",
                    Claim.required(),
                    Claim.notNull(),
                    Claim.of(Claim.MIN_SIZE, 1)),
            Phrase.of("this field was not expected", Claim.unknown()),
            Phrase.bound("too short\\. it should have " + Phrase.NUMBER + " character", Claim.MIN_SIZE),
            Phrase.bound("too long\\. it should have " + Phrase.NUMBER + " character", Claim.MAX_SIZE),
            Phrase.bound("should contain " + Phrase.NUMBER + " elements? or more", "minItems"),
            Phrase.bound("should contain " + Phrase.NUMBER + " elements? or less", "maxItems"),
            Phrase.bound("should be greater than or equal to " + Phrase.NUMBER, "minimum"),
            Phrase.bound("should be less than or equal to " + Phrase.NUMBER, "maximum"),
            Phrase.of(
                    "should be between " + Phrase.NUMBER + " and " + Phrase.NUMBER,
                    found -> List.of(Claim.number("minimum", found.group(1)), Claim.number("maximum", found.group(2)))),
            Phrase.of("should be either positive or zero", Claim.of("minimum", 0)),
            Phrase.of("should be positive", Claim.of("exclusiveMinimum", 0)),
            Phrase.bound("must be at least " + Phrase.NUMBER + " characters", Claim.MIN_SIZE),
            Phrase.bound(
                    "(?:may|must) not (?:be greater than|have more than) " + Phrase.NUMBER + " (?:characters|items)",
                    Claim.MAX_SIZE),
            Phrase.bound("must have at least " + Phrase.NUMBER + " items", "minItems"),
            Phrase.bound("^the .{1,100} must be at least " + Phrase.NUMBER + "\\.?$", "minimum"),
            Phrase.bound("^the .{1,100} (?:may|must) not be greater than " + Phrase.NUMBER + "\\.?$", "maximum"),
            Phrase.of(
                    "must be between " + Phrase.NUMBER + " and " + Phrase.NUMBER + " characters",
                    found -> Phrase.sizes(found.group(1), found.group(2))),
            Phrase.of("^the .{1,100} must be an integer|should be of type \"?int", Claim.type("integer")),
            Phrase.of("^the .{1,100} must be a number|should be of type \"?(?:float|numeric)", Claim.type("number")),
            Phrase.of("^the .{1,100} field must be true or false|should be of type \"?bool", Claim.type("boolean")),
            Phrase.of("^the .{1,100} must be a string|should be of type \"?string", Claim.type("string")),
            Phrase.of("^the .{1,100} must be an array|should be of type \"?array", Claim.type("array")));

    private Php() {}
}
