package io.contractcheck.internal.phase;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.openapi.Link;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.UnreadableException;
import io.contractcheck.testcase.UnwritableException;
import io.contractcheck.testcase.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an answer may say that a new member is: in the Location header, by a documented link, in the body under a name that tells, or
 * under the parameter's own name in what was sent.
 */
final class Created {
    private static final String BODY = "$response.body#";
    private static final String HEADER = "$response.header.";

    private final Members members;
    private final TestCase created;
    private final Exchange exchange;

    private Created(Members members, TestCase created, Exchange exchange) {
        this.members = members;
        this.created = created;
        this.exchange = exchange;
    }

    /** The path's parameters by name, likeliest first; none is proven. */
    static List<Map<String, ParameterValue>> places(Members members, TestCase created, Exchange exchange) {
        return new Created(members, created, exchange).places();
    }

    private List<Map<String, ParameterValue>> places() {
        Set<Map<String, ParameterValue>> places = new LinkedHashSet<>();
        location().ifPresent(places::add);
        Stream.of(linked().stream(), told().stream(), sent().stream())
                .flatMap(ids -> ids)
                .flatMap(id -> typed(id, members.id()).stream())
                .forEach(id -> places.add(beside(id)));
        return List.copyOf(places);
    }

    private Map<String, ParameterValue> beside(JsonNode id) {
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        created.parameters().stream()
                .filter(v -> v.parameter().in() == ParameterLocation.PATH)
                .forEach(v -> values.put(v.parameter().name(), v));
        values.put(members.id().name(), new ParameterValue(members.id(), id));
        return values;
    }

    private Optional<Map<String, ParameterValue>> location() {
        Optional<String> location = exchange.response().header("Location");
        if (location.isEmpty()) {
            return Optional.empty();
        }
        try {
            Request sent = exchange.request();
            String own = Wire.write(created, sent.origin()).path();
            if (!sent.path().endsWith(own)) {
                return Optional.empty();
            }
            String base = sent.origin() + sent.path().substring(0, sent.path().length() - own.length());
            String path = URI.create(sent.url()).resolve(location.get().trim()).getRawPath();
            TestCase read = Wire.read(members.read(), new Request("GET", sent.origin(), path, List.of(), null), base);
            Map<String, ParameterValue> values = new LinkedHashMap<>();
            read.parameters().stream()
                    .filter(v -> v.parameter().in() == ParameterLocation.PATH)
                    .filter(v -> v.parameter().schema().accepts(v.value()))
                    .forEach(v -> values.put(v.parameter().name(), v));
            return Optional.of(values).filter(v -> v.containsKey(members.id().name()));
        } catch (IllegalArgumentException | UnreadableException | UnwritableException e) {
            return Optional.empty();
        }
    }

    private List<JsonNode> linked() {
        List<JsonNode> ids = new ArrayList<>();
        members.create().responses().forStatus(exchange.response().status()).stream()
                .flatMap(spec -> spec.links().stream())
                .filter(this::leadsToRead)
                .forEach(link -> link.parameters().forEach((name, expression) -> {
                    if (name.equals(members.id().name())
                            || name.equals("path." + members.id().name())) {
                        evaluate(expression).ifPresent(ids::add);
                    }
                }));
        return ids;
    }

    private boolean leadsToRead(Link link) {
        String pointer = "/paths/" + members.read().path().replace("~", "~0").replace("/", "~1") + "/get";
        return link.operationId().isPresent()
                        && link.operationId().equals(members.read().operationId())
                || link.operationRef()
                        .filter(ref ->
                                ref.replace("%7B", "{").replace("%7D", "}").endsWith("#" + pointer))
                        .isPresent();
    }

    /** The two kinds of runtime expression that speak of the answer (OpenAPI 3.1, section 4.8.20.4). */
    private Optional<JsonNode> evaluate(JsonNode expression) {
        String text = expression.asText("");
        try {
            if (text.startsWith(BODY)) {
                return body().map(b -> b.at(JsonPointer.compile(text.substring(BODY.length()))));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return text.startsWith(HEADER)
                ? exchange.response().header(text.substring(HEADER.length())).map(Json.NODES::textNode)
                : Optional.empty();
    }

    private List<JsonNode> told() {
        List<JsonNode> ids = new ArrayList<>();
        body().ifPresent(body -> {
            ids.add(body);
            for (String name : names()) {
                ids.addAll(named(body, name));
            }
            for (JsonNode inner : body) {
                if (inner.isObject()) {
                    names().forEach(name -> ids.addAll(named(inner, name)));
                }
            }
        });
        return ids;
    }

    private List<JsonNode> sent() {
        return created.body()
                .map(b -> named(b.value(), plain(members.id().name())))
                .orElse(List.of());
    }

    /** Names that tell, without what differs by taste. */
    private List<String> names() {
        String collection = members.create().path().replaceAll("/(\\{[^{}]*}|/)*$", "");
        String many = plain(collection.substring(collection.lastIndexOf('/') + 1));
        Set<String> names = new LinkedHashSet<>(List.of(plain(members.id().name()), "id"));
        names.add(many + "id");
        names.add(many.replaceAll("s$", "") + "id");
        names.add(many.replaceAll("es$", "") + "id");
        names.add(many.replaceAll("ies$", "y") + "id");
        names.add("uuid");
        return List.copyOf(names);
    }

    private static List<JsonNode> named(JsonNode object, String name) {
        return object.properties().stream()
                .filter(p -> plain(p.getKey()).equals(name))
                .<JsonNode>map(Map.Entry::getValue)
                .toList();
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<JsonNode> typed(JsonNode id, Parameter parameter) {
        if (!id.isValueNode()
                || id.isNull()
                || id.isMissingNode()
                || id.asText().isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> forms = new ArrayList<>(List.of(id));
        if (id.isTextual()) {
            try {
                forms.add(Json.parse(id.textValue()));
            } catch (JsonException e) {
                // no number then
            }
        } else {
            forms.add(Json.NODES.textNode(id.asText()));
        }
        return forms.stream().filter(parameter.schema()::accepts).findFirst();
    }

    private Optional<JsonNode> body() {
        try {
            return exchange.response().content().map(Json::received);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
