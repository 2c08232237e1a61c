package io.contractcheck.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.RequestBody;
import io.contractcheck.openapi.Style;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a correct service may accept although the document does not allow it. */
final class Leniency {
    /** Fields of HTTP and of tracing whose recipients ignore what they cannot read (RFC 9110, sections 10 to 14; RFC 7240; Trace Context). */
    private static final List<String> IGNORED_HEADERS = List.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "baggage",
            "cache-control",
            "date",
            "expect",
            "from",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "max-forwards",
            "origin",
            "pragma",
            "prefer",
            "range",
            "referer",
            "te",
            "traceparent",
            "tracestate",
            "user-agent");

    private static final List<String> UNKNOWN_NAMES =
            List.of("additionalProperties", "maxProperties", "propertyNames", "unevaluatedProperties");

    /** What proxies and servers rewrite before a service sees it: dot segments, empty ones, encoded separators, path parameters. */
    private static final Pattern REWRITTEN =
            Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:/|$)|//|%2f|%5c|%00|%25(?:2e|2f|5c)");

    private static final Pattern PATH_PARAMETER = Pattern.compile("(?i);|%3b");

    private Leniency() {}

    static boolean mayAccept(CheckContext context, Mutation mutation) {
        TestCase testCase = context.testCase();
        Optional<Parameter> parameter = BrokenRule.parameter(testCase, mutation);
        return switch (mutation.location()) {
            // RFC 9110, section 12.5.1: what nobody serves may be answered with something else; 8.3: a type may be
            // guessed; RFC 2046, section 4.5.1: what is not known are just bytes
            case FRAMING ->
                mutation.parameter().equals(Optional.of("Accept"))
                        || mutation.parameter().equals(Optional.of("Content-Type"))
                                && (mutation.keyword().equals(Optional.of("required")) || takesBytes(context));
            case METHOD -> true;
            // RFC 9110, section 9.3.1: content of GET means nothing
            case BODY ->
                List.of("GET", "HEAD").contains(context.exchange().request().method())
                        || testCase.body()
                                .map(b -> readAsValid(testCase, mutation, !isJson(b.mediaType())))
                                .orElse(false);
            case PATH -> rewritten(context) || readAsValid(testCase, mutation, parameter);
            case HEADER ->
                IGNORED_HEADERS.contains(mutation.parameter().orElse("").toLowerCase(Locale.ROOT))
                        || asIfAbsent(testCase, mutation, parameter)
                        || readAsValid(testCase, mutation, parameter);
            case QUERY, COOKIE ->
                parameter.filter(p -> spread(p, mutation)).isPresent()
                        || asIfAbsent(testCase, mutation, parameter)
                        || readAsValid(testCase, mutation, parameter);
        };
    }

    private static boolean takesBytes(CheckContext context) {
        return context.operation().requestBody().map(RequestBody::content).orElse(List.of()).stream()
                .anyMatch(c -> c.mediaType().toLowerCase(Locale.ROOT).startsWith("application/octet-stream"));
    }

    private static boolean rewritten(CheckContext context) {
        String path = context.exchange().request().path();
        boolean matrix = context.operation().parameters().stream().anyMatch(p -> p.style() == Style.MATRIX);
        return REWRITTEN.matcher(path).find()
                || !matrix && PATH_PARAMETER.matcher(path).find();
    }

    /** Whether the members of an object are parameters of their own on the wire, of which services ignore those they do not know. */
    private static boolean spread(Parameter parameter, Mutation mutation) {
        return (parameter.explode() || parameter.style() == Style.DEEP_OBJECT)
                && mutation.keyword().filter(UNKNOWN_NAMES::contains).isPresent();
    }

    /** Whether an optional parameter is there but empty, which many take as not given. */
    private static boolean asIfAbsent(TestCase testCase, Mutation mutation, Optional<Parameter> parameter) {
        return parameter.filter(p -> !p.required()).isPresent()
                && BrokenRule.value(testCase, mutation)
                        .filter(v -> v.isTextual() && v.textValue().isBlank())
                        .isPresent()
                && !mutation.keyword().equals(Optional.of("minLength"));
    }

    private static boolean readAsValid(TestCase testCase, Mutation mutation, Optional<Parameter> parameter) {
        return parameter.isPresent()
                && readAsValid(
                        testCase,
                        mutation,
                        !parameter.get().mediaType().map(Leniency::isJson).orElse(false));
    }

    private static boolean isJson(String mediaType) {
        return MediaType.parse(mediaType).map(MediaType::isJson).orElse(false);
    }

    /** Whether the value is valid once it is read with good will; numbers and booleans that are written as text have more readings. */
    private static boolean readAsValid(TestCase testCase, Mutation mutation, boolean text) {
        Optional<Schema> schema = BrokenRule.schema(testCase, mutation);
        Optional<JsonNode> value = BrokenRule.value(testCase, mutation);
        List<Violation> violations = BrokenRule.violations(schema, value);
        if (schema.isEmpty() || value.isEmpty() || violations.isEmpty()) {
            return false;
        }
        try {
            return violations.stream().allMatch(v -> v.keyword().equals("readOnly"))
                    || nullForNothing(schema.get(), value.get(), violations)
                    || text && value.get().isArray() && anyItem(schema.get(), value.get())
                    || text && GoodWill.lists(value.get()).stream().anyMatch(schema.get()::accepts)
                    || violations.stream()
                            .map(Violation::instance)
                            .distinct()
                            .anyMatch(place -> GoodWill.readings(value.get().at(place), text).stream()
                                    .anyMatch(reading -> schema.get().accepts(with(value.get(), place, reading))));
        } catch (ReferenceException e) {
            return true;
        }
    }

    /** Whether null stands for an optional member: most readers of JSON into objects cannot tell it from a member that is not there. */
    private static boolean nullForNothing(Schema schema, JsonNode value, List<Violation> violations) {
        JsonNode rest = value.deepCopy();
        for (Violation violation : violations) {
            JsonPointer place = violation.instance();
            if (place.matches() || !value.at(place).isNull() || !(rest.at(place.head()) instanceof ObjectNode object)) {
                return false;
            }
            object.remove(place.last().getMatchingProperty());
        }
        return schema.accepts(rest);
    }

    /** Of a list where one value is expected, services take the first, the last, or any. */
    private static boolean anyItem(Schema schema, JsonNode list) {
        return list.valueStream()
                .anyMatch(item -> schema.accepts(item)
                        || GoodWill.readings(item, true).stream().anyMatch(schema::accepts));
    }

    private static JsonNode with(JsonNode value, JsonPointer place, JsonNode other) {
        if (place.matches()) {
            return other;
        }
        JsonNode copy = value.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), other);
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), other);
        }
        return copy;
    }
}
