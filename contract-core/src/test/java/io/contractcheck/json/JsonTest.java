package io.contractcheck.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contractcheck.json.JsonException.Limit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static JsonException refused(String text) {
        return catchThrowableOfType(JsonException.class, () -> Json.received(text.getBytes(UTF_8)));
    }

    @Test
    void what_was_received_is_read_up_to_a_limit_in_depth_length_and_digits() {
        assertThat(Json.received("[".repeat(1000) + "]".repeat(1000))).isNotEmpty();
        assertThat(refused("[".repeat(1001) + "]".repeat(1001)).limit()).hasValue(Limit.DEPTH);
        assertThat(refused("[".repeat(100_000))).hasMessageStartingWith("it is nested more than 1000 levels deep");
        assertThat(Json.received("1".repeat(10_000)).isNumber()).isTrue();
        assertThat(refused("1".repeat(10_001)).limit()).hasValue(Limit.NUMBER);
        assertThat(refused("-0." + "1".repeat(10_001)).limit()).hasValue(Limit.NUMBER);
        assertThat(refused("1e99999999999").limit()).hasValue(Limit.NUMBER);
        assertThat(Json.received("[" + "1,".repeat(400_000) + "1]")).hasSize(400_001);
        assertThat(refused("[" + "[],".repeat(300_000) + "1]").limit()).hasValue(Limit.LENGTH);
    }

    @Test
    void documents_may_be_longer() {
        assertThat(Json.parse("[" + "[],".repeat(300_000) + "1]")).hasSize(300_001);
    }

    @Test
    void what_is_wrong_is_beyond_no_limit() {
        assertThat(refused("{").limit()).isEmpty();
        assertThat(refused("").limit()).isEmpty();
        assertThat(refused("01").limit()).isEmpty();
    }

    @Test
    void only_what_is_short_is_written() {
        assertThat(Json.writeShort(Json.parse("{\"a\":[1,2.50]}"), 20)).hasValue("{\"a\":[1,2.50]}");
        assertThat(Json.writeShort(Json.NODES.textNode("x".repeat(18)), 20)).isPresent();
        assertThat(Json.writeShort(Json.NODES.textNode("x".repeat(19)), 20)).isEqualTo(Optional.empty());
        assertThat(Json.writeShort(Json.parse("1e999999999"), 20)).isEmpty();
        assertThat(Json.writeShort(Json.parse("[1e999999999]"), 20)).isEmpty();
        assertThat(Json.writeShort(Json.parse("[".repeat(900) + "]".repeat(900)), 20))
                .isEmpty();
    }
}
