package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that a server closes when it likes. */
class ReuseTest {
    private static final byte[] OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.ISO_8859_1);

    private final ApacheTransport transport =
            new ApacheTransport(new TransportSettings(Duration.ofSeconds(20), 2, 1000, "test"));

    @AfterEach
    void close() {
        transport.close();
    }

    private Exchange send(RawServer server, String method) throws TransportException {
        return transport.send(new Request(method, server.origin(), "/", List.of(), null));
    }

    /** Answers {@code good} requests of each connection, and closes on the next without a word. */
    private static RawServer tired(int good) throws Exception {
        ThreadLocal<Integer> answered = ThreadLocal.withInitial(() -> 0); // a thread serves a connection
        return new RawServer((out, socket) -> {
            answered.set(answered.get() + 1);
            if (answered.get() > good) {
                socket.close();
            } else {
                out.write(OK);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void what_is_idempotent_is_sent_once_more_when_a_used_connection_is_lost(String method) throws Exception {
        try (RawServer server = tired(2)) {
            for (int i = 0; i < 6; i++) {
                assertThat(send(server, method).response().status()).isEqualTo(200);
            }
            // 1 2 (3) 1 2 (3) 1 2; fewer where the machine is so slow that connections rest for too long
            assertThat(server.requests()).isBetween(6, 8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "LOCK"})
    void what_is_not_idempotent_is_never_sent_twice(String method) throws Exception {
        try (RawServer server = tired(2)) {
            int sent = 0;
            TransportException lost = null;
            while (lost == null && sent < 50) {
                sent++;
                try {
                    send(server, method);
                } catch (TransportException e) {
                    lost = e;
                }
            }
            assertThat(lost).hasMessageContaining("without an answer");
            assertThat(lost.kind()).isEqualTo(TransportException.Kind.CLOSED);
            assertThat(server.requests()).isEqualTo(sent);
        }
    }

    @Test
    void after_a_loss_what_is_not_idempotent_gets_connections_of_its_own() throws Exception {
        try (RawServer server = tired(3)) {
            for (int i = 0; i < 4; i++) {
                send(server, "GET");
            }
            for (int i = 0; i < 10; i++) {
                assertThat(send(server, "POST").response().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_server_that_closes_after_each_answer_without_saying_so_costs_no_request() throws Exception {
        try (RawServer server = new RawServer((out, socket) -> {
            out.write(OK);
            out.flush();
            socket.close();
        })) {
            for (int i = 0; i < 20; i++) {
                assertThat(send(server, "POST").response().status()).isEqualTo(200);
            }
            assertThat(server.requests()).isEqualTo(20);
        }
    }

    @Test
    void a_new_connection_that_is_lost_is_not_tried_again() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = new RawServer((out, socket) -> {
            asked.incrementAndGet();
            socket.close();
        })) {
            assertThatThrownBy(() -> send(server, "GET")).isInstanceOf(TransportException.class);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void an_answer_that_was_cut_is_not_asked_for_again() throws Exception {
        ThreadLocal<Integer> answered = ThreadLocal.withInitial(() -> 0);
        try (RawServer server = new RawServer((out, socket) -> {
            answered.set(answered.get() + 1);
            if (answered.get() == 1) {
                out.write(OK);
            } else {
                out.write("HTTP/1.".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                socket.close();
            }
        })) {
            send(server, "GET");
            assertThatThrownBy(() -> send(server, "GET")).isInstanceOf(TransportException.class);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void a_connection_that_the_server_keeps_for_no_time_is_not_used_again() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: timeout=0\r\n\r\nhi")) {
            send(server, "POST");
            send(server, "POST");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void what_a_server_sends_beyond_its_answer_is_not_the_next_answer() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi, and more")) {
            for (int i = 0; i < 5; i++) {
                assertThat(send(server, "POST").response().body())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("hi");
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void nor_is_what_it_sends_a_little_later() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        AtomicInteger answered = new AtomicInteger();
        try (RawServer server = new RawServer((out, socket) -> {
            socket.setTcpNoDelay(true);
            out.write(OK);
            out.flush();
            if (answered.incrementAndGet() == 3) {
                out.write(
                        "HTTP/1.1 500 Not Asked For\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                sent.countDown();
            }
        })) {
            for (int i = 0; i < 3; i++) {
                send(server, "POST");
            }
            sent.await();
            assertThat(send(server, "POST").response().status()).isEqualTo(200);
        }
    }

    /** Closes as it likes: before an answer, after one, within one. */
    @Test
    void under_many_threads_nothing_that_is_not_idempotent_comes_twice() throws Exception {
        AtomicInteger count = new AtomicInteger();
        ApacheTransport wide = new ApacheTransport(new TransportSettings(Duration.ofSeconds(20), 8, 1000, "test"));
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try (RawServer server = new RawServer((out, socket) -> {
            int n = count.incrementAndGet();
            if (n % 13 == 0) {
                socket.close();
                return;
            }
            out.write(OK, 0, n % 17 == 0 ? OK.length - 1 : OK.length);
            out.flush();
            if (n % 7 == 0 || n % 17 == 0) {
                socket.close();
            }
        })) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                Request request = new Request(i % 2 == 0 ? "POST" : "GET", server.origin(), "/" + i, List.of(), null);
                all.add(workers.submit(() -> {
                    try {
                        return wide.send(request).response().status() == 200;
                    } catch (TransportException e) {
                        assertThat(e.kind()).isEqualTo(TransportException.Kind.CLOSED);
                        return false;
                    }
                }));
            }
            int answered = 0;
            for (Future<Boolean> one : all) {
                answered += one.get() ? 1 : 0;
            }
            assertThat(answered).isGreaterThan(400);
            Map<String, Long> came =
                    server.lines().stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
            assertThat(came)
                    .allSatisfy((line, times) ->
                            assertThat(times).as(line).isLessThanOrEqualTo(line.startsWith("POST") ? 1 : 2));
        } finally {
            workers.shutdownNow();
            wide.close();
        }
    }
}
