package io.contractcheck.internal.doubt;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Why nothing was found: most often the path before every operation's. */
final class BasePath {
    private BasePath() {}

    static String why(Evidence evidence) {
        String baseUrl = evidence.baseUrl();
        String path = path(baseUrl);
        List<String> documented =
                evidence.api().servers().stream().map(BasePath::path).distinct().toList();
        Optional<String> other = documented.stream().anyMatch(path::endsWith) && !documented.contains("")
                ? Optional.empty()
                : documented.stream().filter(d -> !path.endsWith(d)).findFirst();
        StringBuilder why = new StringBuilder("Likely cause: the service is not at " + baseUrl + ". ");
        if (other.isPresent()) {
            why.append("By the document's servers the path is ")
                    .append(other.get())
                    .append(".\nSet <baseUrl>")
                    .append(baseUrl, 0, baseUrl.length() - path.length())
                    .append(other.get())
                    .append("</baseUrl> (contract.baseUrl).");
        } else if (doubled(evidence, path)) {
            why.append("The document's paths begin with ")
                    .append(path)
                    .append(" themselves.\nSet <baseUrl>")
                    .append(baseUrl, 0, baseUrl.length() - path.length())
                    .append("</baseUrl> (contract.baseUrl).");
        } else if (!path.isEmpty()) {
            why.append("Its path, ")
                    .append(path)
                    .append(", may be wrong; the document does not ask for it.\nSet <baseUrl>")
                    .append(baseUrl, 0, baseUrl.length() - path.length())
                    .append("</baseUrl> (contract.baseUrl), or the path that the service really has.");
        } else {
            why.append("It may have a path of its own, such as a context path, or another port.\n")
                    .append("Set <baseUrl> (contract.baseUrl), such as ")
                    .append(baseUrl)
                    .append("/api.");
        }
        if (evidence.called().stream().noneMatch(f -> f.pathParameters().isEmpty())) {
            why.append("\nOr nothing exists by the values that were made up: ").append(MissingTestData.REMEDY);
        }
        return why.toString();
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
