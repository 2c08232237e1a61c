package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.auth.AuthException;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.AuthSettings.Credential;
import io.contractcheck.auth.AuthSettings.User;
import io.contractcheck.auth.WfcAuthFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parameters about credentials into who calls.
 *
 * @param directory against which relative paths are resolved, and in which commands run
 * @param servers of settings.xml
 */
record AuthParameters(Path directory, Servers servers) {
    private static final String UNNAMED = "";

    /**
     * Who calls.
     *
     * @param plain the parameters of one user
     * @param users several, each with parameters of its own
     * @param file that says it, if there is one
     * @param names of those in the file who are meant; empty for all
     * @throws ContractException if they contradict each other, or one is missing or wrong
     */
    AuthSettings read(CredentialParameter plain, List<UserParameter> users, @Nullable String file, List<String> names) {
        Optional<Credential> one = new CredentialReader("", directory, servers).read(plain);
        String beside = one.isPresent()
                ? "credentials (token, tokenCommand, username, serverId, login or clientCredentials)"
                : "";
        if (one.isPresent() && !users.isEmpty()) {
            throw new ContractException("users: there are " + beside + " beside it, and nobody can tell whose they are."
                    + " Move them into the first <user>, as whom the run is made.");
        }
        if (file != null) {
            if (one.isPresent() || !users.isEmpty()) {
                throw new ContractException("authFile: there are " + (users.isEmpty() ? beside : "users")
                        + " beside it. Leave out either, or write them into the file.");
            }
            return file(file, names);
        }
        if (!names.isEmpty()) {
            throw new ContractException(
                    "authUsers: there is no authFile that they could be in. Set <authFile> (contract.authFile).");
        }
        if (one.isPresent()) {
            return new AuthSettings(List.of(new User(UNNAMED, List.of(one.get()), Optional.empty())));
        }
        return new AuthSettings(users(users));
    }

    private AuthSettings file(String file, List<String> names) {
        String path = new Texts("", directory).required("authFile", file, "a path such as auth.yaml");
        try {
            return WfcAuthFile.read(directory.resolve(path), names);
        } catch (AuthException e) {
            throw new ContractException("authFile: " + e.getMessage(), e);
        }
    }

    private List<User> users(List<UserParameter> given) {
        List<User> users = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (UserParameter user : given) {
            String name = new Texts("users/" + (users.size() + 1) + ". user/", directory)
                    .required("name", user.name, "<name>anna</name> into each <user>");
            if (!names.add(name)) {
                throw new ContractException("users: there are two of the name '" + name + "'. Give each its own.");
            }
            users.add(user(name, user));
        }
        return users;
    }

    private User user(String name, UserParameter given) {
        String at = "users/" + name + "/";
        List<Credential> credentials = new ArrayList<>();
        new CredentialReader(at, directory, servers).read(given).ifPresent(credentials::add);
        if (given.credentials != null) {
            if (!credentials.isEmpty()) {
                throw new ContractException(at + "credentials: there is a credential beside it. Put that into a"
                        + " <credential> of its own.");
            }
            for (CredentialParameter credential : given.credentials) {
                String place = at + (credentials.size() + 1) + ". credential";
                credentials.add(new CredentialReader(place + "/", directory, servers)
                        .read(credential)
                        .orElseThrow(() -> new ContractException(place + ": is empty. Set token, tokenCommand,"
                                + " username and password, serverId, login or clientCredentials in it.")));
            }
        }
        if (credentials.isEmpty()) {
            throw new ContractException("users/" + name + ": there is no credential. Set token, tokenCommand, username"
                    + " and password, serverId, login or clientCredentials in <user>.");
        }
        return new User(
                name, credentials, given.scopes == null ? Optional.empty() : Optional.of(Values.names(given.scopes)));
    }
}
