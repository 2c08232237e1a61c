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
    @Override
    public String toString() {
        return "a credential of " + value.length() + " characters";
    }
}
