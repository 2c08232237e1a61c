package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Transport;
import io.contractcheck.http.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Request REQUEST = new Request("GET", "http://h", "/", List.of(), null);

    private final Patience patience = new Patience();
    private final Service service = new Service();

    /** Answers, or fails in a way; keeps the time that it was given. */
    private static final class Service implements Transport {
        private final List<Optional<Duration>> times = new ArrayList<>();
        private Optional<TransportException.Kind> fault = Optional.of(TransportException.Kind.TIMEOUT);

        @Override
        public Exchange send(Request request) throws TransportException {
            return answer(request, Optional.empty());
        }

        @Override
        public Exchange send(Request request, Duration atMost) throws TransportException {
            return answer(request, Optional.of(atMost));
        }

        private Exchange answer(Request request, Optional<Duration> time) throws TransportException {
            times.add(time);
            if (fault.isPresent()) {
                throw new TransportException(fault.get(), "no answer", new java.io.IOException());
            }
            return new Exchange(request, new Response(200, "", List.of(), new byte[0], false), Duration.ZERO);
        }

        @Override
        public void close() {}
    }

    private void call(String operation, int times) {
        for (int i = 0; i < times; i++) {
            catchThrowable(() -> patience.send(service, operation, REQUEST, Optional.empty()));
        }
    }

    @Test
    void after_some_calls_without_an_answer_less_time_is_given_and_then_none() {
        call("GET /slow", Patience.FULL);
        assertThat(service.times).containsOnly(Optional.empty());
        call("GET /slow", 1);
        assertThat(service.times).endsWith(Optional.of(Duration.ofSeconds(1)));
        assertThat(patience.isOver("GET /slow")).isFalse();
        call("GET /slow", Patience.ALL - Patience.FULL - 1);
        assertThat(patience.isOver("GET /slow")).isTrue();
    }

    @Test
    void an_answer_restores_the_patience() {
        call("GET /slow", Patience.ALL - 1);
        service.fault = Optional.empty();
        call("GET /slow", 1);
        service.fault = Optional.of(TransportException.Kind.TIMEOUT);
        service.times.clear();
        call("GET /slow", Patience.FULL);
        assertThat(service.times).containsOnly(Optional.empty());
    }

    @Test
    void one_operation_says_nothing_of_another() {
        call("GET /slow", Patience.ALL);
        assertThat(patience.isOver("GET /quick")).isFalse();
        service.times.clear();
        call("GET /quick", 1);
        assertThat(service.times).containsOnly(Optional.empty());
    }

    @Test
    void what_fails_at_once_costs_no_patience() {
        service.fault = Optional.of(TransportException.Kind.CLOSED);
        call("GET /broken", 3 * Patience.ALL);
        assertThat(patience.isOver("GET /broken")).isFalse();
        assertThat(service.times).containsOnly(Optional.empty());
    }
}
