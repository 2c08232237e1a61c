package io.contractcheck.learn;

import java.util.List;
import java.util.regex.Pattern;

/** Which members' values may be sent again elsewhere. */
final class Names {
    /** What names a thing that may be gone by then; what needs it, makes it. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?i)^(?:_?id|guid|uuid|self|href|link|links|location|etag)$|(?:[a-z](?:Id|Ids|ID|Uuid)|[_-]ids?|[_-]uuid)$");

    private static final List<String> SECRETS = List.of(
            "token",
            "secret",
            "password",
            "passwd",
            "auth",
            "session",
            "credential",
            "cookie",
            "signature",
            "apikey",
            "nonce",
            "hash",
            "otp",
            "pin",
            "csrf");

    private Names() {}

    static boolean isIdentifier(String name) {
        return IDENTIFIER.matcher(name).find();
    }

    static boolean mayBorrow(String name) {
        String plain = Declared.plain(name);
        return !name.isEmpty() && !isIdentifier(name) && SECRETS.stream().noneMatch(plain::contains);
    }
}
