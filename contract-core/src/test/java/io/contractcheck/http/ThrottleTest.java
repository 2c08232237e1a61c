package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
    private static final Request REQUEST = new Request("POST", "http://127.0.0.1:1", "/", List.of(), null);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ManualWatch watch = new ManualWatch();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sent = new AtomicInteger();
    private final PaceListener listener = new PaceListener() {
        @Override
        public void throttled(Duration pause, boolean stands) {
            told.add(stands ? "stands" : pause.toMillis() + " ms");
        }

        @Override
        public void warned(String message) {
            told.add(message);
        }
    };

    private interface Service {
        Response answer(int number);
    }

    private static Response status(int status, String... headers) {
        List<Header> all = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new Header(headers[i], headers[i + 1]));
        }
        return new Response(status, "", all, new byte[0], false);
    }

    private Throttle throttle(Service service) {
        return throttle(service, Pace.DEFAULT);
    }

    private Throttle throttle(Service service, Pace pace) {
        return new Throttle(
                (request, timeout) ->
                        new Exchange(request, service.answer(sent.incrementAndGet()), Duration.ofMillis(1)),
                pace,
                Duration.ofHours(2),
                watch,
                listener);
    }

    private static Service refusing(int first, String... headers) {
        return n -> n <= first ? status(429, headers) : status(200);
    }

    @Test
    void the_pause_that_is_asked_for_is_given_and_the_same_request_sent_again() throws Exception {
        Exchange exchange = throttle(refusing(1, "Retry-After", "7")).send(REQUEST, LIMIT);

        assertThat(exchange.response().status()).isEqualTo(200);
        assertThat(exchange.request()).isEqualTo(REQUEST);
        assertThat(sent).hasValue(2);
        assertThat(watch.waits()).containsExactly(Duration.ofSeconds(7));
        assertThat(told).containsExactly("7000 ms");
    }

    @Test
    void the_pause_may_be_asked_for_as_a_date() throws Exception {
        throttle(refusing(1, "retry-after", "Sat, 21 Nov 2026 12:00:30 GMT")).send(REQUEST, LIMIT);
        assertThat(watch.waits()).containsExactly(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-5", "1.5", "0", "Sat, 21 Nov 2020 12:00:30 GMT"})
    void where_no_pause_is_asked_for_short_ones_grow(String value) throws Exception {
        throttle(refusing(3, "Retry-After", value)).send(REQUEST, LIMIT);
        assertThat(watch.waits())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @Test
    void after_five_times_429_is_the_answer() throws Exception {
        Exchange exchange = throttle(refusing(100, "Retry-After", "1")).send(REQUEST, LIMIT);
        assertThat(exchange.response().status()).isEqualTo(429);
        assertThat(sent).hasValue(6);
        assertThat(told).hasSize(6).endsWith("stands");
    }

    @Test
    void a_service_that_never_relents_is_not_waited_for_for_ever() throws Exception {
        Throttle throttle = throttle(refusing(1000));
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.send(REQUEST, LIMIT).response().status()).isEqualTo(429);
        }
        assertThat(sent.get()).isEqualTo(3 * 6 + 97);
        assertThat(watch.nanos()).isLessThan(Duration.ofMinutes(2).toNanos());
    }

    @Test
    void one_that_relents_is_waited_for_again() throws Exception {
        Throttle throttle = throttle(n -> n <= 30 || n == 32 ? status(429, "Retry-After", "1") : status(200));
        int refused = 0;
        while (throttle.send(REQUEST, LIMIT).response().status() == 429) {
            refused++;
        }
        assertThat(refused).isGreaterThan(3);
        assertThat(throttle.send(REQUEST, LIMIT).response().status()).isEqualTo(200);
        assertThat(sent).hasValue(33);
    }

    @Test
    void a_pause_that_is_too_long_is_not_given() throws Exception {
        Exchange exchange = throttle(refusing(1, "Retry-After", "61")).send(REQUEST, LIMIT);
        assertThat(exchange.response().status()).isEqualTo(429);
        assertThat(watch.waits()).isEmpty();
        assertThat(told).containsExactly("stands");

        throttle(refusing(2, "Retry-After", "61"), new Pace(Optional.empty(), Duration.ofMinutes(2), 0, 0))
                .send(REQUEST, LIMIT);
        assertThat(watch.waits()).containsExactly(Duration.ofSeconds(61));
    }

    @Test
    void at_the_end_of_a_run_no_pause_is_begun() throws Exception {
        Throttle throttle = throttle(refusing(3, "Retry-After", "30"));
        watch.pass(Duration.ofHours(2).minusSeconds(40));
        assertThat(throttle.send(REQUEST, LIMIT).response().status()).isEqualTo(429);
        assertThat(watch.waits()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void whoever_wants_no_pause_gets_none() throws Exception {
        assertThat(throttle(refusing(1, "Retry-After", "1"), new Pace(Optional.empty(), Duration.ZERO, 0, 0))
                        .send(REQUEST, LIMIT)
                        .response()
                        .status())
                .isEqualTo(429);
        assertThat(sent).hasValue(1);
        assertThat(told).containsExactly("stands");
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500, 301, 401})
    void other_answers_are_answers_whatever_they_ask_for(int status) throws Exception {
        assertThat(throttle(n -> status(status, "Retry-After", "5"))
                        .send(REQUEST, LIMIT)
                        .response()
                        .status())
                .isEqualTo(status);
        assertThat(sent).hasValue(1);
        assertThat(watch.waits()).isEmpty();
    }

    /** A service that takes one request a second; time passes only while somebody waits. */
    @Test
    void many_threads_get_all_their_requests_through_a_narrow_service() throws Exception {
        long[] free = {0};
        Throttle throttle = throttle(n -> {
            synchronized (free) {
                if (watch.nanos() < free[0]) {
                    return status(429, "Retry-After", "1");
                }
                free[0] = watch.nanos() + Duration.ofSeconds(1).toNanos();
                return status(200);
            }
        });
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                statuses.add(workers.submit(
                        () -> throttle.send(REQUEST, LIMIT).response().status()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(told).doesNotContain("stands");
    }

    @Test
    void an_interrupted_wait_ends() {
        Throttle throttle = throttle(refusing(1, "Retry-After", "7"));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> throttle.send(REQUEST, LIMIT)).isInstanceOf(TransportException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100/s, 1000, 100", "600/m, 100, 10", "5000/h, 10, 1.3888", "1/s, 5, 1", "2000/s, 10000, 2000"})
    void a_rate_is_kept(String rate, int requests, double aSecond) throws Exception {
        Throttle throttle = throttle(n -> status(200), new Pace(Optional.of(Rate.parse(rate)), Duration.ZERO, 0, 0));
        for (int i = 0; i < requests; i++) {
            throttle.send(REQUEST, LIMIT);
        }
        double seconds = watch.nanos() / 1e9;
        double atOnce = Math.max(1, aSecond / 10);
        assertThat((requests - atOnce) / seconds).isBetween(aSecond * 0.99, aSecond * 1.01);
    }

    @Test
    void who_shares_a_rate_gets_a_part_of_it() {
        assertThat(Rate.parse("100/s").sharedBy(4)).isEqualTo(new Rate(100, Duration.ofSeconds(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/s", "100", "fast", "100/d", "-1/s", "1.5/s"})
    void another_rate_is_refused(String text) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100/s");
    }
}
