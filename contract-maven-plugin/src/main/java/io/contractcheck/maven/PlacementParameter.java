package io.contractcheck.maven;

import org.jspecify.annotations.Nullable;

/** {@code <placement>}: where a credential travels, for documents that do not say. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class PlacementParameter {
    /** {@code header}, {@code query} or {@code cookie}. */
    @Nullable String in;

    /** Of the header, query parameter or cookie. */
    @Nullable String name;

    /** Its value, in which {@code {token}} stands for the credential; by default nothing else. */
    @Nullable String template;

    /** For Maven, which makes it. */
    public PlacementParameter() {}
}
