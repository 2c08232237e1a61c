package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.SecurityRequirement;
import io.contractcheck.openapi.SecurityScheme;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

record HeaderCredentials(List<Header> headers, Map<String, SecurityScheme> schemes) implements Credentials {

    static void hide(List<Header> headers, Map<String, SecurityScheme> schemes, Secrets secrets) {
        for (SecurityScheme scheme : schemes.values()) {
            if (scheme.in().isEmpty() || scheme.parameter().isEmpty()) {
                continue;
            }
            String name = scheme.parameter().get();
            for (Header header : headers) {
                if (scheme.in().get() == ParameterLocation.HEADER && header.is(name)) {
                    // Authorization keeps its scheme, and is hidden without the document's help
                    if (!header.is("Authorization")) {
                        secrets.add("CONTRACT_" + name, header.value());
                    }
                } else if (scheme.in().get() == ParameterLocation.COOKIE && header.is("Cookie")) {
                    Arrays.stream(header.value().split(";"))
                            .map(pair -> pair.trim().split("=", 2))
                            .filter(pair -> pair.length == 2 && pair[0].equals(name))
                            .forEach(pair -> secrets.add("CONTRACT_COOKIE_" + name, pair[1]));
                }
            }
        }
    }

    @Override
    public Request apply(Operation operation, Request request) {
        Request result = request;
        for (Header header : headers) {
            result = result.withHeader(header.name(), header.value());
        }
        return result;
    }

    @Override
    public Request strip(Operation operation, Request request) {
        Request result = request.withoutHeader("Authorization").withoutHeader("Proxy-Authorization");
        for (Header header : headers) {
            if (Secrets.carriesCredentials(header.name())) {
                result = result.withoutHeader(header.name());
            }
        }
        for (SecurityRequirement requirement : operation.security()) {
            for (String name : requirement.schemes().keySet()) {
                SecurityScheme scheme = schemes.get(name);
                if (scheme != null
                        && scheme.in().isPresent()
                        && scheme.parameter().isPresent()) {
                    result = without(
                            result, scheme.in().get(), scheme.parameter().get());
                }
            }
        }
        return result;
    }

    private static Request without(Request request, ParameterLocation in, String name) {
        return switch (in) {
            case HEADER -> request.withoutHeader(name);
            case QUERY -> withoutQuery(request, name);
            case COOKIE -> withoutCookie(request, name);
            case PATH -> request;
        };
    }

    private static Request withoutQuery(Request request, String name) {
        if (request.query().isEmpty()) {
            return request;
        }
        String rest = Arrays.stream(request.query().get().split("&"))
                .filter(pair -> !URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8)
                        .equals(name))
                .collect(Collectors.joining("&"));
        return request.withTarget(rest.isEmpty() ? request.path() : request.path() + "?" + rest);
    }

    private static Request withoutCookie(Request request, String name) {
        if (request.header("Cookie").isEmpty()) {
            return request;
        }
        String rest = Arrays.stream(request.header("Cookie").get().split(";"))
                .map(String::trim)
                .filter(pair -> !pair.split("=", 2)[0].equals(name))
                .collect(Collectors.joining("; "));
        return rest.isEmpty() ? request.withoutHeader("Cookie") : request.withHeader("Cookie", rest);
    }
}
