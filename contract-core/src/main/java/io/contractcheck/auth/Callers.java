package io.contractcheck.auth;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of who calls, without a secret.
 *
 * @param users the first is whom the run is made as
 * @param logins paths of the URLs at which credentials are handed out
 */
public record Callers(List<Granted> users, List<String> logins) {
    /** Nothing is known. */
    public static final Callers NONE = new Callers(List.of(), List.of());

    public Callers {
        users = List.copyOf(users);
        logins = List.copyOf(logins);
    }

    /** What configuration and document tell. */
    public static Callers of(AuthSettings settings, Api api) {
        Set<String> urls = new LinkedHashSet<>(api.tokenUrls());
        settings.users().stream()
                .flatMap(user -> user.credentials().stream())
                .map(AuthSettings.Credential::grant)
                .forEach(grant -> addUrls(grant, urls));
        return new Callers(
                settings.users().stream()
                        .map(user -> new Granted(user.name(), user.scopes()))
                        .toList(),
                urls.stream().flatMap(url -> path(url).stream()).distinct().toList());
    }

    private static void addUrls(Grant grant, Set<String> urls) {
        if (grant instanceof Grant.Login login) {
            urls.add(login.url());
        } else if (grant instanceof Grant.ClientCredentials client) {
            client.tokenUrl().ifPresent(urls::add);
        }
    }

    private static Optional<String> path(String url) {
        try {
            String path = URI.create(url.trim()).getPath();
            return path == null || path.isEmpty()
                    ? Optional.empty()
                    : Optional.of(path.startsWith("/") ? path : "/" + path);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the operation hands out credentials, so that it can ask for none. */
    public boolean logsIn(Operation operation) {
        return operation.path().length() > 1 && logins.stream().anyMatch(path -> path.endsWith(operation.path()));
    }

    /** The user of that name. */
    public Optional<Granted> user(String name) {
        return users.stream().filter(u -> u.user().equals(name)).findFirst();
    }

    /**
     * With the scopes that a user's token names, unless the user's are configured. They count only where the document speaks of one of
     * them: the others are no answer to what it asks for.
     */
    public Callers granting(String name, List<String> scopes, Api api) {
        boolean ofTheDocument = api.operations().stream()
                .flatMap(o -> o.security().stream())
                .flatMap(alternative -> alternative.schemes().values().stream())
                .flatMap(List::stream)
                .anyMatch(scopes::contains);
        return new Callers(
                users.stream()
                        .map(u -> ofTheDocument
                                        && u.user().equals(name)
                                        && u.scopes().isEmpty()
                                ? new Granted(name, Optional.of(scopes))
                                : u)
                        .toList(),
                logins);
    }
}
