package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to authenticate that the document names.
 *
 * @param name the key under which it is defined
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}; Swagger's {@code basic} is {@code http}
 * @param scheme for {@code http}: in lower case, as {@code bearer} or {@code basic}
 * @param in for {@code apiKey}: where the key travels
 * @param parameter for {@code apiKey}: the name of the header, query parameter or cookie
 * @param bearerFormat for {@code http} with {@code bearer}: what the token is, as {@code JWT}; a hint for people
 * @param flows for {@code oauth2}: the ways to a token, in document order
 * @param openIdConnectUrl for {@code openIdConnect}: where the provider describes itself
 * @param source where it stands in the document
 */
public record SecurityScheme(
        String name,
        String type,
        Optional<String> scheme,
        Optional<ParameterLocation> in,
        Optional<String> parameter,
        Optional<String> bearerFormat,
        List<Flow> flows,
        Optional<String> openIdConnectUrl,
        Located source) {

    public SecurityScheme {
        flows = List.copyOf(flows);
    }

    /** Whether a request can carry it: a client certificate belongs to the connection. */
    public boolean sendable() {
        return switch (type) {
            case "apiKey" -> in.isPresent() && parameter.isPresent();
            case "http" -> scheme.isPresent();
            case "oauth2", "openIdConnect" -> true;
            default -> false;
        };
    }

    /** Whether what it carries may be a signed token (RFC 7519), as far as the document says. */
    public boolean mayBeSigned() {
        return switch (type) {
            case "oauth2", "openIdConnect" -> true;
            case "http" -> scheme.filter("bearer"::equals).isPresent();
            default -> false;
        };
    }

    /** In words, with its name, such as {@code api_key (apiKey in header X-Key)}. */
    public String describe() {
        String what = scheme.map(s -> "http " + s)
                .orElseGet(() -> in.map(i -> type + " in " + i.name().toLowerCase(Locale.ROOT) + " "
                                + parameter.orElse("without a name"))
                        .orElse(type));
        return name + " (" + what + ")";
    }

    /**
     * One of OAuth's ways to a token (RFC 6749).
     *
     * @param name as OpenAPI 3 has it: {@code implicit}, {@code password}, {@code clientCredentials} or {@code authorizationCode}
     * @param tokenUrl where tokens are handed out, as the document writes it
     * @param refreshUrl where they are renewed, as the document writes it
     * @param scopes that can be asked for, in document order
     */
    public record Flow(String name, Optional<String> tokenUrl, Optional<String> refreshUrl, List<String> scopes) {
        public Flow {
            scopes = List.copyOf(scopes);
        }
    }
}
