package io.contractcheck.testcase;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Bytes that no reader takes for JSON, however lenient: not even their beginning. */
final class Malformed {
    private static final int MOST = 1024;

    /** Bytes with which nothing begins that anyone reads as a value. */
    private static final byte[] FIRST = {'}', ']', ':', 1, 2, 7, (byte) 0x80, (byte) 0xC3};

    private static final JsonMapper LENIENT =
            JsonMapper.builder().enable(JsonReadFeature.values()).build();

    private Malformed() {}

    /** Malformed bytes made from a valid value, or of nothing; nothing if the attempt failed. */
    static Optional<byte[]> from(JsonNode value, Random random) {
        String text = Json.write(value);
        byte[] made = switch (random.nextInt(4)) {
            case 0 -> noise(random);
            case 1 -> text.substring(0, 1 + random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
            case 2 ->
                (text.substring(0, text.length() - 1) + (value.isArray() ? '}' : ']')).getBytes(StandardCharsets.UTF_8);
            default -> text.replaceFirst("\":", "\" ").getBytes(StandardCharsets.UTF_8);
        };
        return Optional.of(made).filter(Malformed::is);
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(1 << random.nextInt(11))];
        random.nextBytes(noise);
        noise[0] = FIRST[random.nextInt(FIRST.length)];
        return Arrays.copyOf(noise, Math.min(noise.length, MOST));
    }

    /** Whether the bytes are something, but no JSON to anyone. */
    static boolean is(byte[] bytes) {
        try {
            LENIENT.readTree(bytes);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Shorter ones. */
    static Stream<byte[]> shorter(byte[] bytes) {
        return Stream.iterate(bytes.length / 2, n -> n > 0, n -> n / 2)
                .flatMap(cut -> Stream.of(
                        Arrays.copyOf(bytes, bytes.length - cut), Arrays.copyOfRange(bytes, cut, bytes.length)))
                .filter(Malformed::is);
    }
}
