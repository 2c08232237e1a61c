package io.contractcheck.auth;

import java.util.List;
import java.util.Optional;

/** Completes what is known of a token by what the token says of itself. */
final class Tokens {
    private Tokens() {}

    /** A value of which nothing is known yet. */
    static Token described(String value, Context context) {
        return described(Token.of(value), context);
    }

    /** The same, with end and scopes from the token's own claims where nothing else said them. */
    static Token described(Token token, Context context) {
        context.hidden("CONTRACT_TOKEN", token.bare());
        Optional<Jwt> jwt = Jwt.read(token.bare());
        Optional<List<String>> scopes = token.scopes().or(() -> jwt.flatMap(Jwt::scopes));
        return new Token(token.value(), token.expires().or(() -> jwt.flatMap(Jwt::expires)), scopes, token.headers());
    }
}
