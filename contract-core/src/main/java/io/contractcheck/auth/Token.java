package io.contractcheck.auth;

import io.contractcheck.http.Header;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A credential as it was got.
 *
 * @param value the secret; for basic authentication the Base64 text
 * @param expires when it ends, if the answer or the token itself says
 * @param scopes that come with it, if the answer or the token itself says
 * @param headers in place of the value, for logins that hand out cookies and for fixed headers
 */
record Token(String value, Optional<Instant> expires, Optional<List<String>> scopes, List<Header> headers) {
    private static final String BEARER = "Bearer ";

    Token {
        headers = List.copyOf(headers);
    }

    /** One that says nothing of itself. */
    static Token of(String value) {
        return new Token(value, Optional.empty(), Optional.empty(), List.of());
    }

    /** Without {@code Bearer}, which many logins and commands put before it. */
    String bare() {
        return bare(value);
    }

    /** A value without {@code Bearer}; empty if it is nothing else. */
    static String bare(String value) {
        if (value.strip().equalsIgnoreCase(BEARER.strip())) {
            return "";
        }
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : value;
    }

    /** What travels: the template with the credential in it, and {@code Bearer} only once. */
    String in(String template) {
        boolean says = template.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return template.replace(Placement.TOKEN, says ? bare() : value);
    }

    @Override
    public String toString() {
        return "a credential of " + value.length() + " characters";
    }
}
