package io.contractcheck;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.http.Header;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings that decide which cases are made and how answers are judged, by the names of their parameters, without secrets. */
final class Deciding {
    private Deciding() {}

    static Map<String, String> settings(ContractConfig config) {
        Generation generation = config.generation();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("maxExamples", Integer.toString(generation.maxExamples()));
        settings.put("mode", generation.mode().name().toLowerCase(Locale.ROOT));
        settings.put("generateDuplicateQueryParameters", Boolean.toString(generation.duplicateQueryParameters()));
        settings.put("malformedRequests", Boolean.toString(generation.malformedRequests()));
        settings.put("shrink", Boolean.toString(config.limits().shrink()));
        settings.put(
                "expectedStatuses",
                config.checks().expected().stream().map(String::valueOf).collect(Collectors.joining("; ")));
        config.checks().maxResponseTime().ifPresent(time -> settings.put("maxResponseTime", time.toMillis() + " ms"));
        settings.put("maxRedirects", Integer.toString(config.network().pace().maxRedirects()));
        settings.put(
                "headers", config.network().headers().stream().map(Header::name).collect(Collectors.joining(", ")));
        settings.put("users", config.auth().users().stream().map(Deciding::user).collect(Collectors.joining(", ")));
        return settings;
    }

    private static String user(AuthSettings.User user) {
        return (user.name().isEmpty() ? "one without a name" : user.name())
                + user.scopes().map(s -> " with " + String.join(" ", s)).orElse("");
    }
}
