package io.contractcheck.event;

import io.contractcheck.auth.Callers;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityRequirement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of an API counts once a run is over, so that the run can be judged where its document cannot be read.
 *
 * @param servers the servers' URLs, as the document names them
 * @param schemes the document's security schemes, by name
 * @param operations those that are tested, in document order
 */
public record ApiOutline(List<String> servers, Map<String, Scheme> schemes, List<Call> operations) {
    private static final int PRODUCERS = 5;

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
     * @param needs by the name of what names a resource, in its path or where else it is required: the labels of operations that bring it,
     *     the likeliest first and a few at most; none if no operation does
     */
    public record Call(
            String label,
            String path,
            List<Map<String, List<String>>> security,
            List<String> pathParameters,
            List<String> queryParameters,
            boolean bare,
            boolean body,
            boolean login,
            Map<String, List<String>> needs) {
        public Call {
            needs = needs == null ? new LinkedHashMap<>() : new LinkedHashMap<>(needs); // absent in older journals
        }

        /** Whether the document lets nobody call it without credentials. */
        public boolean requiresCredentials() {
            return !security.isEmpty() && security.stream().noneMatch(Map::isEmpty);
        }
    }

    /** Of an API of which so much is known about who calls, and what brings what. */
    public static ApiOutline of(Api api, Callers callers, LinkGraph links) {
        Map<String, Scheme> schemes = new LinkedHashMap<>();
        api.securitySchemes()
                .forEach((name, scheme) -> schemes.put(
                        name,
                        new Scheme(
                                scheme.type(),
                                scheme.scheme(),
                                scheme.in().map(in -> in.name().toLowerCase(Locale.ROOT)),
                                scheme.parameter())));
        // Once for all operations, since there may be very many links
        Map<String, List<ResourceLink>> to = links.links().stream()
                .collect(Collectors.groupingBy(link -> link.consumer().label()));
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
                                callers.logsIn(o),
                                needs(o, to.getOrDefault(o.label(), List.of()), links)))
                        .toList());
    }

    private static Map<String, List<String>> needs(Operation operation, List<ResourceLink> to, LinkGraph links) {
        Set<Target> needed = new LinkedHashSet<>();
        names(operation, ParameterLocation.PATH)
                .forEach(name -> needed.add(new Target.OfParameter(ParameterLocation.PATH, name)));
        needed.removeIf(target -> to.stream().noneMatch(link -> brings(link, target)));
        needed.addAll(links.unmet().getOrDefault(operation, List.of()));
        Map<String, List<String>> needs = new LinkedHashMap<>();
        needed.forEach(target -> needs.put(
                name(target),
                to.stream()
                        .filter(link -> brings(link, target))
                        .map(link -> link.producer().label())
                        .filter(label -> !label.equals(operation.label()))
                        .distinct()
                        .limit(PRODUCERS)
                        .toList()));
        return needs;
    }

    private static boolean brings(ResourceLink link, Target target) {
        return link.bindings().stream().anyMatch(b -> b.target().equals(target));
    }

    /** As people call it, without where it goes. */
    private static String name(Target target) {
        if (target instanceof Target.OfParameter parameter) {
            return parameter.name();
        }
        String place = target.describe();
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private static List<String> names(Operation operation, ParameterLocation in) {
        return operation.parameters().stream()
                .filter(p -> p.in() == in)
                .map(p -> p.name())
                .toList();
    }
}
