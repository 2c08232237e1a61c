package io.contractcheck.learn.error;

import java.util.List;

/** The sentences of Rails' validations. */
final class Ruby {
    static final List<Phrase> PHRASES = List.of(
            Phrase.of(
                    "can(?:'|’|&#39;)t be blank",
                    Claim.required(),
                    Claim.notNull(),
                    Claim.of(Claim.MIN_SIZE, 1),
                    Claim.pattern("\\S")),
            Phrase.of("param is missing or the value is empty", Claim.required()),
            Phrase.bound("is too short \\(minimum is " + Phrase.NUMBER, Claim.MIN_SIZE),
            Phrase.bound("is too long \\(maximum is " + Phrase.NUMBER, Claim.MAX_SIZE),
            Phrase.of("is not a number", Claim.type("number")),
            Phrase.of("must be an integer", Claim.type("integer")));

    private Ruby() {}
}
