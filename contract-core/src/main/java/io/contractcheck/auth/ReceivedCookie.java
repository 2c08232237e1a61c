package io.contractcheck.auth;

import io.contractcheck.http.Header;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A cookie that an answer sets (RFC 6265, section 4.1).
 *
 * @param name its name
 * @param value its value, as it goes back
 * @param maxAge seconds until it ends, if it says so
 */
record ReceivedCookie(String name, String value, OptionalLong maxAge) {
    private static final int SHORTEST = 8;

    /** Those that an answer sets, the last of each name; those that it takes away are none. */
    static List<ReceivedCookie> all(Response response) {
        List<ReceivedCookie> cookies = new ArrayList<>();
        for (Header header : response.headers()) {
            if (header.is("Set-Cookie")) {
                read(header.value()).ifPresent(cookie -> {
                    cookies.removeIf(c -> c.name.equals(cookie.name));
                    if (!cookie.value.isEmpty() && cookie.maxAge.orElse(1) > 0) {
                        cookies.add(cookie);
                    }
                });
            }
        }
        return cookies;
    }

    /** Those of a request's header {@code Cookie}. */
    static List<ReceivedCookie> sent(String header) {
        List<ReceivedCookie> cookies = new ArrayList<>();
        for (String pair : header.split(";")) {
            read(pair).ifPresent(cookies::add);
        }
        return cookies;
    }

    private static Optional<ReceivedCookie> read(String text) {
        String[] parts = text.split(";");
        int equals = parts[0].indexOf('=');
        if (equals <= 0) {
            return Optional.empty();
        }
        OptionalLong maxAge = OptionalLong.empty();
        for (int i = 1; i < parts.length; i++) {
            String[] attribute = parts[i].strip().split("=", 2);
            if (attribute.length == 2
                    && attribute[0].equalsIgnoreCase("Max-Age")
                    && attribute[1].matches("-?[0-9]{1,15}")) {
                maxAge = OptionalLong.of(Long.parseLong(attribute[1]));
            }
        }
        return Optional.of(new ReceivedCookie(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                maxAge));
    }

    /** Hides the value, unless it is a short one of a harmless name, such as {@code lang=de}. */
    void hide(Context context) {
        if (value.length() >= SHORTEST || Secrets.carriesCredentials(name)) {
            context.hidden("CONTRACT_COOKIE_" + name, value);
        }
    }

    /** Cookies as a credential. */
    static Token token(List<ReceivedCookie> cookies, boolean lasting, Context context) {
        String pairs = cookies.stream().map(c -> c.name + "=" + c.value).collect(Collectors.joining("; "));
        Optional<Instant> expires = lasting && cookies.get(0).maxAge.isPresent()
                ? Optional.of(context.clock()
                        .instant()
                        .plusSeconds(cookies.get(0).maxAge.getAsLong()))
                : Optional.empty();
        return new Token(
                cookies.size() == 1 ? cookies.get(0).value : pairs,
                expires,
                Optional.empty(),
                List.of(new Header("Cookie", pairs)));
    }

    @Override
    public String toString() {
        return "a cookie " + name;
    }
}
