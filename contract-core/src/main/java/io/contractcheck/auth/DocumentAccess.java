package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.ParameterLocation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The credential to ask for the service's own document with, before the document can say where credentials belong: the first of the first
 * user's that names no scheme and needs no login.
 */
public final class DocumentAccess {
    private final AuthSettings settings;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<AuthSettings.Credential, Token> got = new LinkedHashMap<>();

    /** @param secrets learns the credential */
    public DocumentAccess(AuthSettings settings, Secrets secrets, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The headers that cost nothing to have; none if there are no such.
     *
     * @throws AuthException if what is configured cannot be read
     */
    public List<Header> atOnce() {
        return credential()
                .filter(c -> !(c.grant() instanceof Grant.Command))
                .map(this::headers)
                .orElse(List.of());
    }

    /**
     * The headers that a command must be run for, which may need the service; none if there is no such command.
     *
     * @throws AuthException if it gives no token
     */
    public List<Header> onDemand() {
        return credential()
                .filter(c -> c.grant() instanceof Grant.Command)
                .map(this::headers)
                .orElse(List.of());
    }

    /** What was got for the document, which need not be got again. */
    Optional<Token> got(AuthSettings.Credential credential) {
        return Optional.ofNullable(got.get(credential));
    }

    private Optional<AuthSettings.Credential> credential() {
        return settings.users().stream()
                .limit(1)
                .flatMap(u -> u.credentials().stream())
                .filter(c -> c.scheme().isEmpty())
                .filter(c -> !(c.grant() instanceof Grant.Login) && !(c.grant() instanceof Grant.ClientCredentials))
                .filter(c -> c.placement()
                        .map(p -> p.in() == ParameterLocation.HEADER)
                        .orElse(true))
                .findFirst();
    }

    private List<Header> headers(AuthSettings.Credential credential) {
        Token token = got.computeIfAbsent(credential, this::fetch);
        if (!token.headers().isEmpty()) {
            return token.headers();
        }
        Placement place = credential
                .placement()
                .orElse(credential.grant() instanceof Grant.Password ? Placement.BASIC : Placement.BEARER);
        return List.of(new Header(place.name(), token.in(place.template())));
    }

    private Token fetch(AuthSettings.Credential credential) {
        AuthSettings.User user = settings.users().get(0);
        return TokenSources.of(
                        credential.grant(),
                        new Context(
                                settings.users().size() > 1 ? user.name() : "",
                                Variables.suffix(settings, user, credential),
                                new Offline(),
                                "",
                                Optional.empty(),
                                secrets,
                                clock))
                .fetch();
    }
}
