package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.ParameterLocation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A user of an authentication file. */
final class WfcUser {
    /** A file says nothing of how long a login lasts; tools that read it agree on five minutes. */
    private static final Duration LIFETIME = Duration.ofSeconds(300);

    private WfcUser() {}

    /** Refuses members that are not known, here and below. */
    static void validate(WfcPlace user) {
        user.known("name", "requireMockHandling", "fixedHeaders", "loginEndpointAuth");
        user.get("requireMockHandling").isTrue();
        user.get("fixedHeaders").elements("headers").forEach(header -> header.known("name", "value"));
        WfcPlace login = user.get("loginEndpointAuth");
        if (!login.exists()) {
            return;
        }
        login.known(
                "endpoint",
                "externalEndpointURL",
                "payloadRaw",
                "payloadUserPwd",
                "headers",
                "verb",
                "contentType",
                "token",
                "expectCookies");
        login.oneOf("endpoint", "externalEndpointURL");
        login.oneOf("payloadRaw", "payloadUserPwd");
        login.get("headers").elements("headers").forEach(header -> header.known("name", "value"));
        if (login.get("payloadUserPwd").exists()) {
            login.get("payloadUserPwd").known("username", "password", "usernameField", "passwordField");
        }
        if (login.get("token").exists()) {
            login.get("token")
                    .known(
                            "extractFrom",
                            "extractSelector",
                            "extractFromField",
                            "sendIn",
                            "sendName",
                            "sendTemplate",
                            "httpHeaderName",
                            "headerPrefix");
        }
    }

    static AuthSettings.User read(WfcPlace user) {
        String name = new WfcPlace(user.file(), user.pointer(), user.node(), null)
                .get("name")
                .required();
        List<AuthSettings.Credential> credentials = new ArrayList<>();
        List<Header> fixed = headers(user.get("fixedHeaders"));
        if (!fixed.isEmpty()) {
            credentials.add(AuthSettings.Credential.of(new Grant.FixedHeaders(fixed)));
        }
        WfcPlace login = user.get("loginEndpointAuth");
        if (login.exists()) {
            logins(login, credentials);
        }
        if (credentials.isEmpty()) {
            throw user.error("has no credentials.", "Give it fixedHeaders or loginEndpointAuth.");
        }
        return new AuthSettings.User(name, credentials, Optional.empty());
    }

    private static void logins(WfcPlace login, List<AuthSettings.Credential> credentials) {
        WfcPlace token = login.get("token");
        boolean cookies = login.get("expectCookies").isTrue();
        if (!token.exists() && !cookies) {
            throw login.error("does not say what the login gives.", "Give it a token, or set expectCookies to true.");
        }
        if (token.exists()) {
            credentials.add(new AuthSettings.Credential(
                    Optional.empty(),
                    Optional.of(placement(token)),
                    login(login, extract(token)),
                    Optional.of(LIFETIME)));
        }
        if (cookies) {
            credentials.add(new AuthSettings.Credential(
                    Optional.empty(),
                    Optional.empty(),
                    login(login, new Grant.Extract.Cookie("")),
                    Optional.of(LIFETIME)));
        }
    }

    private static Grant.Login login(WfcPlace login, Grant.Extract extract) {
        WfcPlace pair = login.get("payloadUserPwd");
        boolean made = pair.exists() && !login.says("payloadRaw");
        String type = login.get("contentType").text().orElse("application/json");
        return new Grant.Login(
                url(login),
                login.get("verb")
                        .choice("POST", "GET", "PATCH", "DELETE", "PUT")
                        .orElse("POST"),
                headers(login.get("headers")),
                type,
                made
                        ? Optional.of(payload(pair, MediaType.of(type), login.get("contentType")))
                        : login.get("payloadRaw").text(),
                made ? Optional.of(secret(pair.get("username"))) : Optional.empty(),
                made ? Optional.of(secret(pair.get("password"))) : Optional.empty(),
                extract);
    }

    private static String url(WfcPlace login) {
        Optional<String> path = login.get("endpoint").text();
        Optional<String> url = login.get("externalEndpointURL").text();
        return (login.says("externalEndpointURL") ? url : path.or(() -> url))
                .orElseThrow(() -> login.error(
                        "has no endpoint.", "Give it an endpoint, which is a path, or an externalEndpointURL."));
    }

    private static SecretValue secret(WfcPlace place) {
        return new SecretValue.Literal(place.required(), place.describe());
    }

    private static String payload(WfcPlace pair, MediaType type, WfcPlace place) {
        String username = pair.get("usernameField").required();
        String password = pair.get("passwordField").required();
        if (type.isJson()) {
            return Json.write(
                    Json.NODES.objectNode().put(username, Payload.USERNAME).put(password, Payload.PASSWORD));
        }
        if (Payload.isForm(type)) {
            return encoded(username) + "=" + Payload.USERNAME + "&" + encoded(password) + "=" + Payload.PASSWORD;
        }
        throw place.error(
                "is '" + type.essence() + "', for which no payload can be made of payloadUserPwd.",
                "It may be application/json or application/x-www-form-urlencoded; others need payloadRaw.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Grant.Extract extract(WfcPlace token) {
        String from =
                token.get("extractFrom").choice("body", "header", "cookie").orElse("body");
        WfcPlace selector = token.get("extractSelector").exists() || !from.equals("body")
                ? token.get("extractSelector")
                : token.get("extractFromField");
        return switch (from) {
            case "header" -> new Grant.Extract.FromHeader(selector.required());
            case "cookie" -> new Grant.Extract.Cookie(selector.required());
            default -> new Grant.Extract.Body(selector.required());
        };
    }

    private static Placement placement(WfcPlace token) {
        String in = token.get("sendIn").choice("header", "query", "cookie").orElse("header");
        String template = token.get("sendTemplate")
                .text()
                .orElseGet(() -> token.get("headerPrefix").text().orElse("") + Placement.TOKEN);
        if (!template.contains(Placement.TOKEN)) {
            throw token.get("sendTemplate")
                    .error("lacks {token}, which stands for the token.", "Write it as 'Bearer {token}'.");
        }
        Optional<String> name = token.get("sendName")
                .text()
                .or(() -> token.get("httpHeaderName").text());
        return new Placement(
                ParameterLocation.valueOf(in.toUpperCase(Locale.ROOT)),
                in.equals("header")
                        ? name.orElse("Authorization")
                        : name.orElseGet(() -> token.get("sendName").required()),
                template);
    }

    private static List<Header> headers(WfcPlace place) {
        List<Header> headers = new ArrayList<>();
        for (WfcPlace header : place.elements("headers")) {
            headers.add(new Header(
                    header.get("name").required(), header.get("value").required()));
        }
        return headers;
    }
}
