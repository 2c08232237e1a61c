package io.contractcheck.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to say where a credential is not taken. */
final class Refusal {
    private Refusal() {}

    static String of(Held held, Users.Ready ready, String operation, Optional<String> challenge, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("The credential" + Context.whose(ready.user()) + " was refused by " + operation + " with 401: "
                + ready.description() + ".");
        challenge.ifPresent(c -> lines.add("The service says WWW-Authenticate: " + c));
        lines.add(ended(held, now)
                .orElse("Nothing else was sent: a run in which every answer is 401 would test nothing."));
        lines.add(Describing.remedy(held.grant()));
        return String.join("\n", lines);
    }

    /** Whether it is over by what it says of itself. */
    static Optional<String> ended(Held held, Instant now) {
        Token token = held.token();
        Optional<Jwt> jwt = Jwt.read(token.bare());
        Optional<Instant> begin = jwt.flatMap(Jwt::notBefore).filter(b -> b.isAfter(now.plusSeconds(60)));
        if (begin.isPresent()) {
            return Optional.of("It is a JWT that is not valid before " + begin.get()
                    + ". Compare the clocks of this machine and of whoever issued it.");
        }
        return token.expires()
                .filter(e -> !e.isAfter(now))
                .map(e -> (jwt.isPresent() ? "It is a JWT that " : "It ")
                        + Describing.end(Optional.of(e), now).orElseThrow() + ", at " + e + ".");
    }
}
