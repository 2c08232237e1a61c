package io.contractcheck.internal.doubt;

import io.contractcheck.event.ApiOutline.Scheme;

/** A security scheme for people, and the parameters that satisfy it. */
final class Schemes {
    static final String ANY = "Give them by <token>, <tokenCommand>, <login>, or <username> and <password>.";

    private Schemes() {}

    static String described(Scheme scheme) {
        return switch (scheme.type()) {
            case "apiKey" ->
                "a key in the "
                        + scheme.in().orElse("header")
                        + scheme.parameter().map(p -> " " + p).orElse("");
            case "http" -> scheme.scheme().orElse("some") + " authentication";
            case "mutualTLS" -> "a client certificate";
            default -> "a bearer token, " + scheme.type();
        };
    }

    static String remedy(Scheme scheme) {
        return switch (scheme.type()) {
            case "apiKey" -> "Set <token>env:API_KEY</token> (contract.token).";
            case "mutualTLS" ->
                "Let the service trust the test without one, or leave these operations out with <excludes>.";
            case "http" ->
                scheme.scheme().filter("basic"::equals).isPresent()
                        ? "Set <username> and <password>env:PASSWORD</password> (contract.username, contract.password), or"
                                + " <serverId> (contract.serverId) for those of settings.xml."
                        : token();
            default -> token();
        };
    }

    private static String token() {
        return "Say how a token is got: <tokenCommand>./token.sh</tokenCommand> (contract.tokenCommand),"
                + " <token>env:TOKEN</token> (contract.token), <login> or <clientCredentials>.";
    }
}
