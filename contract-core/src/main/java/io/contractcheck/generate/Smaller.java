package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that may be smaller than another: the boldest first. Whether they are, and are valid, is for others to say. */
final class Smaller {
    private static final int MOST_HALVES = 64;

    private Smaller() {}

    static Stream<JsonNode> than(JsonNode value, List<JsonNode> landmarks) {
        Stream<JsonNode> marks = landmarks.stream().filter(m -> m.getNodeType() == value.getNodeType());
        Stream<JsonNode> own = switch (value.getNodeType()) {
            case OBJECT -> objects((ObjectNode) value, landmarks);
            case ARRAY -> arrays((ArrayNode) value, landmarks);
            case STRING -> texts(value.textValue());
            case NUMBER -> numbers(value, landmarks);
            case BOOLEAN -> value.booleanValue() ? Stream.of(Json.NODES.booleanNode(false)) : Stream.empty();
            case BINARY -> bytes(((BinaryNode) value).binaryValue());
            default -> Stream.empty();
        };
        return Stream.concat(own, marks);
    }

    private static Stream<JsonNode> objects(ObjectNode value, List<JsonNode> landmarks) {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        Stream<JsonNode> chunks = chunks(names.size()).map(c -> {
            ObjectNode copy = value.objectNode();
            for (int i = 0; i < names.size(); i++) {
                if (i < c[0] || i >= c[1]) {
                    copy.set(names.get(i), value.get(names.get(i)));
                }
            }
            return copy;
        });
        Stream<JsonNode> members = value.properties().stream()
                .flatMap((Map.Entry<String, JsonNode> m) -> than(m.getValue(), landmarks)
                        .map(v -> {
                            ObjectNode copy = value.objectNode();
                            copy.setAll(value);
                            copy.set(m.getKey(), v);
                            return (JsonNode) copy;
                        }));
        return Stream.concat(chunks, members);
    }

    private static Stream<JsonNode> arrays(ArrayNode value, List<JsonNode> landmarks) {
        Stream<JsonNode> chunks = chunks(value.size()).map(c -> {
            ArrayNode copy = value.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                if (i < c[0] || i >= c[1]) {
                    copy.add(value.get(i));
                }
            }
            return copy;
        });
        Stream<JsonNode> elements = IntStream.range(0, value.size())
                .boxed()
                .flatMap(i -> than(value.get(i), landmarks).map(v -> {
                    ArrayNode copy = value.arrayNode();
                    copy.addAll(value);
                    copy.set(i, v);
                    return (JsonNode) copy;
                }));
        return Stream.concat(chunks, elements);
    }

    private static Stream<JsonNode> texts(String text) {
        int[] points = text.codePoints().toArray();
        Stream<int[]> shorter = chunks(points.length)
                .map(c -> IntStream.concat(Arrays.stream(points, 0, c[0]), Arrays.stream(points, c[1], points.length))
                        .toArray());
        Stream<int[]> simple = Stream.of(
                Arrays.stream(points).map(c -> 'a').toArray(),
                Arrays.stream(points).map(c -> '0').toArray());
        Stream<int[]> simpler = IntStream.range(0, points.length)
                .boxed()
                .flatMap(i -> IntStream.of('a', '0').filter(c -> c != points[i]).mapToObj(c -> {
                    int[] copy = points.clone();
                    copy[i] = c;
                    return copy;
                }));
        return Stream.of(shorter, simple, simpler)
                .flatMap(s -> s)
                .map(p -> Json.NODES.textNode(new String(p, 0, p.length)));
    }

    private static Stream<JsonNode> bytes(byte[] bytes) {
        return chunks(bytes.length).map(c -> {
            byte[] copy = new byte[bytes.length - (c[1] - c[0])];
            System.arraycopy(bytes, 0, copy, 0, c[0]);
            System.arraycopy(bytes, c[1], copy, c[0], bytes.length - c[1]);
            return Json.NODES.binaryNode(copy);
        });
    }

    private static Stream<JsonNode> numbers(JsonNode value, List<JsonNode> landmarks) {
        BigDecimal number = value.decimalValue();
        List<BigDecimal> smaller = new ArrayList<>(List.of(BigDecimal.ZERO, number.abs()));
        smaller.add(number.setScale(0, RoundingMode.DOWN));
        if (number.scale() > 1) {
            smaller.add(number.setScale(number.scale() / 2, RoundingMode.DOWN));
            smaller.add(number.setScale(number.scale() - 1, RoundingMode.DOWN));
        }
        for (JsonNode mark : landmarks) {
            if (mark.isNumber() && mark.decimalValue().signum() != 0) {
                BigDecimal step = mark.decimalValue().abs();
                smaller.add(step);
                steps(number, step, smaller);
            }
        }
        // Ever smaller steps toward zero, so that a bound in between is reached in few of them.
        BigInteger step = number.toBigInteger().divide(BigInteger.TWO);
        for (; step.signum() != 0; step = step.divide(BigInteger.TWO)) {
            smaller.add(number.subtract(new BigDecimal(step)));
        }
        if (number.abs().compareTo(BigDecimal.ONE) >= 0) {
            smaller.add(number.subtract(BigDecimal.valueOf(number.signum())));
        }
        return smaller.stream().map(n -> Numbers.node(n, false));
    }

    /** Nearer to zero by many steps, then by ever fewer: a multiple stays one. */
    private static void steps(BigDecimal number, BigDecimal step, List<BigDecimal> smaller) {
        BigInteger count =
                number.abs().divideToIntegralValue(step).toBigInteger().divide(BigInteger.TWO);
        BigDecimal toward = number.signum() < 0 ? step.negate() : step;
        for (int i = 0; i < MOST_HALVES && count.signum() > 0; i++, count = count.divide(BigInteger.TWO)) {
            smaller.add(number.subtract(toward.multiply(new BigDecimal(count))));
        }
        smaller.add(number.subtract(toward));
    }

    /** Ranges to leave out: everything, halves, quarters, down to single places. */
    private static Stream<int[]> chunks(int length) {
        List<int[]> chunks = new ArrayList<>();
        for (int size = length; size > 0; size /= 2) {
            for (int from = 0; from < length; from += size) {
                chunks.add(new int[] {from, Math.min(length, from + size)});
            }
        }
        return chunks.stream();
    }
}
