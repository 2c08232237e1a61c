package io.contractcheck;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.http.Header;
import io.contractcheck.link.LinkRule;
import io.contractcheck.openapi.OperationFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        if (!config.operations().isEmpty()) {
            settings.put(
                    "operations",
                    config.operations().stream().map(Deciding::operations).collect(Collectors.joining("; ")));
        }
        if (!config.links().isEmpty()) {
            settings.put(
                    "links", config.links().stream().map(LinkRule::describe).collect(Collectors.joining("; ")));
        }
        if (config.service().log().isPresent()) {
            settings.put(
                    "serviceLog",
                    config.service().packages().isEmpty()
                            ? "read"
                            : "read for " + String.join(", ", config.service().packages()));
        }
        config.service().knowledge().ifPresent(file -> settings.put("knowledge", hash(file)));
        if (!config.service().dictionaries().isEmpty()) {
            settings.put(
                    "dictionary",
                    config.service().dictionaries().stream().map(Deciding::hash).collect(Collectors.joining(", ")));
        }
        settings.put("users", config.auth().users().stream().map(Deciding::user).collect(Collectors.joining(", ")));
        return settings;
    }

    /** What a file says, whatever it is called; one that cannot be read ends the run elsewhere. */
    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException | NoSuchAlgorithmException e) {
            return "unreadable";
        }
    }

    /** Without the values of headers, which may be secret. */
    private static String operations(OperationSettings settings) {
        OperationSettings.Judging judging = settings.judging();
        return settings.filters().stream().map(OperationFilter::text).collect(Collectors.joining(", ")) + ": "
                + settings.enabled().map(e -> e ? "enabled " : "disabled ").orElse("")
                + settings.cases() + " " + judging.checks() + judging.excludeChecks() + judging.expectedStatuses()
                + judging.maxResponseTime()
                + settings.sending().headers().stream().map(Header::name).toList();
    }

    private static String user(AuthSettings.User user) {
        return (user.name().isEmpty() ? "one without a name" : user.name())
                + user.scopes().map(s -> " with " + String.join(" ", s)).orElse("");
    }
}
