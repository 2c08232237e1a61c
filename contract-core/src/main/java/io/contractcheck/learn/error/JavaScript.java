package io.contractcheck.learn.error;

import java.util.List;
import java.util.regex.Matcher;

/** The sentences of Ajv and other validators of JSON Schema, Joi, Zod and class-validator. */
final class JavaScript {
    static final List<Phrase> PHRASES = List.of(
            Phrase.of(
                    "must not have fewer than (\\d+) characters|must be longer than or equal to (\\d+) char|length must be at least (\\d+) char"
                            + "|must contain at least (\\d+) character",
                    found -> List.of(Claim.number("minLength", any(found)))),
            Phrase.of(
                    "must not have more than (\\d+) characters|must be shorter than or equal to (\\d+) char"
                            + "|length must be less than or equal to (\\d+) char|must contain at most (\\d+) character"
                            + "|must be at most (\\d+) characters",
                    found -> List.of(Claim.number("maxLength", any(found)))),
            Phrase.of(
                    "must not have fewer than (\\d+) items|must contain at least (\\d+) (?:items|elements)",
                    found -> List.of(Claim.number("minItems", any(found)))),
            Phrase.of(
                    "must not have more than (\\d+) items|must contain (?:no more than|at most) (\\d+) (?:items|elements)",
                    found -> List.of(Claim.number("maxItems", any(found)))),
            Phrase.bound("must be >= " + Phrase.NUMBER, "minimum"),
            Phrase.bound("must be <= " + Phrase.NUMBER, "maximum"),
            Phrase.bound("must be > " + Phrase.NUMBER, "exclusiveMinimum"),
            Phrase.bound("must be < " + Phrase.NUMBER, "exclusiveMaximum"),
            Phrase.bound("must not be less than " + Phrase.NUMBER, "minimum"),
            Phrase.bound("must not be greater than " + Phrase.NUMBER, "maximum"),
            Phrase.bound("(?:number )?must be larger than or equal to " + Phrase.NUMBER, "minimum"),
            Phrase.bound("must be multiple of " + Phrase.NUMBER, "multipleOf"),
            Phrase.of(
                    "must match pattern \"(.+)\"|must match /(.+)/ regular|fails to match the required pattern: /(.+)/",
                    found -> List.of(Claim.pattern(any(found)))),
            Phrase.of("must match format \"([\\w-]+)\"", found -> List.of(Claim.format(found.group(1)))),
            Phrase.of("must be one of (?:the following values: )?\\[?([^\\]]+?)]?$", Phrase::constants),
            Phrase.of("must be an email|must be a valid email|invalid email", Claim.format("email")),
            Phrase.of("must be a (?:valid )?(?:uuid|guid)|invalid uuid", Claim.format("uuid")),
            Phrase.of("must be a (?:url|valid uri)|invalid url", Claim.format("uri")),
            Phrase.of("must be a valid iso 8601 date|must be in iso 8601 date format", Claim.format("date-time")),
            Phrase.of("must be (?:an )?integer|expected integer|must be an integer number", Claim.type("integer")),
            Phrase.of("must be (?:a )?(?:valid )?number|expected number", Claim.type("number")),
            Phrase.of("must be (?:a )?boolean|expected boolean", Claim.type("boolean")),
            Phrase.of("must be (?:a )?string|expected string", Claim.type("string")),
            Phrase.of("must be an? (?:array|list)|expected array", Claim.type("array")),
            Phrase.of(
                    "should not be empty|is not allowed to be empty",
                    Claim.required(),
                    Claim.notNull(),
                    Claim.of(Claim.MIN_SIZE, 1)),
            Phrase.of("should not exist$|^unrecognized key|\" is not allowed$", Claim.unknown()),
            Phrase.of("^required$|\" is required$|received undefined", Claim.required()));

    private JavaScript() {}

    /** The one group that is there. */
    static String any(Matcher found) {
        for (int i = 1; i <= found.groupCount(); i++) {
            if (found.group(i) != null) {
                return found.group(i);
            }
        }
        throw new NumberFormatException("none");
    }
}
