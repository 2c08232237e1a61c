package io.contractcheck.auth;

import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import java.time.Clock;
import java.util.Optional;

/**
 * What getting a credential takes.
 *
 * @param user for messages; empty if nobody named it
 * @param suffix of the variables that stand for its secrets, as {@code _ALICE}; empty for the only one
 * @param transport for logins and token requests
 * @param baseUrl against which their paths are resolved; without a slash at its end
 * @param schemeTokenUrl the token URL of the document's security scheme, if it has one
 * @param secrets told every value as soon as it is known
 * @param clock tells when what lives for some seconds ends
 */
record Context(
        String user,
        String suffix,
        Transport transport,
        String baseUrl,
        Optional<String> schemeTokenUrl,
        Secrets secrets,
        Clock clock) {

    /** For messages: whose credential it is. */
    String whose() {
        return whose(user);
    }

    /** For messages, after what is somebody's: nothing for the user whom nobody named. */
    static String whose(String user) {
        return user.isEmpty() ? "" : " of user '" + user + "'";
    }

    /** Hides a value under a variable such as {@code CONTRACT_TOKEN}; the value itself. */
    String hidden(String variable, String value) {
        secrets.add(variable + suffix, value);
        return value;
    }

    /** An error with no secret in it, line by line: what is wrong, why that may be, what to do. */
    AuthException error(String... lines) {
        return new AuthException(secrets.mask(String.join("\n", lines)));
    }
}
