package io.contractcheck.internal.phase;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.link.Binding;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Source;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a link brings from one call that was answered.
 *
 * @param link by which
 * @param values in the order of the link's bindings, each as it was found, whatever its type; without those that are not there
 */
record Brought(ResourceLink link, List<Value> values) {
    /** Enough to choose from. */
    static final int MOST_ELEMENTS = 50;

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]+)}");

    /**
     * A value that was found.
     *
     * @param taken where it goes and where it was
     * @param value as it was found
     */
    record Value(Taken taken, JsonNode value) {}

    Brought {
        values = List.copyOf(values);
    }

    /**
     * What the link brings, once for each element where the answer holds several, in their order; nothing if it tells of the answer, and
     * not a value of that is there.
     *
     * @param step of the call in its scenario
     */
    static List<Brought> of(ResourceLink link, int step, TestCase called, Exchange exchange) {
        return new Reading(link, step, called, exchange).all();
    }

    private static final class Reading {
        private final ResourceLink link;
        private final int step;
        private final TestCase called;
        private final Exchange exchange;
        private final Optional<JsonNode> body;

        private Reading(ResourceLink link, int step, TestCase called, Exchange exchange) {
            this.link = link;
            this.step = step;
            this.called = called;
            this.exchange = exchange;
            this.body = body(exchange);
        }

        private static Optional<JsonNode> body(Exchange exchange) {
            try {
                return exchange.response().content().map(Json::received);
            } catch (JsonException e) {
                return Optional.empty();
            }
        }

        private List<Brought> all() {
            List<Brought> all = new ArrayList<>();
            boolean tells = link.bindings().stream().map(Binding::source).anyMatch(Reading::isTold);
            for (int element = 0; element < MOST_ELEMENTS; element++) {
                List<Value> values = new ArrayList<>();
                boolean told = false;
                boolean several = false;
                for (Binding binding : link.bindings()) {
                    Optional<Value> value = value(binding, element);
                    value.ifPresent(values::add);
                    told |= value.isPresent() && (!tells || isTold(binding.source()));
                    several |= binding.source() instanceof Source.ResponseBody place
                            && place.steps().contains(Source.ResponseBody.EACH);
                }
                if (!told) {
                    break;
                }
                all.add(new Brought(link, values));
                if (!several) {
                    break;
                }
            }
            return all;
        }

        /** Whether it is the answer that says it. */
        private static boolean isTold(Source source) {
            return source instanceof Source.ResponseBody
                    || source instanceof Source.ResponseHeader
                    || source instanceof Source.Location;
        }

        private Optional<Value> value(Binding binding, int element) {
            Source source = binding.source();
            if (source instanceof Source.ResponseBody place) {
                return body.flatMap(whole -> in(whole, place, element))
                        .map(found -> new Value(
                                new Taken(binding.target(), step, new Source.ResponseBody(found.steps())),
                                found.value()));
            }
            return plain(source).map(found -> new Value(new Taken(binding.target(), step, source), found));
        }

        private Optional<JsonNode> plain(Source source) {
            if (source instanceof Source.ResponseHeader header) {
                return exchange.response().header(header.name()).map(Json.NODES::textNode);
            } else if (source instanceof Source.Location location) {
                return exchange.response()
                        .header("Location")
                        .flatMap(url -> located(url, location))
                        .map(Json.NODES::textNode);
            } else if (source instanceof Source.RequestParameter parameter) {
                return sent(parameter.in(), parameter.name());
            } else if (source instanceof Source.RequestBody place) {
                return called.body().flatMap(sent -> at(sent.value(), place.pointer()));
            } else if (source instanceof Source.Constant constant) {
                return Optional.of(Json.parse(constant.json()));
            }
            return Optional.empty();
        }

        private Optional<JsonNode> sent(ParameterLocation in, String name) {
            return called.parameters().stream()
                    .filter(v ->
                            v.parameter().in() == in && v.parameter().name().equals(name))
                    .map(ParameterValue::value)
                    .findFirst();
        }

        private Optional<String> located(String url, Source.Location location) {
            try {
                String path =
                        URI.create(exchange.request().url()).resolve(url.trim()).getRawPath();
                return Optional.ofNullable(read(location.path(), path).get(location.parameter()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    private record Found(List<String> steps, JsonNode value) {}

    /** With each step into any element replaced by the one that it went into; only the outermost of them goes by the number. */
    private static Optional<Found> in(JsonNode whole, Source.ResponseBody place, int element) {
        List<String> steps = new ArrayList<>();
        JsonNode at = whole;
        boolean outermost = true;
        for (String step : place.steps()) {
            String taken = step;
            if (step.equals(Source.ResponseBody.EACH)) {
                int index = outermost ? element : 0;
                outermost = false;
                if (at.isArray()) {
                    taken = String.valueOf(index);
                } else {
                    List<String> names = at.properties().stream()
                            .map(Map.Entry::getKey)
                            .limit(index + 1L)
                            .toList();
                    if (names.size() <= index) {
                        return Optional.empty();
                    }
                    taken = names.get(index);
                }
            }
            at = at.isArray() ? at.path(number(taken)) : at.path(taken);
            steps.add(taken);
        }
        return at.isMissingNode() || at.isNull() ? Optional.empty() : Optional.of(new Found(steps, at));
    }

    private static int number(String step) {
        return step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1;
    }

    private static Optional<JsonNode> at(JsonNode value, JsonPointer pointer) {
        JsonNode found = value.at(pointer);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(found);
    }

    /** The values of the parameters in a path that ends as the template says, decoded; none if it does not. */
    static Map<String, String> read(String template, String path) {
        StringBuilder pattern = new StringBuilder("(?:^|.*)");
        List<String> names = new ArrayList<>();
        Matcher parameter = TEMPLATE.matcher(template);
        int end = 0;
        while (parameter.find()) {
            pattern.append(Pattern.quote(template.substring(end, parameter.start())))
                    .append("([^/]+)");
            names.add(parameter.group(1));
            end = parameter.end();
        }
        pattern.append(Pattern.quote(template.substring(end))).append("/?");
        Matcher whole = Pattern.compile(pattern.toString()).matcher(path);
        Map<String, String> values = new LinkedHashMap<>();
        if (whole.matches()) {
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), decoded(whole.group(i + 1)));
            }
        }
        return values;
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
