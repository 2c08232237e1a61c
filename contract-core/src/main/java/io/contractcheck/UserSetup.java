package io.contractcheck;

import io.contractcheck.auth.AuthException;
import io.contractcheck.auth.Callers;
import io.contractcheck.auth.DocumentAccess;
import io.contractcheck.auth.Users;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.openapi.Api;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gets every credential before the first case, and tells of it. */
final class UserSetup {
    private UserSetup() {}

    /**
     * All that call.
     *
     * @throws AuthException if a credential cannot be had, or suits nothing that the document asks for
     */
    static Users of(
            ContractConfig config,
            Scope scope,
            String baseUrl,
            Transport transport,
            DocumentAccess access,
            Secrets secrets,
            RunListener listener) {
        Consumer<String> warnings = warning -> listener.on(new RunEvent.Warned(secrets.mask(warning)));
        Users users = Users.of(
                config.auth(),
                config.network().headers(),
                scope.tailoring().headers(),
                scope.whole(),
                new Users.Surroundings(transport, baseUrl, secrets, Clock.systemUTC(), warnings, Optional.of(access)));
        for (Users.Ready ready : users.ready()) {
            listener.on(
                    new RunEvent.CredentialReady(ready.user(), ready.credential(), secrets.mask(ready.description())));
            users.ended(ready).ifPresent(warnings);
        }
        users.lacking(scope.api()).forEach(warnings);
        return users;
    }

    /** With the scopes that the users' tokens name. */
    static Callers granted(Callers callers, Users users, Api api) {
        Callers result = callers;
        for (String name : users.names()) {
            Optional<List<String>> scopes = users.scopes(name);
            result = scopes.isPresent() ? result.granting(name, scopes.get(), api) : result;
        }
        return result;
    }
}
