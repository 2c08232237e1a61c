package io.contractcheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);
    private final Response response = new Response(
            200,
            "OK",
            List.of(new Header("Content-Encoding", "gzip"), new Header("A", "1"), new Header("a", "2")),
            new byte[] {1},
            true);

    @Test
    void another_body_is_whole_and_can_be_read() {
        assertThat(response.content()).isEmpty();
        assertThat(response.withBody(TEXT).content())
                .hasValueSatisfying(b -> assertThat(b).isEqualTo(TEXT));
        assertThat(response.withBody(TEXT).header("A")).contains("1");
    }

    @Test
    void another_header_takes_the_place_of_all_of_its_name() {
        assertThat(response.withHeader("A", "3").headers())
                .containsExactly(new Header("Content-Encoding", "gzip"), new Header("A", "3"));
    }

    @Test
    void another_status_has_no_reason_of_the_old_one() {
        Exchange exchange = new Exchange(
                new Request("GET", "http://127.0.0.1:1", "/", List.of(), null), response, Duration.ofMillis(1));
        Exchange other = exchange.with(response.withStatus(404));
        assertThat(other.response().status()).isEqualTo(404);
        assertThat(other.response().reason()).isEmpty();
        assertThat(other.request()).isEqualTo(exchange.request());
        assertThat(other.elapsed()).isEqualTo(exchange.elapsed());
    }
}
