package io.contractcheck.event;

import io.contractcheck.auth.Callers;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What of an API counts once a run is over, so that the run can be judged where its document cannot be read.
 *
 * @param servers the servers' URLs, as the document names them
 * @param schemes the document's security schemes, by name
 * @param operations those that are tested, in document order
 */
public record ApiOutline(List<String> servers, Map<String, Scheme> schemes, List<Call> operations) {
    public ApiOutline {
        servers = List.copyOf(servers);
        schemes = new LinkedHashMap<>(schemes);
        operations = List.copyOf(operations);
    }

    /**
     * A security scheme.
     *
     * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}
     * @param scheme for {@code http}: in lower case, as {@code bearer} or {@code basic}
     * @param in for {@code apiKey}: where the key travels, in lower case
     * @param parameter for {@code apiKey}: the name of the header, query parameter or cookie
     */
    public record Scheme(String type, Optional<String> scheme, Optional<String> in, Optional<String> parameter) {}

    /**
     * An operation.
     *
     * @param label as {@code GET /books/{id}}
     * @param path its template
     * @param security the alternatives, each with its schemes and their scopes
     * @param pathParameters their names
     * @param queryParameters their names
     * @param bare whether it has neither parameters nor a body
     * @param body whether it has a body
     * @param login whether it hands out credentials
     */
    public record Call(
            String label,
            String path,
            List<Map<String, List<String>>> security,
            List<String> pathParameters,
            List<String> queryParameters,
            boolean bare,
            boolean body,
            boolean login) {

        /** Whether the document lets nobody call it without credentials. */
        public boolean requiresCredentials() {
            return !security.isEmpty() && security.stream().noneMatch(Map::isEmpty);
        }
    }

    /** Of an API of which so much is known about who calls. */
    public static ApiOutline of(Api api, Callers callers) {
        Map<String, Scheme> schemes = new LinkedHashMap<>();
        api.securitySchemes()
                .forEach((name, scheme) -> schemes.put(
                        name,
                        new Scheme(
                                scheme.type(),
                                scheme.scheme(),
                                scheme.in().map(in -> in.name().toLowerCase(Locale.ROOT)),
                                scheme.parameter())));
        return new ApiOutline(
                api.servers(),
                schemes,
                api.operations().stream()
                        .map(o -> new Call(
                                o.label(),
                                o.path(),
                                o.security().stream()
                                        .map(SecurityRequirement::schemes)
                                        .toList(),
                                names(o, ParameterLocation.PATH),
                                names(o, ParameterLocation.QUERY),
                                o.parameters().isEmpty() && o.requestBody().isEmpty(),
                                o.requestBody().isPresent(),
                                callers.logsIn(o)))
                        .toList());
    }

    private static List<String> names(Operation operation, ParameterLocation in) {
        return operation.parameters().stream()
                .filter(p -> p.in() == in)
                .map(p -> p.name())
                .toList();
    }
}
