package io.contractcheck.maven;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <user>}: somebody with credentials; a single one may stand in it directly. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields
public final class UserParameter extends CredentialParameter {
    /** For people, and for the variables that stand for its secrets. */
    @Nullable String name;

    /** That it has been granted, if known. */
    @Nullable List<String> scopes;

    /** One for each way in which the service wants to be convinced. */
    @Nullable List<CredentialParameter> credentials;

    /** For Maven, which makes it. */
    public UserParameter() {}
}
