package io.contractcheck.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Header;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Hides secrets that are known only by the names they go by. */
final class Disclosed {
    /** {@code token_type} and {@code token_url} are none. */
    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(token|secret|password|passwd|pass|pwd|passphrase|api_?key|private_?key|session_?id|jwt|pin|otp|assertion)");

    /** Shorter ones in answers are words such as {@code basic}. */
    private static final int SHORTEST_ANSWERED = 8;

    private Disclosed() {}

    /** What an answer holds, however deep. */
    static void answer(JsonNode value, Context context) {
        json(value, SHORTEST_ANSWERED, context);
    }

    private static void json(JsonNode value, int shortest, Context context) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode member = field.getValue();
            if (member.isTextual() || member.isNumber()) {
                pair(field.getKey(), member.asText(), shortest, context);
            }
        }
        value.forEach(child -> json(child, shortest, context));
    }

    /** What a query or a form holds. */
    static void form(String text, Context context) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pair(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)), 1, context);
            }
        }
    }

    /** What a payload holds, be it JSON or a form. */
    static void payload(String text, Context context) {
        try {
            json(Json.received(text), 1, context);
        } catch (JsonException e) {
            form(text, context);
        }
    }

    /** What the headers of a request hold. */
    static void request(List<Header> headers, Context context) {
        for (Header header : headers) {
            if (header.is("Authorization")) {
                context.hidden("CONTRACT_LOGIN_AUTHORIZATION", credentials(header));
            }
            context.secrets().addHeader(header);
        }
    }

    /** What the headers of an answer hold, other than cookies. */
    static void answer(List<Header> headers, Context context) {
        for (Header header : headers) {
            if (header.is("Authorization")) {
                context.hidden("CONTRACT_TOKEN", credentials(header));
            } else {
                pair(header.name(), header.value().strip(), SHORTEST_ANSWERED, context);
            }
        }
    }

    private static String credentials(Header header) {
        String value = header.value().strip();
        return value.substring(value.indexOf(' ') + 1).strip();
    }

    private static void pair(String name, String value, int shortest, Context context) {
        if (NAMES.matcher(name).matches() && value.length() >= shortest && !value.startsWith("${")) {
            context.hidden("CONTRACT_" + name, value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // no percent-encoding
        }
    }
}
