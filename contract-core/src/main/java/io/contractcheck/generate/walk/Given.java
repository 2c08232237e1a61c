package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values given out lately, as fingerprints that are the same for values equal as JSON. Bounded, however long the walk. */
final class Given {
    private static final int MOST = 1 << 16;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Map<Long, Boolean> fingerprints = new LinkedHashMap<>();

    boolean has(long fingerprint) {
        return fingerprints.containsKey(fingerprint);
    }

    void add(long fingerprint) {
        fingerprints.put(fingerprint, true);
        if (fingerprints.size() > MOST) {
            fingerprints.remove(fingerprints.keySet().iterator().next());
        }
    }

    static long fingerprint(JsonNode value) {
        if (value.isObject()) {
            long sum = 7;
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                sum += mix(text(member.getKey()), fingerprint(member.getValue()));
            }
            return mix(1, sum);
        }
        if (value.isArray()) {
            long all = 2;
            for (JsonNode element : value) {
                all = mix(all, fingerprint(element));
            }
            return mix(2, all);
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return mix(
                    3,
                    text(
                            number.signum() == 0
                                    ? "0"
                                    : number.stripTrailingZeros().toString()));
        }
        return mix(4 + value.getNodeType().ordinal(), text(value.asText()));
    }

    private static long text(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1_000_003 + text.charAt(i);
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static long mix(long a, long b) {
        long mixed = (a * 31 + b) * PRIME;
        mixed ^= mixed >>> 32;
        mixed *= PRIME;
        return mixed ^ mixed >>> 29;
    }
}
