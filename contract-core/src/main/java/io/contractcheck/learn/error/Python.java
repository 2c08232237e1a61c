package io.contractcheck.learn.error;

import java.util.List;

/** The sentences of pydantic (FastAPI, Litestar), Django REST framework, marshmallow and Flask-RESTful. */
final class Python {
    static final List<Phrase> PHRASES = List.of(
            Phrase.of(
                    "^(?:this )?field (?:is )?required\\b|^missing data for required field|^missing required parameter",
                    Claim.required()),
            Phrase.of("(?:field )?may not be null", Claim.required(), Claim.notNull()),
            Phrase.of("may not be blank", Claim.of(Claim.MIN_SIZE, 1), Claim.pattern("\\S")),
            Phrase.of("extra fields not permitted|extra inputs are not permitted|^unknown field", Claim.unknown()),
            Phrase.of(
                    "^length must be between (\\d+) and (\\d+)", found -> Phrase.sizes(found.group(1), found.group(2))),
            Phrase.bound(
                    "(?:should have at least|has at least|have at least|shorter than minimum length|must have at least) (\\d+)",
                    Claim.MIN_SIZE),
            Phrase.bound(
                    "(?:should have at most|has at most|have at most|has no more than|longer than maximum length) (\\d+)",
                    Claim.MAX_SIZE),
            Phrase.bound("(?:value is|should be|must be) greater than or equal to " + Phrase.NUMBER, "minimum"),
            Phrase.bound("(?:value is|should be|must be) less than or equal to " + Phrase.NUMBER, "maximum"),
            Phrase.bound("(?:value is|should be|must be) greater than " + Phrase.NUMBER, "exclusiveMinimum"),
            Phrase.bound("(?:value is|should be|must be) less than " + Phrase.NUMBER, "exclusiveMaximum"),
            Phrase.bound("should be a multiple of " + Phrase.NUMBER, "multipleOf"),
            Phrase.of(
                    "(?:should match pattern|does not match regex) ['\"](.+)['\"]",
                    found -> List.of(Claim.pattern(found.group(1)))),
            Phrase.of(
                    "(?:input should be |must be one of:? ?)((?:'[^']*'|[\\w.-]+)(?:(?:, | or |, or )(?:'[^']*'|[\\w.-]+))+)",
                    Phrase::constants),
            Phrase.of("permitted: (.+)", Phrase::constants),
            Phrase.of("valid email address", Claim.format("email")),
            Phrase.of("valid uuid", Claim.format("uuid")),
            Phrase.of("valid url", Claim.format("uri")),
            Phrase.of("valid (?:iso ?8601 )?datetime|datetime has wrong format", Claim.format("date-time")),
            Phrase.of("valid (?:iso ?8601 )?date\\b|^date has wrong format|not a valid date\\b", Claim.format("date")),
            Phrase.of("valid integer", Claim.type("integer"), Claim.format("int32")),
            Phrase.of("valid (?:number|float|decimal)", Claim.type("number")),
            Phrase.of("valid boolean", Claim.type("boolean")),
            Phrase.of("valid string|str type expected|not a valid string", Claim.type("string")));

    private Python() {}
}
