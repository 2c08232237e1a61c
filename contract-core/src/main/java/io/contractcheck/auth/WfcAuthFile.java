package io.contractcheck.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Utf8;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.json.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who calls, as an authentication file of Web Fuzzing Commons says it: fixed headers, and logins that hand out tokens or cookies. What
 * {@code authTemplate} says holds for every user who says nothing else. {@code configs} are other tools' settings, and
 * {@code requireMockHandling} concerns tools that change the service from within; both are passed over.
 */
public final class WfcAuthFile {
    private WfcAuthFile() {}

    /**
     * Reads such a file, JSON or YAML.
     *
     * @param users names of those taken, in that order; empty for all, in the order of the file
     * @throws AuthException if it cannot be read; the message names the file and the pointer
     */
    public static AuthSettings read(Path file, List<String> users) {
        JsonNode root = parse(file);
        WfcPlace top = WfcPlace.root(file.getFileName().toString(), root);
        top.known("schemaVersion", "auth", "authTemplate", "configs");
        WfcPlace template = top.get("authTemplate");
        if (template.exists()) {
            WfcUser.validate(template);
        }
        Map<String, AuthSettings.User> all = new LinkedHashMap<>();
        for (WfcPlace entry : top.get("auth").elements("users")) {
            WfcUser.validate(entry);
            AuthSettings.User user = WfcUser.read(entry.orElse(template));
            if (all.put(user.name(), user) != null) {
                throw entry.get("name").error("is '" + user.name() + "' again.", "Every user has a name of its own.");
            }
        }
        if (all.isEmpty()) {
            throw top.get("auth")
                    .error("has no users.", "Give at least one, with a name and fixedHeaders or loginEndpointAuth.");
        }
        return users.isEmpty() ? new AuthSettings(List.copyOf(all.values())) : chosen(file, users, all);
    }

    private static AuthSettings chosen(Path file, List<String> users, Map<String, AuthSettings.User> all) {
        List<AuthSettings.User> chosen = new ArrayList<>();
        for (String name : users) {
            AuthSettings.User user = all.get(name);
            if (user == null) {
                throw new AuthException("There is no user '" + name + "' in " + file.getFileName()
                        + ".\nIts users are: " + String.join(", ", all.keySet()) + ".");
            }
            chosen.add(user);
        }
        return new AuthSettings(chosen);
    }

    private static JsonNode parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new AuthException("There is no authentication file " + file
                    + ".\nA relative path is taken from the folder of the pom.");
        }
        String text;
        try {
            text = Utf8.decode(Files.readAllBytes(file))
                    .orElseThrow(() -> new AuthException(
                            "The authentication file " + file + " is no UTF-8 text.\nSave it as UTF-8."));
        } catch (IOException e) {
            throw new AuthException("The authentication file " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + ").\nLet the user who runs the build read it.");
        }
        try {
            return text.stripLeading().startsWith("{") ? Json.parse(text) : Yaml.parse(text);
        } catch (JsonException e) {
            // the parser's own words may quote the line, and with it a password
            String place = String.valueOf(e.getMessage()).replaceAll("(?s).*(\\(line \\d+, column \\d+\\))$", " $1");
            throw new AuthException("The authentication file " + file + " is neither JSON nor YAML"
                    + (place.startsWith(" (line") ? place : "")
                    + ".\nIt is to have the form that Web Fuzzing Commons defines; TOML is not read.");
        }
    }
}
