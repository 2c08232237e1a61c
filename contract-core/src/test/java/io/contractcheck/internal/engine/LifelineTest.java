package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.ManualWatch;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.TransportException;
import io.contractcheck.http.TransportException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifelineTest {
    private static final Exchange EXCHANGE = new Exchange(
            new Request("GET", "http://a", "/", List.of(), null),
            new Response(200, "", List.of(), new byte[0], false),
            Duration.ofMillis(1));

    private final ManualWatch watch = new ManualWatch();
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Lifeline lifeline =
            new Lifeline("http://a", Duration.ofSeconds(30), watch, new Secrets(), events::add);

    private static CaseId id(String operation) {
        return new CaseId(new ScenarioId("fuzzing", operation, 3), operation, 0);
    }

    private static TransportException failed(Kind kind) {
        return new TransportException(kind, "it failed", new Exception());
    }

    private static Lifeline.Sending answering() {
        return () -> EXCHANGE;
    }

    private static Lifeline.Sending failing(Kind kind) {
        return () -> {
            throw failed(kind);
        };
    }

    /** Refuses for some time. */
    private Lifeline.Sending away(Duration time) {
        long end = watch.nanos() + time.toNanos();
        return () -> {
            if (watch.nanos() < end) {
                throw failed(Kind.CONNECT);
            }
            return EXCHANGE;
        };
    }

    private String error() {
        assertThat(events).hasSize(1).first().isInstanceOf(RunEvent.ErrorOccurred.class);
        return ((RunEvent.ErrorOccurred) events.get(0)).message();
    }

    @Test
    void a_service_that_comes_back_gets_the_request_and_the_last_operation_is_named() throws Exception {
        lifeline.send(id("GET /a"), answering());
        lifeline.send(id("POST /quit"), answering());

        assertThat(lifeline.send(id("GET /b"), away(Duration.ofSeconds(7)))).isSameAs(EXCHANGE);

        assertThat(error())
                .contains("accepted no connections for 7.0 s")
                .contains("<excludes>POST /quit</excludes>")
                .doesNotContain("GET /a");
    }

    @Test
    void operations_whose_connection_broke_are_suspected_first() throws Exception {
        lifeline.send(id("GET /a"), answering());
        assertThatThrownBy(() -> lifeline.send(id("POST /crash"), failing(Kind.CLOSED)))
                .isInstanceOf(TransportException.class);
        lifeline.send(id("GET /c"), answering());
        assertThatThrownBy(() -> lifeline.send(id("PUT /d"), failing(Kind.CLOSED)))
                .isInstanceOf(TransportException.class);

        lifeline.send(id("GET /b"), away(Duration.ofSeconds(7)));

        assertThat(error())
                .contains("<excludes>POST /crash</excludes> or <excludes>PUT /d</excludes>")
                .doesNotContain("GET /a", "GET /c");
    }

    @Test
    void one_that_does_not_come_back_breaks_the_run_for_all_that_call() throws Exception {
        lifeline.send(id("POST /quit"), answering());
        assertThatThrownBy(() -> lifeline.send(id("GET /b"), failing(Kind.CONNECT)))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("no longer accepts connections (it failed); it was waited for 30.")
                .hasMessageContaining("<excludes>POST /quit</excludes>");
        assertThatThrownBy(() -> lifeline.send(id("GET /c"), answering())).isInstanceOf(RunBrokenException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void a_moment_s_refusal_is_nothing_to_tell() throws Exception {
        lifeline.send(id("GET /a"), answering());
        lifeline.send(id("GET /b"), away(Duration.ofMillis(400)));
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_service_that_refuses_half_of_its_connections_breaks_nothing(long seed) throws Exception {
        Random random = new Random(seed);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Exchange>> all = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                CaseId id = id("GET /" + i);
                all.add(workers.submit(() -> lifeline.send(id, () -> {
                    synchronized (random) {
                        // as many as the transport tries by itself
                        if (random.nextBoolean()
                                && random.nextBoolean()
                                && random.nextBoolean()
                                && random.nextBoolean()) {
                            throw failed(Kind.CONNECT);
                        }
                    }
                    return EXCHANGE;
                })));
            }
            for (Future<Exchange> one : all) {
                assertThat(one.get()).isSameAs(EXCHANGE);
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(events).isEmpty();
    }

    @Test
    void one_thread_asks_while_the_others_wait() throws Exception {
        AtomicInteger asking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger first = new AtomicInteger();
        Lifeline.Sending away = away(Duration.ofSeconds(20));
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Exchange>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                CaseId id = id("GET /" + i);
                int[] times = {0};
                all.add(workers.submit(() -> lifeline.send(id, () -> {
                    if (times[0]++ == 0) {
                        first.incrementAndGet();
                        throw failed(Kind.CONNECT);
                    }
                    most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                    try {
                        return away.send();
                    } finally {
                        asking.decrementAndGet();
                    }
                })));
            }
            for (Future<Exchange> one : all) {
                assertThat(one.get()).isSameAs(EXCHANGE);
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(first).hasValue(8);
        assertThat(most).hasValue(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void who_cannot_be_trusted_at_all_breaks_the_run_at_once() {
        assertThatThrownBy(() -> lifeline.send(id("GET /a"), failing(Kind.BARRED)))
                .isInstanceOf(RunBrokenException.class)
                .hasMessage("it failed");
        assertThat(watch.waits()).isEmpty();
    }

    @Test
    void other_failures_are_those_of_one_call() throws Exception {
        for (Kind kind : List.of(Kind.TIMEOUT, Kind.CLOSED, Kind.PROTOCOL)) {
            assertThatThrownBy(() -> lifeline.send(id("GET /a"), failing(kind))).isInstanceOf(TransportException.class);
        }
        lifeline.send(id("GET /a"), answering());
        assertThatThrownBy(() -> lifeline.send(id("GET /a"), failing(Kind.BARRED)))
                .isInstanceOf(TransportException.class);
        assertThat(watch.waits()).isEmpty();
    }

    @Test
    void an_interrupted_wait_ends() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> lifeline.send(id("GET /a"), failing(Kind.CONNECT)))
                .isInstanceOf(TransportException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
