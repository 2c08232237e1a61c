package io.contractcheck.auth;

/** Gets a credential. */
@FunctionalInterface
interface TokenSource {
    /**
     * A new one, each time.
     *
     * @throws AuthException if there is none
     */
    Token fetch();
}
