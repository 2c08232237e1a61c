package io.contractcheck.maven;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <clientCredentials>}: an access token for a client of its own (RFC 6749, section 4.4). */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class ClientCredentialsParameter {
    /** Absolute, or a path below the base URL; by default as the document's security scheme says. */
    @Nullable String tokenUrl;

    /** Identifies the client. */
    @Nullable String clientId;

    /** Proves it. */
    @Nullable String clientSecret;

    /** A server of settings.xml whose user name and password are id and secret. */
    @Nullable String serverId;

    /** Asked for. */
    @Nullable List<String> scopes;

    /** Whether id and secret travel in the body; by default by basic authentication. */
    @Nullable String inBody;

    /** Further ones of the token request, such as {@code audience}. */
    @Nullable Map<String, String> parameters;

    /** For Maven, which makes it. */
    public ClientCredentialsParameter() {}
}
