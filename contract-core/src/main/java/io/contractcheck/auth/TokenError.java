package io.contractcheck.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Response;
import io.contractcheck.json.Beginning;
import java.util.Optional;

/**
 * An authorization server's refusal (RFC 6749, section 5.2).
 *
 * @param call that was refused
 * @param response the answer
 * @param context for its secrets
 */
record TokenError(AuthCall call, Response response, Context context) {
    private static final int LONGEST = 200;

    /** The error. */
    AuthException refused(Optional<JsonNode> json, boolean inBody) {
        String error = json.map(answer -> answer.path("error").asText("")).orElse("");
        String description =
                json.map(answer -> answer.path("error_description").asText("")).orElse("");
        if (error.isEmpty()) {
            return call.error(
                    "was answered " + response.status(),
                    switch (response.status()) {
                                case 404, 405 -> "That is no token endpoint: the path is wrong, or the base URL is.";
                                case 401, 403 -> "Client id or client secret are wrong, or this client gets no tokens.";
                                default -> "It gave no reason in the form of RFC 6749.";
                            }
                            + " Its answer has " + AuthCall.sizeOf(response) + ", not shown as it may hold secrets.",
                    "Correct <tokenUrl>, <clientId> or <clientSecret>.");
        }
        return call.error(
                "was answered " + response.status() + " with the error " + shown(error),
                description.isEmpty()
                        ? "It gave no description."
                        : "It says: " + shown(context.secrets().mask(description)),
                remedy(error, inBody));
    }

    private static String remedy(String error, boolean inBody) {
        return switch (error) {
            case "invalid_client" ->
                "Client id or client secret are wrong, or they should travel "
                        + (inBody
                                ? "by basic authentication instead of in the body"
                                : "in the body, with <inBody>true</inBody>")
                        + ". Correct <clientId> or <clientSecret>.";
            case "invalid_scope" -> "Correct <scopes>: this client does not get all that it asks for.";
            case "unauthorized_client", "unsupported_grant_type" ->
                "Let the authorization server allow client credentials"
                        + " for this client, or get the token by <login> or <tokenCommand>.";
            default -> "Correct what is sent: <tokenUrl>, <scopes>, or further parameters such as audience.";
        };
    }

    /** Another's words for messages: their beginning, in one line of visible characters. */
    static String shown(String text) {
        String line = text.replaceAll("[^\\x20-\\x7E]+", " ").strip();
        return line.length() > LONGEST ? Beginning.of(line, LONGEST) + "..." : line;
    }
}
