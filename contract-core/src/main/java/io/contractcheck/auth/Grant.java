package io.contractcheck.auth;

import io.contractcheck.http.Header;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a credential is got. Nothing is read, run or asked before it is needed. */
public sealed interface Grant {
    /** A user name and a password, for HTTP's basic authentication (RFC 7617). */
    record Password(SecretValue username, SecretValue password) implements Grant {}

    /** A token or key that is there already. */
    record Given(SecretValue value) implements Grant {}

    /**
     * What a command prints.
     *
     * @param command for the shell: {@code sh -c}, on Windows {@code cmd /c}
     * @param directory in which it runs
     * @param timeout after which it is killed
     */
    record Command(String command, Path directory, Duration timeout) implements Grant {
        /** Half a minute. */
        public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    }

    /**
     * What a login request answers.
     *
     * @param url absolute, or a path below the base URL
     * @param method in upper case
     * @param headers sent with it
     * @param contentType of the payload
     * @param payload sent; {@code ${username}} and {@code ${password}} in it stand for the two, escaped for the content type
     * @param username for the payload, if it wants one
     * @param password for the payload, if it wants one
     * @param token where in the answer the credential is
     */
    record Login(
            String url,
            String method,
            List<Header> headers,
            String contentType,
            Optional<String> payload,
            Optional<SecretValue> username,
            Optional<SecretValue> password,
            Extract token)
            implements Grant {}

    /** Where in an answer a credential is. */
    sealed interface Extract {
        /** In the JSON body, at a pointer (RFC 6901); the whole body as text if the pointer is empty. */
        record Body(String pointer) implements Extract {}

        /** In a header. */
        record FromHeader(String name) implements Extract {}

        /** In a cookie that the answer sets; all cookies that it sets if the name is empty. They go back as cookies. */
        record Cookie(String name) implements Extract {}
    }

    /**
     * An access token for client credentials (RFC 6749, section 4.4).
     *
     * @param tokenUrl absolute, or a path below the base URL; if absent, as the document's security scheme says
     * @param clientId identifies the client
     * @param clientSecret proves it
     * @param scopes asked for, possibly none
     * @param inBody whether id and secret travel in the body instead of by basic authentication (section 2.3.1)
     * @param parameters further ones of the token request, such as {@code audience}
     */
    record ClientCredentials(
            Optional<String> tokenUrl,
            SecretValue clientId,
            SecretValue clientSecret,
            List<String> scopes,
            boolean inBody,
            Map<String, String> parameters)
            implements Grant {}

    /** Headers as they are, for those who know exactly what the service wants. */
    record FixedHeaders(List<Header> headers) implements Grant {}
}
