package io.contractcheck.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompactTextTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Test
    void it_writes_what_jackson_writes() throws Exception {
        List<String> texts = List.of(
                "{}",
                "[]",
                "[[],{},[{}],null,true,false]",
                "{\"a\":{\"b\":[1,-2,0,12345678901,123456789012345678901234567890]},\"\":\"\"}",
                "\"a/b<c>'\u007f\u00e4\u2028\u20ac\ud83d\ude00\"",
                "-0");
        for (String text : texts) {
            JsonNode value = Json.parse(text);
            assertThat(CompactText.of(value)).isEqualTo(JACKSON.writeValueAsString(value));
        }
    }

    @Test
    void fractions_are_spelt_out_as_jackson_does() throws Exception {
        for (String number : List.of("1.50", "1E+3", "1E-7", "-0.0", "123456789.123456789", "0E+5")) {
            JsonNode value = Json.NODES.numberNode(new BigDecimal(number));
            assertThat(CompactText.of(value)).isEqualTo(JACKSON.writeValueAsString(value));
        }
    }

    @Test
    void what_it_does_not_write_is_left_to_jackson() {
        ArrayNode deep = Json.NODES.arrayNode();
        ArrayNode inner = deep;
        for (int i = 0; i < 40; i++) {
            inner = inner.addArray();
        }
        List<JsonNode> others = List.of(
                deep,
                Json.NODES.textNode("a\"b"),
                Json.NODES.textNode("a\\b"),
                Json.NODES.textNode("a\nb"),
                Json.NODES.numberNode(1.5),
                Json.NODES.numberNode(new BigDecimal(BigInteger.ONE, 5000)),
                Json.NODES.binaryNode(new byte[] {1}),
                Json.NODES.objectNode().put("a\tb", 1));
        for (JsonNode other : others) {
            assertThat(CompactText.of(other)).isNull();
        }
        assertThat(Json.write(Json.NODES.textNode("a\"b"))).isEqualTo("\"a\\\"b\"");
    }

    @Test
    void half_a_surrogate_pair_stays() throws Exception {
        JsonNode half = Json.NODES.textNode("a\ud83d");

        assertThat(CompactText.of(half)).isEqualTo(JACKSON.writeValueAsString(half));
    }
}
