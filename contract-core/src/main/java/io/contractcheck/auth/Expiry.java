package io.contractcheck.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What stands beside a token in an answer: when it ends, and what it allows. */
final class Expiry {
    private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal FOREVER = BigDecimal.valueOf(10_000L * 366 * 24 * 3600);

    private Expiry() {}

    /** When the token ends, by {@code expires_in} (seconds) or {@code expires_at} (a time, or seconds since 1970). */
    static Optional<Instant> beside(JsonNode members, Clock clock) {
        for (String name : List.of("expires_in", "expiresIn")) {
            Optional<BigDecimal> seconds = number(members.path(name));
            if (seconds.isPresent()) {
                return seconds.filter(s -> s.signum() > 0 && s.compareTo(FOREVER) < 0)
                        .map(s -> clock.instant().plusSeconds(s.longValue()));
            }
        }
        for (String name : List.of("expires_at", "expiresAt")) {
            JsonNode member = members.path(name);
            Optional<Instant> end = number(member).map(Expiry::since1970).orElseGet(() -> time(member.asText()));
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    /** What the token allows ({@code scope}). */
    static Optional<List<String>> scopes(JsonNode members) {
        return members.path("scope").isTextual()
                ? Optional.of(Jwt.words(members.path("scope").textValue()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode member) {
        if (member.isNumber()) {
            return Optional.of(member.decimalValue());
        }
        return member.isTextual() && member.textValue().matches("[0-9]{1,18}")
                ? Optional.of(new BigDecimal(member.textValue()))
                : Optional.empty();
    }

    private static Optional<Instant> since1970(BigDecimal number) {
        BigDecimal seconds = number.compareTo(MILLISECONDS_FROM) > 0 ? number.movePointLeft(3) : number;
        return seconds.signum() > 0 && seconds.compareTo(FOREVER) < 0
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // said in another way, so not known
        }
    }
}
