package io.contractcheck.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Credentials in words that tell everything but what they are. */
final class Describing {
    private Describing() {}

    /** What a grant gives. */
    static String kind(Grant grant) {
        if (grant instanceof Grant.Password) {
            return "user name and password";
        }
        if (grant instanceof Grant.FixedHeaders) {
            return "fixed headers";
        }
        return grant instanceof Grant.Login login && login.token() instanceof Grant.Extract.Cookie
                ? "session cookie"
                : "token";
    }

    /** Where a grant gets it from, as users set it. */
    static String from(Grant grant) {
        if (grant instanceof Grant.Given given) {
            return given.value().toString();
        }
        if (grant instanceof Grant.Password password) {
            return password.password().toString();
        }
        if (grant instanceof Grant.Command) {
            return "tokenCommand";
        }
        if (grant instanceof Grant.Login login) {
            return "a login at " + withoutQuery(login.url());
        }
        if (grant instanceof Grant.ClientCredentials client) {
            return "client credentials"
                    + client.tokenUrl().map(url -> " at " + withoutQuery(url)).orElse("");
        }
        return "the configuration";
    }

    /** A query may hold a key, under whatever name. */
    private static String withoutQuery(String url) {
        return url.replaceFirst("[?#].*", "");
    }

    /** What to look at when it is refused. */
    static String remedy(Grant grant) {
        if (grant instanceof Grant.Command command) {
            return "Run the tokenCommand by hand in " + command.directory() + ", and try what it prints with curl.";
        }
        if (grant instanceof Grant.Login || grant instanceof Grant.ClientCredentials) {
            return "See whether " + from(grant) + " gives a token for this service, and not for another"
                    + " environment, audience or client.";
        }
        if (grant instanceof Grant.FixedHeaders) {
            return "Try the configured headers with curl.";
        }
        return "Look at " + from(grant) + ": is it for this service, and this environment?";
    }

    /** The whole: {@code token of 1,043 characters from tokenCommand, for scheme jwt, expires in 59 min}. */
    static String whole(Held held, String where, Instant now) {
        Token token = held.token();
        String length = token.headers().isEmpty() && !(held.grant() instanceof Grant.Password)
                ? String.format(Locale.ROOT, " of %,d characters", token.bare().length())
                : "";
        return kind(held.grant()) + length + " from " + from(held.grant()) + ", " + where
                + end(held.expires(), now).map(e -> ", " + e).orElse("");
    }

    /** When it ends or has ended. */
    static Optional<String> end(Optional<Instant> expires, Instant now) {
        return expires.map(e -> e.isAfter(now)
                ? "expires in " + rounded(Duration.between(now, e))
                : "expired " + rounded(Duration.between(e, now)) + " ago");
    }

    private static String rounded(Duration duration) {
        return duration.toHours() >= 48
                ? duration.toDays() + " days"
                : duration.toMinutes() >= 120
                        ? duration.toHours() + " h"
                        : duration.toSeconds() >= 120 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
