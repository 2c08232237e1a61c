package io.contractcheck.auth;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who calls, as configured.
 *
 * @param users the first is whom the run is made as; the others are strangers to it, who must not reach what it owns
 */
public record AuthSettings(List<User> users) {
    /** Nobody in particular. */
    public static final AuthSettings NONE = new AuthSettings(List.of());

    public AuthSettings {
        users = List.copyOf(users);
    }

    /**
     * One user.
     *
     * @param name for people, and for the variables that stand for its secrets
     * @param credentials one for each way in which the service wants to be convinced
     * @param scopes that it has been granted, if known; otherwise those that its token names count
     */
    public record User(String name, List<Credential> credentials, Optional<List<String>> scopes) {
        public User {
            credentials = List.copyOf(credentials);
        }
    }

    /**
     * What a user shows.
     *
     * @param scheme the document's security scheme that it is for; if absent, the schemes that it fits
     * @param placement where it travels, for documents that do not say; if absent, as the scheme says
     * @param grant how it is got
     * @param lifetime after which it is got anew; if absent, what the answer or the token itself says, otherwise never
     */
    public record Credential(
            Optional<String> scheme, Optional<Placement> placement, Grant grant, Optional<Duration> lifetime) {
        /** For the schemes that it fits. */
        public static Credential of(Grant grant) {
            return new Credential(Optional.empty(), Optional.empty(), grant, Optional.empty());
        }
    }
}
