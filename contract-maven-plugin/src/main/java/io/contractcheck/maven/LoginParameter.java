package io.contractcheck.maven;

import org.jspecify.annotations.Nullable;

/** {@code <login>}: a request whose answer hands out the credential. User name and password stand beside it. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class LoginParameter {
    /** Absolute. */
    @Nullable String url;

    /** Below the base URL, in place of {@code url}. */
    @Nullable String path;

    /** {@code POST} by default. */
    @Nullable String method;

    /** {@code application/json} by default. */
    @Nullable String contentType;

    /** What is sent; <code>${username}</code> and <code>${password}</code> in it stand for the two. */
    @Nullable String payload;

    /** Where in the answer's JSON the credential is. */
    @Nullable String tokenPointer;

    /** Which header of the answer it is. */
    @Nullable String tokenHeader;

    /** Which cookie of the answer it is; {@code *} for all of them. */
    @Nullable String tokenCookie;

    /** Sent with it, as the parameter {@code headers}. */
    @Nullable Lines headers;

    /** For Maven, which makes it. */
    public LoginParameter() {}
}
