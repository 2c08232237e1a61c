package io.contractcheck.maven;

import io.contractcheck.ContractException;
import io.contractcheck.auth.AuthSettings.Credential;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.http.Header;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of one credential into how it is got. */
final class CredentialReader {
    private final Texts texts;
    private final Path directory;
    private final Servers servers;

    /**
     * @param at where the parameters stand, for messages: nothing, or text before their names
     * @param directory against which relative paths are resolved, and in which commands run
     */
    CredentialReader(String at, Path directory, Servers servers) {
        this.texts = new Texts(at, directory);
        this.directory = directory;
        this.servers = servers;
    }

    private record Account(Optional<SecretValue> username, SecretValue password) {}

    /**
     * The credential; empty if no parameter is set.
     *
     * @throws ContractException if parameters contradict each other, or one is missing or wrong
     */
    Optional<Credential> read(CredentialParameter given) {
        List<String> ways = ways(given);
        if (ways.size() > 1) {
            throw contradiction(ways.get(0), ways.get(1));
        }
        if (given.tokenCommandTimeout != null && given.tokenCommand == null) {
            throw texts.wrong(
                    "tokenCommandTimeout", "there is no tokenCommand that it could end. Set it, or leave both out.");
        }
        if (ways.isEmpty()) {
            return nothing(given);
        }
        return Optional.of(new Credential(
                texts.optional("securityScheme", given.securityScheme),
                Optional.ofNullable(given.placement).map(p -> new PlacementReader(texts.in("placement")).read(p)),
                grant(ways.get(0), given),
                Values.duration(texts.name("tokenLifetime"), given.tokenLifetime)));
    }

    private static List<String> ways(CredentialParameter given) {
        List<String> ways = new ArrayList<>();
        add(ways, "token", given.token);
        add(ways, "tokenCommand", given.tokenCommand);
        add(ways, "login", given.login);
        add(ways, "clientCredentials", given.clientCredentials);
        if (given.login == null) {
            add(
                    ways,
                    given.username == null ? "password" : "username",
                    given.username == null ? given.password : given.username);
            add(ways, "serverId", given.serverId);
        }
        return ways;
    }

    private static void add(List<String> ways, String name, @Nullable Object value) {
        if (value != null) {
            ways.add(name);
        }
    }

    private Optional<Credential> nothing(CredentialParameter given) {
        String lonely = given.securityScheme != null
                ? "securityScheme"
                : given.placement != null ? "placement" : given.tokenLifetime != null ? "tokenLifetime" : "";
        if (!lonely.isEmpty()) {
            throw texts.wrong(
                    lonely,
                    "there is no credential that it could be for. Set token, tokenCommand, username and password,"
                            + " serverId, login or clientCredentials beside it.");
        }
        return Optional.empty();
    }

    private Grant grant(String way, CredentialParameter given) {
        switch (way) {
            case "token":
                return new Grant.Given(texts.value("token", given.token));
            case "tokenCommand":
                return new Grant.Command(
                        command(given.tokenCommand),
                        directory,
                        Values.duration(texts.name("tokenCommandTimeout"), given.tokenCommandTimeout)
                                .orElse(Grant.Command.DEFAULT_TIMEOUT));
            case "login":
                return login(given);
            case "clientCredentials":
                return clientCredentials(given);
            default:
                return account(given)
                        .map(a -> a.username()
                                .<Grant>map(name -> new Grant.Password(name, a.password()))
                                .orElseGet(() -> new Grant.Given(a.password())))
                        .orElseThrow();
        }
    }

    /** In it, ${NAME} is the shell's. */
    private String command(@Nullable String command) {
        if (command == null || command.isBlank()) {
            throw texts.wrong("tokenCommand", "is empty. Write a command that prints the token, such as ./token.sh.");
        }
        return command;
    }

    private Optional<Account> account(CredentialParameter given) {
        if (given.serverId != null) {
            if (given.username != null || given.password != null) {
                throw contradiction(given.username == null ? "password" : "username", "serverId");
            }
            return Optional.of(account(texts, given.serverId));
        }
        if (given.username == null && given.password == null) {
            return Optional.empty();
        }
        if (given.username == null || given.password == null) {
            boolean name = given.username == null;
            throw texts.wrong(
                    name ? "password" : "username",
                    "there is no " + (name ? "user name" : "password") + " beside it. Set "
                            + (name ? "username" : "password") + " too, such as <"
                            + (name ? "username>anna</username>" : "password>env:PASSWORD</password>") + ".");
        }
        return Optional.of(new Account(
                Optional.of(texts.value("username", given.username)), texts.value("password", given.password)));
    }

    private Account account(Texts at, String id) {
        String parameter = at.name("serverId");
        Server server = servers.named(parameter, at.required("serverId", id, "the id of a server of settings.xml"));
        String source = "the server '" + server.getId() + "' of settings.xml";
        if (server.getPassword() == null || server.getPassword().isBlank()) {
            throw new ContractException(parameter + ": " + source + " has no password. Write <password> into it: with"
                    + " <username> the two are a name and a password, alone it is a token.");
        }
        Optional<SecretValue> name = Optional.ofNullable(server.getUsername())
                .filter(n -> !n.isBlank())
                .map(n -> at.replaced("serverId", n, "the user name of " + source));
        return new Account(name, at.replaced("serverId", server.getPassword(), "the password of " + source));
    }

    private Grant login(CredentialParameter given) {
        LoginParameter login = given.login == null ? new LoginParameter() : given.login;
        Texts in = texts.in("login");
        if (login.url != null && login.path != null) {
            throw in.contradiction("url", "path");
        }
        String url = login.url != null
                ? in.required("url", login.url, "such as http://127.0.0.1:8080/login")
                : in.required("path", login.path, "such as /login, or url for another address");
        Optional<Account> account = account(given);
        List<Header> headers = login.headers == null
                ? List.of()
                : login.headers.all().stream()
                        .map(h -> Values.header(in.name("headers"), h))
                        .toList();
        return new Grant.Login(
                url,
                in.optional("method", login.method).orElse("POST").toUpperCase(Locale.ROOT),
                headers,
                in.optional("contentType", login.contentType).orElse("application/json"),
                Optional.ofNullable(login.payload),
                account.flatMap(Account::username),
                account.map(Account::password),
                extract(in, login));
    }

    private static Grant.Extract extract(Texts in, LoginParameter login) {
        List<String> places = new ArrayList<>();
        add(places, "tokenPointer", login.tokenPointer);
        add(places, "tokenHeader", login.tokenHeader);
        add(places, "tokenCookie", login.tokenCookie);
        if (places.size() > 1) {
            throw in.contradiction(places.get(0), places.get(1));
        }
        if (login.tokenHeader != null) {
            return new Grant.Extract.FromHeader(in.required("tokenHeader", login.tokenHeader, "such as X-Token"));
        }
        if (login.tokenCookie != null) {
            String name = in.required("tokenCookie", login.tokenCookie, "such as SESSION, or * for all");
            return new Grant.Extract.Cookie(name.equals("*") ? "" : name);
        }
        String pointer = in.required(
                "tokenPointer",
                login.tokenPointer,
                "where in the answer the token is, such as <tokenPointer>/access_token</tokenPointer>; # is the whole"
                        + " answer, tokenHeader and tokenCookie look elsewhere");
        String plain = pointer.startsWith("#") ? pointer.substring(1) : pointer;
        if (!plain.isEmpty() && !plain.startsWith("/")) {
            throw Values.wrong(in.name("tokenPointer"), pointer, "a JSON Pointer begins with a slash: /" + plain);
        }
        return new Grant.Extract.Body(plain);
    }

    private Grant clientCredentials(CredentialParameter given) {
        ClientCredentialsParameter client =
                given.clientCredentials == null ? new ClientCredentialsParameter() : given.clientCredentials;
        Texts in = texts.in("clientCredentials");
        SecretValue id;
        SecretValue secret;
        if (client.serverId != null) {
            if (client.clientId != null || client.clientSecret != null) {
                throw in.contradiction(client.clientId == null ? "clientSecret" : "clientId", "serverId");
            }
            Account account = account(in, client.serverId);
            id = account.username()
                    .orElseThrow(() -> in.wrong(
                            "serverId",
                            "the server '" + client.serverId + "' of settings.xml has no user name, which would be the"
                                    + " client's id. Write <username> into it."));
            secret = account.password();
        } else {
            id = in.value("clientId", in.required("clientId", client.clientId, "such as contract-tests"));
            secret = in.value("clientSecret", client.clientSecret);
        }
        return new Grant.ClientCredentials(
                in.optional("tokenUrl", client.tokenUrl),
                id,
                secret,
                Values.names(client.scopes),
                client.inBody != null && Values.flag(in.name("inBody"), client.inBody),
                client.parameters == null ? Map.of() : client.parameters);
    }

    private ContractException contradiction(String one, String other) {
        return one.equals("clientCredentials") && other.equals("serverId")
                ? texts.wrong(
                        "clientCredentials and serverId",
                        "the two contradict each other. Put <serverId> into <clientCredentials>.")
                : texts.contradiction(one, other);
    }
}
