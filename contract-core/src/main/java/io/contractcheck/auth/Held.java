package io.contractcheck.auth;

import io.contractcheck.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A user's credential as it is held now. It is got when it is first needed, and got anew before it ends or when it is refused, where the
 * grant can give another. Thread-safe: while one thread gets it anew, others wait and use what it got.
 */
final class Held {
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final int FRUITLESS_IN_A_ROW = 3;

    private final AuthSettings.User user;
    private final AuthSettings.Credential credential;
    private final TokenSource source;
    private final Clock clock;
    private final Consumer<String> warnings;
    private final AtomicLong uses = new AtomicLong();
    private final Set<String> hopeless = new LinkedHashSet<>();
    private @Nullable Token token;
    private @Nullable Token previous;
    private Instant since = Instant.MIN;
    private int fruitless;
    private int futile;

    Held(
            AuthSettings.User user,
            AuthSettings.Credential credential,
            TokenSource source,
            Clock clock,
            Consumer<String> warnings) {
        this.user = user;
        this.credential = credential;
        this.source = source;
        this.clock = clock;
        this.warnings = warnings;
    }

    AuthSettings.User user() {
        return user;
    }

    AuthSettings.Credential credential() {
        return credential;
    }

    Grant grant() {
        return credential.grant();
    }

    /** Whether asking again may give another one. */
    boolean renewable() {
        return grant() instanceof Grant.Command
                || grant() instanceof Grant.Login
                || grant() instanceof Grant.ClientCredentials;
    }

    /**
     * What to send now.
     *
     * @throws AuthException if it cannot be had the first time
     */
    synchronized Token token() {
        Token held = token;
        if (held == null) {
            held = keep(source.fetch());
        } else if (renewable() && futile < FRUITLESS_IN_A_ROW && ending(held)) {
            // a command may print what it keeps, until that has ended or even beyond
            boolean lasting = renew() && token != null && !ending(token);
            futile = lasting ? 0 : futile + 1;
        }
        return token == null ? held : token;
    }

    /** One that was got already. */
    synchronized Held with(Token first) {
        keep(first);
        return this;
    }

    private Token keep(Token fetched) {
        token = fetched;
        since = clock.instant();
        return fetched;
    }

    /** When it ends, if that is known. */
    synchronized Optional<Instant> expires() {
        Token held = token;
        return held == null
                ? Optional.empty()
                : credential.lifetime().map(since::plus).or(held::expires);
    }

    private boolean ending(Token held) {
        Optional<Instant> end = credential.lifetime().map(since::plus).or(held::expires);
        if (end.isEmpty()) {
            return false;
        }
        Duration tenth = Duration.between(since, end.get()).dividedBy(10);
        Duration margin = tenth.isNegative() ? Duration.ZERO : tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
        return !clock.instant().isBefore(end.get().minus(margin));
    }

    /**
     * After a refusal: whether there is another one to try now. An operation that refused one that was just got is not asked again.
     *
     * @param sent the request that was refused
     */
    synchronized boolean renew(Request sent, Placement place, String operation) {
        Token held = token;
        if (held == null || !renewable() || fruitless >= FRUITLESS_IN_A_ROW || hopeless.contains(operation)) {
            return false;
        }
        if (!stands(held, sent, place)) {
            // either another thread got a new one meanwhile, or a hook put something else in its place
            return previous != null && stands(previous, sent, place);
        }
        if (!renew()) {
            fruitless(operation);
            return false;
        }
        return true;
    }

    /** Gets it anew; whether it is another one. */
    synchronized boolean renew() {
        if (!renewable()) {
            return false;
        }
        Token old = token;
        Optional<Token> fetched = fetched();
        if (fetched.isEmpty()) {
            return false;
        }
        previous = old;
        keep(fetched.get());
        return old == null
                || !old.value().equals(fetched.get().value())
                || !old.headers().equals(fetched.get().headers());
    }

    private static boolean stands(Token held, Request request, Placement place) {
        return held.headers().isEmpty()
                ? Carrier.read(request, place.in(), place.name()).equals(Optional.of(held.in(place.template())))
                : held.headers().stream()
                        .allMatch(h -> request.header(h.name())
                                .filter(v -> v.contains(h.value()))
                                .isPresent());
    }

    /** What came of a request with one that was just got. */
    synchronized void tried(boolean accepted, String operation) {
        if (accepted) {
            fruitless = 0;
            futile = 0;
        } else {
            fruitless(operation);
        }
    }

    private void fruitless(String operation) {
        hopeless.add(operation);
        fruitless++;
        if (fruitless == FRUITLESS_IN_A_ROW) {
            warnings.accept(describeOwner() + " was got anew " + FRUITLESS_IN_A_ROW
                    + " times in a row after a 401, and refused again each time (by " + String.join(", ", hopeless)
                    + "). It is not got anew on 401 any more.\nIf these operations need other rights or another"
                    + " credential, give the user those, or leave the operations out with <excludes>.");
        }
    }

    private Optional<Token> fetched() {
        try {
            return Optional.of(source.fetch());
        } catch (AuthException e) {
            warnings.accept(describeOwner() + " could not be got anew, so the old one is sent on. " + e.getMessage());
            return Optional.empty();
        }
    }

    private String describeOwner() {
        return "The credential" + Context.whose(user.name());
    }

    /** The request with it, as the template at a place says. */
    Request put(Request request, Placement place) {
        Token held = token();
        return held.headers().isEmpty()
                ? Carrier.put(request, place.in(), place.name(), held.in(place.template()))
                : Carrier.put(request, held.headers());
    }

    void used() {
        uses.incrementAndGet();
    }

    /** On how many requests it was put. */
    long uses() {
        return uses.get();
    }

    /** The scopes that come with it, if it says. */
    Optional<List<String>> scopes() {
        return token().scopes();
    }
}
