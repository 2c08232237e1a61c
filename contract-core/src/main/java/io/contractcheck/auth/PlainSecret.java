package io.contractcheck.auth;

import io.contractcheck.http.Secrets;
import java.time.Clock;
import java.util.Optional;

/** A secret that is no user's. */
public final class PlainSecret {
    private PlainSecret() {}

    /**
     * Its value, hidden from now on.
     *
     * @param what it is, for messages, as {@code The key's password}
     * @param variable that stands for it
     * @throws AuthException if it cannot be read
     */
    public static String read(SecretValue value, String what, String variable, Secrets secrets) {
        String text = text(value, what, secrets);
        secrets.add(variable, text);
        return text;
    }

    /**
     * A text that holds a secret, of which only the reader knows which part that is.
     *
     * @throws AuthException if it cannot be read
     */
    public static String text(SecretValue value, String what, Secrets secrets) {
        Context context = new Context("", "", new Offline(), "", Optional.empty(), secrets, Clock.systemUTC());
        return SecretReading.read(value, what, context);
    }
}
