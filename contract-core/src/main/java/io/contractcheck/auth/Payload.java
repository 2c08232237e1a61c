package io.contractcheck.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a login request sends. */
final class Payload {
    /** Stands for the user name. */
    static final String USERNAME = "${username}";

    /** Stands for the password. */
    static final String PASSWORD = "${password}";

    private Payload() {}

    /** The payload with user name and password in it; nothing if there is none. */
    static Optional<String> of(Grant.Login login, Context context) {
        Optional<String> password = login.password().map(value -> SecretReading.password(value, context));
        Optional<String> username = login.username().map(value -> SecretReading.username(value, context));
        login.payload().ifPresent(text -> Disclosed.payload(text, context));
        MediaType type = MediaType.of(login.contentType());
        Optional<String> template = login.payload()
                .or(() -> username.isPresent() && password.isPresent() ? usual(type, context) : Optional.empty());
        return template.map(text -> {
            String named = filled(text, USERNAME, "username", username, type, context);
            return filled(named, PASSWORD, "password", password, type, context);
        });
    }

    private static Optional<String> usual(MediaType type, Context context) {
        if (type.isJson()) {
            ObjectNode payload =
                    Json.NODES.objectNode().put("username", USERNAME).put("password", PASSWORD);
            return Optional.of(Json.write(payload));
        }
        if (isForm(type)) {
            return Optional.of("username=" + USERNAME + "&password=" + PASSWORD);
        }
        throw context.error(
                "The login" + context.whose() + " has no payload, and for " + type.essence()
                        + " there is no usual one.",
                "Give <login> a <payload> in which ${username} and ${password} stand for the two.");
    }

    private static String filled(
            String text, String placeholder, String name, Optional<String> value, MediaType type, Context context) {
        if (!text.contains(placeholder)) {
            return text;
        }
        if (value.isEmpty()) {
            throw context.error(
                    "The payload of the login" + context.whose() + " holds " + placeholder + ", and there is no " + name
                            + ".",
                    "Set <" + name + ">: the value itself, env:NAME, or file:PATH.");
        }
        return text.replace(placeholder, escaped(value.get(), type));
    }

    private static String escaped(String value, MediaType type) {
        if (type.isJson()) {
            String quoted = Json.write(Json.NODES.textNode(value));
            return quoted.substring(1, quoted.length() - 1);
        }
        if (isForm(type)) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
        return type.isXml()
                ? value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                : value;
    }

    /** Whether it is that of an HTML form. */
    static boolean isForm(MediaType type) {
        return type.essence().equals("application/x-www-form-urlencoded");
    }
}
