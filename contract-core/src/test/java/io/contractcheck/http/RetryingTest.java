package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryingTest {
    private static final Request REQUEST = new Request("POST", "http://127.0.0.1:1", "/", List.of(), null);

    private final ManualWatch watch = new ManualWatch();
    private final List<String> told = new ArrayList<>();
    private final PaceListener listener = new PaceListener() {
        @Override
        public void throttled(Duration pause, boolean stands) {}

        @Override
        public void warned(String message) {
            told.add(message);
        }
    };
    private int sent;

    private Retrying failing(int first, TransportException.Kind kind, Exception cause) {
        return new Retrying(
                (request, timeout) -> {
                    if (++sent <= first) {
                        throw new TransportException(kind, "failed", cause);
                    }
                    return new Exchange(
                            request, new Response(200, "", List.of(), new byte[0], false), Duration.ofMillis(1));
                },
                new Pace(Optional.empty(), Duration.ZERO, 3, 0),
                watch,
                listener);
    }

    @Test
    void a_refused_connection_is_tried_again_with_growing_pauses_and_told_once() throws Exception {
        Retrying retrying = failing(3, TransportException.Kind.CONNECT, new ConnectException("Connection refused"));
        assertThat(retrying.send(REQUEST, Duration.ofSeconds(1)).response().status())
                .isEqualTo(200);
        sent = 0;
        retrying.send(REQUEST, Duration.ofSeconds(1));
        assertThat(watch.waits())
                .startsWith(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200))
                .hasSize(6);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("refused a connection");
    }

    @Test
    void not_for_ever() {
        assertThatThrownBy(() -> failing(9, TransportException.Kind.CONNECT, new ConnectException("refused"))
                        .send(REQUEST, Duration.ofSeconds(1)))
                .isInstanceOf(TransportException.class);
        assertThat(sent).isEqualTo(4);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TransportException.Kind.class, names = "CONNECT", mode = EnumSource.Mode.EXCLUDE)
    void what_a_service_may_have_acted_on_is_not_sent_twice(TransportException.Kind kind) {
        assertThatThrownBy(
                        () -> failing(1, kind, new ConnectException("refused")).send(REQUEST, Duration.ofSeconds(1)))
                .isInstanceOf(TransportException.class);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void nor_is_what_took_all_its_time() {
        assertThatThrownBy(() -> failing(1, TransportException.Kind.CONNECT, new SocketTimeoutException())
                        .send(REQUEST, Duration.ofSeconds(1)))
                .isInstanceOf(TransportException.class);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void a_port_that_nobody_listens_at_counts_as_refused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TransportSettings settings = new TransportSettings(Duration.ofSeconds(20), 2, 1000, "test");
        try (ServiceTransport transport =
                new ServiceTransport(settings, Pace.DEFAULT, Duration.ofMinutes(1), watch, listener)) {
            assertThatThrownBy(
                            () -> transport.send(new Request("GET", "http://127.0.0.1:" + port, "/", List.of(), null)))
                    .hasMessageContaining("refused");
        }
        assertThat(watch.waits()).hasSize(3);
    }
}
