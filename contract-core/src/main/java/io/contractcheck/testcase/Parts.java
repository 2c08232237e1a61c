package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** What arrives of each part of a request, and where values for it come from. */
final class Parts {
    private static final int LONGEST_BLOB = 64;

    private Parts() {}

    /** What arrives of a parameter, if it is valid. */
    static ValueSource.Proof proof(Operation operation, Parameter parameter) {
        ValueSource.Proof reading = reading(operation, parameter);
        return value -> reading.of(value).filter(parameter.schema()::accepts);
    }

    /** What arrives of a parameter, valid or not. */
    static ValueSource.Proof reading(Operation operation, Parameter parameter) {
        Layout.Slot slot = Layouts.of(operation).slot(parameter);
        return value -> {
            Nesting.require(parameter, value);
            return arriving(parameter, value, slot.others()).map(raw -> Reading.of(raw, slot.shape()));
        };
    }

    private static Optional<Raw> arriving(Parameter parameter, JsonNode value, Set<String> others) {
        return switch (parameter.in()) {
            case PATH -> {
                String text = ParameterStyles.path(parameter, value);
                // as a whole segment they cannot be sent to most servers, encoded or not
                yield text.equals(".") || text.equals("..")
                        ? Optional.empty()
                        : Optional.of(ParameterStyles.read(parameter, text));
            }
            case HEADER -> Optional.of(ParameterStyles.read(parameter, ParameterStyles.header(parameter, value)));
            case QUERY, COOKIE -> ParameterStyles.read(parameter, ParameterStyles.pairs(parameter, value), others);
        };
    }

    /** What arrives of a body, if it is valid. */
    static ValueSource.Proof proof(MediaTypeContent content, String mediaType) {
        ValueSource.Proof reading = reading(content, mediaType);
        return value -> reading.of(value).filter(v -> Fault.accepts(content, v));
    }

    /** What arrives of a body, valid or not; one of no bytes does not. */
    static ValueSource.Proof reading(MediaTypeContent content, String mediaType) {
        return value -> {
            BodyFormat.Entity entity = MediaTypes.write(new BodyValue(content, mediaType, value));
            return entity.bytes().length == 0
                    ? Optional.empty()
                    : Optional.of(MediaTypes.read(entity.bytes(), entity.contentType(), content));
        };
    }

    /** @throws UnsatisfiableException if there is none */
    static ValueSource source(Operation operation, Parameter parameter) {
        return source(operation, parameter, parameter.schema());
    }

    /**
     * Values that another schema allows, and the parameter's own as well.
     *
     * @throws UnsatisfiableException if there is none
     */
    static ValueSource source(Operation operation, Parameter parameter, Schema schema) {
        return ValueSource.of(schema, Tier.of(parameter), proof(operation, parameter));
    }

    /** @throws UnsatisfiableException if there is none */
    static ValueSource source(MediaTypeContent content, String mediaType) {
        return source(content, mediaType, content);
    }

    /**
     * Values that a narrower content allows.
     *
     * @throws UnsatisfiableException if there is none
     */
    static ValueSource source(MediaTypeContent content, String mediaType, MediaTypeContent narrower) {
        ValueSource.Proof proof = proof(content, mediaType);
        if (isBytes(content, mediaType)) {
            return ValueSource.of(blobs(), proof);
        }
        ValueSource source = ValueSource.of(schema(narrower, mediaType), Tier.ofBody(mediaType), proof);
        return Carriage.of(content, mediaType) == Carriage.JSON ? source.sure() : source;
    }

    /** The schema that bodies are made by. */
    static Schema schema(MediaTypeContent content, String mediaType) {
        return content.schema().orElseGet(() -> Schema.parse(undocumented(mediaType)));
    }

    /** Whether any bytes are valid; some generators of documents call an upload an object of format {@code file}. */
    static boolean isBytes(MediaTypeContent content, String mediaType) {
        Shape shape = Shape.of(content);
        return MediaTypes.isBinary(mediaType, content.codecs())
                && (shape.kinds().contains(Shape.Kind.STRING)
                        || shape.hint("format")
                                .filter(f -> f.asText().equals("file"))
                                .isPresent());
    }

    /** What is sent where the document says nothing of the body but its media type. */
    private static String undocumented(String mediaType) {
        MediaType type = MediaType.of(mediaType);
        return type.type().equals("text")
                ? "{\"type\":\"string\",\"minLength\":1}"
                : "{\"type\":\"object\",\"minProperties\":1,\"maxProperties\":3,\"additionalProperties\":{\"type\":\"string\"}}";
    }

    private static RandomGenerator<JsonNode> blobs() {
        return random -> new Blob(bytes(random));
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(LONGEST_BLOB)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Bytes that shrink by halves to a single zero. */
    private record Blob(byte[] bytes) implements Shrinkable<JsonNode> {
        @Override
        public JsonNode value() {
            return Json.NODES.binaryNode(bytes);
        }

        @Override
        public Stream<Shrinkable<JsonNode>> shrink() {
            Stream<byte[]> shorter =
                    bytes.length > 1 ? Stream.of(Arrays.copyOf(bytes, bytes.length / 2)) : Stream.empty();
            boolean zero = IntStream.range(0, bytes.length).allMatch(i -> bytes[i] == 0);
            Stream<byte[]> plainer = zero ? Stream.empty() : Stream.of(new byte[bytes.length]);
            return Stream.concat(shorter, plainer).map(Blob::new);
        }

        @Override
        public ShrinkingDistance distance() {
            long sum = IntStream.range(0, bytes.length)
                    .map(i -> bytes[i] & 0xFF)
                    .asLongStream()
                    .sum();
            return ShrinkingDistance.of(bytes.length, sum);
        }
    }

    /** The media types of a body, in document order. */
    static List<MediaTypeContent> contents(Operation operation) {
        return operation.requestBody().map(b -> b.content()).orElse(List.of());
    }
}
