package io.contractcheck.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.http.Framing;
import io.contractcheck.http.Request;
import io.contractcheck.http.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Events as lines of JSON and back. Bodies that are UTF-8 stay readable ({@code text}), others become {@code base64}. */
final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(byte[].class, new BodyWriter())
                    .addDeserializer(byte[].class, new BodyReader()))
            .addMixIn(Request.class, RequestFields.class)
            .addMixIn(FailureId.class, FailureFields.class)
            .addMixIn(RunEvent.CallAnswered.class, CallFields.class)
            .addMixIn(RunEvent.FailureRetried.class, RetryFields.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int USUAL_LENGTH = 512;
    private static final ObjectWriter EVENTS = MAPPER.writerFor(RunEvent.class);
    private static final ObjectWriter FAILURES = MAPPER.writerFor(Failure.class);

    private EventJson() {}

    /** Few failures are explained by a log. */
    private interface FailureFields {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<String> root();
    }

    private interface CallFields {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> suspects();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<Prelude> prelude();
    }

    private interface RetryFields {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<RunEvent.FailureRetried.Claim> claim();
    }

    /** Nearly all requests are HTTP: no word of that in each line. */
    private interface RequestFields {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<Framing> framing();
    }

    /** With a line feed. */
    static Octets line(RunEvent event) {
        return event instanceof RunEvent.CallAnswered call
                ? CallJson.line(call, failure -> write(FAILURES, failure))
                : new Octets(USUAL_LENGTH).append(mapped(event)).ascii("\n");
    }

    /** As the mapper writes it. */
    static String mapped(RunEvent event) {
        return write(EVENTS, event);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written: " + e.getMessage(), e);
        }
    }

    static RunEvent read(String line) throws JsonProcessingException {
        return MAPPER.readValue(line, RunEvent.class);
    }

    private static final class BodyWriter extends StdSerializer<byte[]> {
        private static final long serialVersionUID = 1L;

        BodyWriter() {
            super(byte[].class);
        }

        @Override
        public void serialize(byte[] body, JsonGenerator out, SerializerProvider provider) throws IOException {
            Optional<String> text = Utf8.decode(body);
            out.writeStartObject();
            out.writeStringField(
                    text.isPresent() ? "text" : "base64",
                    text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
            out.writeEndObject();
        }
    }

    private static final class BodyReader extends StdDeserializer<byte[]> {
        private static final long serialVersionUID = 1L;

        BodyReader() {
            super(byte[].class);
        }

        @Override
        public byte[] deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = in.readValueAsTree();
            return node.has("text")
                    ? node.get("text").asText().getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(node.path("base64").asText());
        }
    }
}
