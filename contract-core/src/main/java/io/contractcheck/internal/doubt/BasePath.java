package io.contractcheck.internal.doubt;

import java.net.URI;
import java.util.List;

/** Why nothing was found: most often the path before every operation's. */
final class BasePath {
    /** Others come from servers too that know nothing of the path. */
    private static final List<Integer> OF_THE_SERVICE = List.of(401, 403, 409, 415, 422);

    private BasePath() {}

    static String why(Evidence evidence) {
        String baseUrl = evidence.baseUrl();
        String path = path(baseUrl);
        String origin = baseUrl.substring(0, baseUrl.length() - path.length());
        List<Fate> called = evidence.called();
        boolean byNames = called.stream().noneMatch(f -> f.pathParameters().isEmpty());
        if (byNames && isThere(evidence)) {
            return MissingTestData.why(called);
        }
        String not = "Likely cause: the service is not at " + baseUrl + ". ";
        List<String> documented = evidence.api().servers().stream()
                .map(BasePath::path)
                .filter(d -> !d.isEmpty())
                .distinct()
                .toList();
        boolean asDocumented = documented.stream().anyMatch(path::endsWith);
        if (!documented.isEmpty() && !asDocumented) {
            return not + "By the document's servers the path is " + documented.get(0) + ".\nSet <baseUrl>" + origin
                    + documented.get(0) + "</baseUrl> (contract.baseUrl)."
                    + (byNames ? "\n" + MissingTestData.why(called) : "");
        }
        if (doubled(evidence, path)) {
            return not + "The document's paths begin with " + path + " themselves.\nSet <baseUrl>" + origin
                    + "</baseUrl> (contract.baseUrl).";
        }
        if (!path.isEmpty() && !asDocumented) {
            return not + "Its path, " + path + ", may be wrong; the document does not ask for it.\nSet <baseUrl>"
                    + origin + "</baseUrl> (contract.baseUrl), or the path that the service really has."
                    + (byNames ? "\n" + MissingTestData.why(called) : "");
        }
        return byNames
                ? MissingTestData.why(called) + "\nOr the service is not at " + baseUrl
                        + ": look at <baseUrl> (contract.baseUrl)."
                : not + "It may have a path of its own, such as a context path, or another port.\n"
                        + "Set <baseUrl> (contract.baseUrl), such as " + baseUrl + "/api.";
    }

    /** Whether something was said that only the service itself can say. */
    private static boolean isThere(Evidence evidence) {
        return evidence.fates().stream()
                .flatMap(f -> f.summary().statuses().keySet().stream())
                .anyMatch(OF_THE_SERVICE::contains);
    }

    private static boolean doubled(Evidence evidence, String path) {
        return !path.isEmpty()
                && evidence.called().stream().allMatch(f -> f.operation().path().startsWith(path + "/"));
    }

    private static String path(String url) {
        try {
            String path = URI.create(url).getRawPath();
            return path == null ? "" : path.replaceFirst("/+$", "");
        } catch (IllegalArgumentException e) {
            return ""; // a server with variables left open
        }
    }
}
