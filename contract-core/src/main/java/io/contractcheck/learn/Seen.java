package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.TestCase;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The values that a service's answers held, by name and by format. Of each kind the same are kept, whichever came first; those of things that
 * were deleted are let go. Thread-safe.
 */
final class Seen {
    private static final int VALUES = 20;
    /** More than are used, since those are left out that the run itself sent. */
    private static final int KEPT = 1000;

    private static final int MOST_SENT = 100_000;
    private static final int NAMES = 2000;
    private static final int LEAVES = 300;
    private static final int LEVELS = 12;
    private static final int LONGEST = 200;
    private static final int LARGEST = 256 << 10;
    /** What is told of so many things will still be there when some of them are gone. */
    private static final int OWNERS = 8;

    private static final Map<String, Pattern> FORMATS = formats();
    /** Services stamp what they do with the time, which is another one in each run. */
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*");

    /** In no order that anything else goes by, so that what is kept is of all sorts. */
    private static final Comparator<String> MIXED = Comparator.<String>comparingInt(
                    text -> text.hashCode() * 0x9E3779B9)
            .thenComparing(Comparator.naturalOrder());

    private final TreeMap<String, TreeMap<String, TreeSet<String>>> named = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, TreeSet<String>>> formatted = new TreeMap<>();
    private final Set<String> deleted = new TreeSet<>();
    private final Set<Long> sent = new HashSet<>();
    private int left;

    private static Map<String, Pattern> formats() {
        Map<String, Pattern> formats = new LinkedHashMap<>();
        formats.put("email", Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+"));
        formats.put("uri", Pattern.compile("https?://\\S{3,190}"));
        formats.put("date", Pattern.compile("\\d{4}-\\d{2}-\\d{2}"));
        formats.put("ipv4", Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}"));
        return formats;
    }

    /** Takes note of an answer of 2xx. */
    synchronized void saw(TestCase testCase, Exchange exchange) {
        String method = testCase.operation().method();
        String owner = testCase.parameters().stream()
                .filter(v -> v.parameter().in() == ParameterLocation.PATH)
                .map(v -> v.value().asText())
                .reduce("", (a, b) -> b);
        if (method.equals("DELETE")) {
            if (!owner.isEmpty()) {
                deleted.add(owner);
            }
        } else if (method.equals("GET")) {
            body(exchange).ifPresent(body -> {
                left = LEAVES;
                walk("", body, owner, 0);
            });
        }
    }

    /** Takes note of what the run sent and was taken: it may come back at any time, and says nothing of what the service has. */
    synchronized void sent(TestCase testCase) {
        if (!testCase.operation().method().equals("GET") && sent.size() <= MOST_SENT) {
            testCase.body().ifPresent(body -> sent(body.value()));
        }
    }

    private void sent(JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(this::sent);
        } else {
            sent.add(hash(Json.write(value)));
        }
    }

    private static long hash(String text) {
        return text.hashCode() * 31L + text.length();
    }

    private static Optional<JsonNode> body(Exchange exchange) {
        try {
            return exchange.response()
                    .content()
                    .filter(bytes ->
                            bytes.length > 0 && bytes.length <= LARGEST && (bytes[0] == '{' || bytes[0] == '['))
                    .map(Json::received);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private void walk(String name, JsonNode value, String owner, int level) {
        if (left <= 0 || level > LEVELS) {
            return;
        }
        if (value.isArray()) {
            value.forEach(element -> walk(name, element, owner, level + 1));
        } else if (value.isObject()) {
            String own = value.properties().stream()
                    .filter(m -> Names.isIdentifier(m.getKey()) && m.getValue().isValueNode())
                    .map(m -> m.getValue().asText())
                    .findFirst()
                    .orElse(owner);
            value.properties().forEach(member -> walk(member.getKey(), member.getValue(), own, level + 1));
        } else if ((value.isTextual() || value.isNumber()) && Names.mayBorrow(name)) {
            left--;
            String text = value.asText();
            if (!text.isBlank()
                    && text.length() <= LONGEST
                    && !(beginsWithDigit(text) && MOMENT.matcher(text).matches())) {
                add(named, Declared.plain(name), value, owner);
                if (value.isTextual() && mayHaveFormat(text)) {
                    FORMATS.forEach((format, pattern) -> {
                        if (pattern.matcher(text).matches()) {
                            add(formatted, format, value, owner);
                        }
                    });
                }
            }
        }
    }

    /** Quickly, since most texts have none. */
    private static boolean mayHaveFormat(String text) {
        return beginsWithDigit(text) || text.startsWith("http") || text.indexOf('@') > 0;
    }

    private static boolean beginsWithDigit(String text) {
        return text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    private static void add(
            TreeMap<String, TreeMap<String, TreeSet<String>>> into, String key, JsonNode value, String owner) {
        TreeMap<String, TreeSet<String>> values = into.computeIfAbsent(key, k -> new TreeMap<>(MIXED));
        TreeSet<String> owners = values.computeIfAbsent(Json.write(value), v -> new TreeSet<>());
        owners.add(owner);
        if (owners.size() > OWNERS + 1) {
            owners.pollLast();
        }
        if (values.size() > KEPT) {
            values.pollLastEntry();
        }
        if (into.size() > NAMES) {
            into.pollLastEntry();
        }
    }

    /** What is known with them as well. */
    synchronized Values with(Values known) {
        return known.with(settled(named), settled(formatted));
    }

    private Map<String, List<JsonNode>> settled(Map<String, TreeMap<String, TreeSet<String>>> all) {
        Map<String, List<JsonNode>> settled = new LinkedHashMap<>();
        all.forEach((key, values) -> {
            List<JsonNode> left = values.entrySet().stream()
                    .filter(v -> v.getValue().size() > OWNERS || !deleted.containsAll(v.getValue()))
                    .filter(v -> sent.size() <= MOST_SENT && !sent.contains(hash(v.getKey())))
                    .limit(VALUES)
                    .map(v -> Json.parse(v.getKey()))
                    .toList();
            if (!left.isEmpty()) {
                settled.put(key, left);
            }
        });
        return settled;
    }
}
