package io.contractcheck.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Header;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks an authorization server for an access token (RFC 6749, section 4.4). */
record ClientCredentialsSource(Grant.ClientCredentials grant, Context context) implements TokenSource {
    @Override
    public Token fetch() {
        String secret = SecretReading.clientSecret(grant.clientSecret(), context);
        String id = SecretReading.clientId(grant.clientId(), context);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (!grant.scopes().isEmpty()) {
            form.put("scope", String.join(" ", grant.scopes()));
        }
        form.putAll(grant.parameters());
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Accept", "application/json"));
        headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
        if (grant.inBody()) {
            form.put("client_id", id);
            form.put("client_secret", secret);
        } else {
            headers.add(new Header("Authorization", "Basic " + basic(id, secret)));
        }
        AuthCall call = call();
        String body = form.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        Disclosed.form(body, context);
        return token(call, call.send(headers, body.getBytes(StandardCharsets.US_ASCII)));
    }

    private AuthCall call() {
        if (grant.tokenUrl().isPresent()) {
            return AuthCall.to("token request", "POST", grant.tokenUrl().get(), context);
        }
        return AuthCall.toDocuments(
                "token request",
                "POST",
                context.schemeTokenUrl()
                        .orElseThrow(() -> context.error(
                                "The client credentials" + context.whose() + " have no token URL.",
                                "The document has no security scheme for them with a tokenUrl.",
                                "Set <tokenUrl>: a path below the base URL, such as /oauth/token, or a whole URL.")),
                context);
    }

    /** Both are encoded as in a form before (section 2.3.1). */
    private String basic(String id, String secret) {
        context.hidden("CONTRACT_CLIENT_SECRET", encoded(secret));
        String pair = encoded(id) + ":" + encoded(secret);
        return context.hidden(
                "CONTRACT_CLIENT_BASIC", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
    }

    private Token token(AuthCall call, Response response) {
        Optional<JsonNode> json = json(response);
        json.map(answer -> answer.path("access_token").asText())
                .ifPresent(token -> context.hidden("CONTRACT_TOKEN", Token.bare(token.strip())));
        json.ifPresent(answer -> Disclosed.answer(answer, context));
        if (response.status() / 100 != 2) {
            throw new TokenError(call, response, context).refused(json, grant.inBody());
        }
        JsonNode answer = json.filter(JsonNode::isObject)
                .orElseThrow(() -> call.error(
                        "was answered " + response.status() + " with "
                                + (AuthCall.isPage(response) ? "an HTML page" : "no JSON object"),
                        "Its answer has " + AuthCall.sizeOf(response) + ", not shown as it may hold secrets.",
                        "Correct <tokenUrl>: an authorization server's token endpoint answers with JSON."));
        JsonNode token = answer.path("access_token");
        if (!token.isTextual() || token.textValue().isBlank()) {
            throw call.error(
                    "was answered " + response.status() + " without an access_token",
                    "The answer is " + Members.describe(answer) + ".",
                    "Correct <tokenUrl>; if it is another kind of login, use <login>.");
        }
        JsonNode type = answer.path("token_type");
        if (type.isTextual() && !type.textValue().equalsIgnoreCase("bearer")) {
            throw call.error(
                    "gave a token of type '" + TokenError.shown(type.textValue()) + "', which is not bearer",
                    "Such tokens are not just sent: requests must be signed or bound with them.",
                    "Let the authorization server give bearer tokens to this client, or sign requests in a hook.");
        }
        String value = Carried.token(token.textValue().strip(), "access_token of the answer", context);
        Optional<List<String>> scopes = Expiry.scopes(answer)
                .or(() -> grant.scopes().isEmpty() ? Optional.empty() : Optional.of(grant.scopes()));
        return Tokens.described(new Token(value, Expiry.beside(answer, context.clock()), scopes, List.of()), context);
    }

    private static Optional<JsonNode> json(Response response) {
        try {
            return response.content().filter(bytes -> bytes.length > 0).map(Json::received);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
