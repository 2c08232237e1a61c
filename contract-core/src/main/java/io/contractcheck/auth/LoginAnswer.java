package io.contractcheck.auth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Header;
import io.contractcheck.http.Response;
import io.contractcheck.http.Utf8;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.util.List;
import java.util.Optional;

/**
 * What a login answered.
 *
 * @param call that was answered
 * @param response the answer
 * @param context for its secrets
 */
record LoginAnswer(AuthCall call, Response response, Context context) {

    /** Hides whatever in it may be secret, the credential first. */
    void hide(Grant.Extract place) {
        if (place instanceof Grant.Extract.FromHeader header) {
            response.header(header.name())
                    .ifPresent(value -> context.hidden("CONTRACT_TOKEN", Token.bare(value.strip())));
        }
        if (place instanceof Grant.Extract.Body body && body.pointer().startsWith("/")) {
            json().map(answer -> answer.at(body.pointer()))
                    .filter(JsonNode::isTextual)
                    .ifPresent(found -> context.hidden(
                            "CONTRACT_TOKEN", Token.bare(found.textValue().strip())));
        }
        ReceivedCookie.all(response).forEach(cookie -> cookie.hide(context));
        json().ifPresent(body -> Disclosed.answer(body, context));
        Disclosed.answer(response.headers(), context);
    }

    /** The error for an answer that is no success. */
    AuthException refused() {
        int status = response.status();
        String why = switch (status) {
            case 400, 415, 422 -> "It did not understand the payload, or something is missing in it.";
            case 401, 403 -> "User name or password are wrong, or the user may not log in.";
            case 404 -> "Nothing is there: the path is wrong, or the base URL is.";
            case 405 -> "It wants another method than " + call.method() + ".";
            case 429 -> "There were too many logins.";
            default ->
                status >= 500
                        ? "It failed; its own log says why."
                        : status >= 300 ? "It leads elsewhere, and is not followed." : "That is no success.";
        };
        return call.error(
                "was answered " + status,
                why + " Its answer has " + AuthCall.sizeOf(response) + ", not shown as it may hold secrets.",
                "Correct <login> (url or path, method, contentType, payload), <username> or <password>.");
    }

    /** The credential. */
    Token token(Grant.Extract place) {
        if (place instanceof Grant.Extract.FromHeader header) {
            return inHeader(header.name());
        }
        if (place instanceof Grant.Extract.Cookie cookie) {
            return inCookie(cookie.name());
        }
        return inBody(((Grant.Extract.Body) place).pointer());
    }

    private Token inHeader(String name) {
        String value = response.header(name)
                .orElseThrow(() -> call.error(
                        "was answered " + response.status() + " without a header " + name,
                        "Its headers are: "
                                + String.join(
                                        ", ",
                                        response.headers().stream()
                                                .map(Header::name)
                                                .distinct()
                                                .toList())
                                + "." + redirect(),
                        "Correct <tokenHeader>, or say where else the token is: <tokenPointer>, <tokenCookie>."));
        return Tokens.described(
                Token.of(Carried.token(value.strip(), "the header " + name + " of the login's answer", context)),
                context);
    }

    private Token inCookie(String name) {
        List<ReceivedCookie> cookies = ReceivedCookie.all(response);
        List<ReceivedCookie> wanted = cookies.stream()
                .filter(cookie -> name.isEmpty() || cookie.name().equals(name))
                .toList();
        if (wanted.isEmpty()) {
            throw call.error(
                    "was answered " + response.status()
                            + (name.isEmpty() ? " without a cookie" : " without a cookie " + name),
                    (cookies.isEmpty()
                                    ? "It sets no cookies."
                                    : "It sets the cookies: "
                                            + String.join(
                                                    ", ",
                                                    cookies.stream()
                                                            .map(ReceivedCookie::name)
                                                            .toList())
                                            + ".")
                            + redirect(),
                    "Correct <tokenCookie>; or <username>, <password> or <payload> if the login failed.");
        }
        if (response.status() >= 300 && failedByPlace()) {
            throw call.error(
                    "was answered " + response.status() + " and led back to a page about an error",
                    "That is how a login form refuses." + redirect(),
                    "Correct <username>, <password> or <payload>.");
        }
        if (!name.isEmpty()) {
            context.hidden("CONTRACT_COOKIE_" + name, wanted.get(0).value());
        }
        return ReceivedCookie.token(wanted, !name.isEmpty(), context);
    }

    private Token inBody(String pointer) {
        if (pointer.isEmpty()) {
            return inText();
        }
        JsonPointer place;
        try {
            place = JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            throw call.error(
                    "cannot be read: '" + pointer + "' is no JSON Pointer",
                    "It begins with a slash, and has one before every name (RFC 6901).",
                    "Write it as /" + pointer.replace('.', '/'));
        }
        JsonNode body = json().orElseThrow(() -> call.error(
                "was answered " + response.status() + " with "
                        + (AuthCall.isPage(response)
                                ? "an HTML page"
                                : response.body().length == 0 ? "nothing" : "no JSON")
                        + ", so there is nothing at " + pointer,
                "Its answer has " + AuthCall.sizeOf(response) + ", not shown as it may hold secrets."
                        + (AuthCall.isPage(response) ? " It may be the page where people log in." : ""),
                "Correct the <url> or <path>, or say where else the token is: <tokenHeader>, <tokenCookie>."));
        JsonNode found = body.at(place);
        if (!found.isTextual() && !found.isNumber() || found.asText().isBlank()) {
            throw call.error(
                    "was answered " + response.status() + " without a token at " + pointer,
                    Members.describe(body, place),
                    "Correct <tokenPointer>.");
        }
        String value = Carried.token(found.asText().strip(), pointer + " of the login's answer", context);
        JsonNode beside = body.at(place.head());
        return Tokens.described(
                new Token(value, Expiry.beside(beside, context.clock()), Expiry.scopes(beside), List.of()), context);
    }

    private Token inText() {
        String text = response.content().flatMap(Utf8::decode).orElse("").strip();
        context.hidden("CONTRACT_TOKEN", Token.bare(text));
        if (text.isEmpty() || AuthCall.isPage(response) || text.startsWith("{") || text.startsWith("[")) {
            throw call.error(
                    "was answered " + response.status() + " with "
                            + (text.isEmpty() ? "no text" : AuthCall.isPage(response) ? "an HTML page" : "JSON")
                            + " where the whole answer should be the token",
                    "Its answer has " + AuthCall.sizeOf(response) + ", not shown as it may hold secrets.",
                    "Say where in it the token is, as with <tokenPointer>/access_token</tokenPointer>.");
        }
        // a JSON text is a token in quotes
        String value =
                json().filter(JsonNode::isTextual).map(JsonNode::textValue).orElse(text);
        return Tokens.described(Token.of(Carried.token(value, "the login's answer", context)), context);
    }

    private Optional<JsonNode> json() {
        try {
            return response.content().filter(bytes -> bytes.length > 0).map(Json::received);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private boolean failedByPlace() {
        return response.header("Location")
                .map(to -> to.matches("(?i).*\\b(error|fail|failed|failure|denied|invalid)\\b.*"))
                .orElse(false);
    }

    private String redirect() {
        return response.status() < 300
                ? ""
                : response.header("Location")
                        .map(to -> " It leads to " + to.replaceAll("[?#].*", "") + ".")
                        .orElse("");
    }
}
