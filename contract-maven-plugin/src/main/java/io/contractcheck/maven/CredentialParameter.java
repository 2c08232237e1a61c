package io.contractcheck.maven;

import org.jspecify.annotations.Nullable;

/** {@code <credential>}: what a user shows. Its members are the plain parameters of the same names. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public class CredentialParameter {
    /** The document's security scheme that it is for. */
    @Nullable String securityScheme;

    /** A token or key. */
    @Nullable String token;

    /** Prints the token. */
    @Nullable String tokenCommand;

    /** After which the command is killed. */
    @Nullable String tokenCommandTimeout;

    /** After which the credential is got anew. */
    @Nullable String tokenLifetime;

    /** With a password. */
    @Nullable String username;

    /** With a user name. */
    @Nullable String password;

    /** A server of settings.xml that holds user name and password, or a token as its password. */
    @Nullable String serverId;

    /** A request whose answer hands it out. */
    @Nullable LoginParameter login;

    /** An access token for a client of its own. */
    @Nullable ClientCredentialsParameter clientCredentials;

    /** Where it travels, for documents that do not say. */
    @Nullable PlacementParameter placement;

    /** For Maven, which makes it. */
    public CredentialParameter() {}
}
