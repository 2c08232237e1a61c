package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** From how a credential is got to what gets it. */
final class TokenSources {
    private static final List<String> HARMLESS =
            List.of("accept", "accept-language", "content-type", "user-agent", "origin", "referer", "host");
    private static final Pattern WORDS = Pattern.compile("[^0-9]*");

    private TokenSources() {}

    /** Gets what the grant says. */
    static TokenSource of(Grant grant, Context context) {
        if (grant instanceof Grant.Given given) {
            return () -> Tokens.described(SecretReading.token(given.value(), context), context);
        }
        if (grant instanceof Grant.Password password) {
            return () -> basic(password, context);
        }
        if (grant instanceof Grant.FixedHeaders fixed) {
            return () -> fixed(fixed, context);
        }
        if (grant instanceof Grant.Command command) {
            return new CommandSource(command, context);
        }
        if (grant instanceof Grant.Login login) {
            return new LoginSource(login, context);
        }
        if (grant instanceof Grant.ClientCredentials client) {
            return new ClientCredentialsSource(client, context);
        }
        throw new IllegalStateException("no source for " + grant.getClass());
    }

    private static Token basic(Grant.Password grant, Context context) {
        String password = SecretReading.password(grant.password(), context);
        String username = SecretReading.username(grant.username(), context);
        if (username.indexOf(':') >= 0) {
            throw context.error(
                    "The user name" + context.whose() + " holds a colon, which basic authentication cannot carry"
                            + " (RFC 7617, section 2).",
                    "It comes from " + grant.username() + ".",
                    "Set <username> to the part before the colon, and <password> to the rest.");
        }
        String pair = username + ":" + password;
        return Token.of(context.hidden(
                "CONTRACT_TOKEN", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    }

    private static Token fixed(Grant.FixedHeaders grant, Context context) {
        grant.headers().forEach(header -> hide(header, context));
        for (Header header : grant.headers()) {
            SecretReading.refusePlaceholders(header.value(), "The header " + header.name() + context.whose(), context);
            Carried.refuseUnlessHeader(header.value(), "The value of the header " + header.name(), context);
        }
        return new Token("", Optional.empty(), Optional.empty(), grant.headers());
    }

    /** Hides what a header carries; plain words, as in {@code X-Role: admin}, only where the name tells of a secret. */
    static void hide(Header header, Context context) {
        String value = header.value().strip();
        if (header.is("Authorization") || header.is("Proxy-Authorization")) {
            context.hidden(
                    "CONTRACT_TOKEN", value.substring(value.indexOf(' ') + 1).strip());
        } else if (header.is("Cookie")) {
            ReceivedCookie.sent(value).forEach(cookie -> cookie.hide(context));
        } else if ((Secrets.carriesCredentials(header.name())
                || !HARMLESS.contains(header.name().toLowerCase(Locale.ROOT))
                        && !WORDS.matcher(value).matches())) {
            context.hidden("CONTRACT_" + header.name(), value);
        }
        context.secrets().addHeader(header);
    }
}
