package io.contractcheck.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.http.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final Grant COMMAND = new Grant.Command("print", Path.of("."), Duration.ofSeconds(1));
    private static final Grant GIVEN = new Grant.Given(new SecretValue.Literal("t", "<token>"));

    private final List<String> warnings = new ArrayList<>();
    private Instant now = NOW;
    private int fetched;
    private Duration lifetime = Duration.ofSeconds(200);
    private boolean broken;
    private boolean same;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private Held held(Grant grant, Optional<Duration> configured) {
        AuthSettings.Credential credential =
                new AuthSettings.Credential(Optional.empty(), Optional.empty(), grant, configured);
        return new Held(
                new AuthSettings.User("alice", List.of(credential), Optional.empty()),
                credential,
                () -> {
                    if (broken) {
                        throw new AuthException("the command printed nothing");
                    }
                    fetched++;
                    return new Token(
                            same ? "same" : "token" + fetched,
                            Optional.of(now.plus(lifetime)),
                            Optional.empty(),
                            List.of());
                },
                clock,
                warnings::add);
    }

    private static Request sent(Held held) {
        return held.put(new Request("GET", "http://x", "/", List.of(), null), Placement.BEARER);
    }

    @Test
    void a_credential_is_got_once_while_it_lasts() {
        Held held = held(COMMAND, Optional.empty());
        held.token();
        now = NOW.plusSeconds(189);
        assertThat(held.token().value()).isEqualTo("token1");
        assertThat(fetched).isEqualTo(1);
    }

    @Test
    void it_is_got_anew_ten_seconds_before_it_ends_or_a_tenth_of_a_short_life() {
        Held held = held(COMMAND, Optional.empty());
        held.token();
        now = NOW.plusSeconds(190);
        assertThat(held.token().value()).isEqualTo("token2");
        lifetime = Duration.ofSeconds(20);
        Held brief = held(COMMAND, Optional.empty());
        brief.token();
        now = now.plusSeconds(17);
        brief.token();
        assertThat(fetched).isEqualTo(3);
        now = now.plusSeconds(1);
        brief.token();
        assertThat(fetched).isEqualTo(4);
    }

    @Test
    void a_configured_lifetime_comes_before_what_the_token_says() {
        Held held = held(COMMAND, Optional.of(Duration.ofSeconds(60)));
        held.token();
        now = NOW.plusSeconds(55);
        assertThat(held.token().value()).isEqualTo("token2");
    }

    @Test
    void what_cannot_be_got_anew_stays() {
        Held held = held(GIVEN, Optional.empty());
        held.token();
        now = NOW.plusSeconds(1000);
        assertThat(held.token().value()).isEqualTo("token1");
        assertThat(held.renew(sent(held), Placement.BEARER, "GET /a")).isFalse();
    }

    @Test
    void a_refused_one_is_got_anew_and_one_that_was_replaced_meanwhile_only_tried_again() {
        Held held = held(COMMAND, Optional.empty());
        Request first = sent(held);
        assertThat(held.renew(first, Placement.BEARER, "GET /a")).isTrue();
        assertThat(held.renew(first, Placement.BEARER, "GET /b")).isTrue();
        assertThat(fetched).isEqualTo(2);
    }

    @Test
    void what_a_hook_put_in_its_place_is_no_reason_to_get_it_anew() {
        Held held = held(COMMAND, Optional.empty());
        Request other = sent(held).withHeader("Authorization", "Bearer of-a-hook");
        assertThat(held.renew(other, Placement.BEARER, "GET /a")).isFalse();
        assertThat(fetched).isEqualTo(1);
    }

    @Test
    void three_fruitless_times_in_a_row_are_enough_and_told() {
        Held held = held(COMMAND, Optional.empty());
        for (String operation : List.of("GET /a", "GET /b", "GET /c")) {
            assertThat(held.renew(sent(held), Placement.BEARER, operation)).isTrue();
            held.tried(false, operation);
            assertThat(held.renew(sent(held), Placement.BEARER, operation)).isFalse();
        }
        assertThat(held.renew(sent(held), Placement.BEARER, "GET /d")).isFalse();
        assertThat(fetched).isEqualTo(4);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("3 times in a row")
                .contains("GET /c");
    }

    @Test
    void a_fruitful_time_begins_the_count_anew() {
        Held held = held(COMMAND, Optional.empty());
        for (String operation : List.of("GET /a", "GET /b")) {
            held.renew(sent(held), Placement.BEARER, operation);
            held.tried(false, operation);
        }
        held.renew(sent(held), Placement.BEARER, "GET /c");
        held.tried(true, "GET /c");
        held.renew(sent(held), Placement.BEARER, "GET /d");
        held.tried(false, "GET /d");
        assertThat(held.renew(sent(held), Placement.BEARER, "GET /e")).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void one_that_has_ended_whenever_it_is_got_is_not_got_for_every_request() {
        lifetime = Duration.ofSeconds(-5);
        Held held = held(COMMAND, Optional.empty());
        for (int i = 0; i < 10; i++) {
            held.token();
        }
        assertThat(fetched).isEqualTo(4);
    }

    @Test
    void the_same_one_again_is_not_sent_again() {
        same = true;
        Held held = held(COMMAND, Optional.empty());
        assertThat(held.renew(sent(held), Placement.BEARER, "GET /a")).isFalse();
    }

    @Test
    void the_first_failure_is_an_error_and_a_later_one_keeps_the_old() {
        Held held = held(COMMAND, Optional.empty());
        broken = true;
        assertThatThrownBy(held::token).isInstanceOf(AuthException.class);
        broken = false;
        held.token();
        broken = true;
        now = NOW.plusSeconds(195);
        for (int i = 0; i < 5; i++) {
            assertThat(held.token().value()).isEqualTo("token1");
        }
        assertThat(warnings).hasSize(3).allMatch(w -> w.contains("the command printed nothing"));
    }

    @Test
    void threads_that_are_refused_together_get_one_new_credential() throws Exception {
        Held held = held(COMMAND, Optional.empty());
        Request refused = sent(held);
        int threads = 4;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Callable<Boolean> task = () -> {
                together.await();
                return held.renew(refused, Placement.BEARER, "GET /a");
            };
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(task));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(fetched).isEqualTo(2);
    }
}
