package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static Exchange answer(String reason, List<Header> headers, int body) {
        return new Exchange(
                new Request("GET", "http://h", "/", List.of(), null),
                new Response(200, reason, headers, new byte[body], false),
                Duration.ZERO);
    }

    @Test
    void what_is_short_is_kept_as_it_is() {
        Exchange exchange = answer("OK", List.of(new Header("A", "b")), 16 * 1024);
        assertThat(Kept.of(exchange)).isSameAs(exchange);
    }

    @Test
    void a_long_body_is_cut_and_says_so() {
        Response kept = Kept.of(answer("OK", List.of(), 16 * 1024 + 1)).response();
        assertThat(kept.body()).hasSize(16 * 1024);
        assertThat(kept.truncated()).isTrue();
    }

    @Test
    void of_headers_and_the_reason_as_much_is_kept_as_people_read() {
        Header header = new Header("n".repeat(1000), "v".repeat(90_000));
        Response kept = Kept.of(answer("r".repeat(90_000), Collections.nCopies(250, header), 1))
                .response();
        assertThat(kept.headers())
                .hasSize(100)
                .allMatch(h -> h.name().length() == 256 && h.value().length() == 8192);
        assertThat(kept.reason()).hasSize(256);
        assertThat(kept.truncated()).isFalse();
    }
}
