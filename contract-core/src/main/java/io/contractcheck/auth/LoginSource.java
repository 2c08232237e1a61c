package io.contractcheck.auth;

/** In the making. */
record LoginSource(Grant.Login grant, Context context) implements TokenSource {
    @Override
    public Token fetch() {
        throw context.error("cannot be had yet");
    }
}
