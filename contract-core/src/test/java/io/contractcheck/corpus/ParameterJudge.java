package io.contractcheck.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a parameter's text in a request and asks whether the document allows it. It knows the common styles only. */
final class ParameterJudge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlainDecoder decoder;
    private final Harrel harrel;
    private final RawSchemas schemas;

    ParameterJudge(RawSchemas schemas, Harrel harrel) {
        this.schemas = schemas;
        this.harrel = harrel;
        this.decoder = new PlainDecoder(schemas, harrel);
    }

    /** A name and a text, decoded and as sent. */
    private record Pair(String name, String text, String sent) {}

    Opinion judge(Operation operation, Parameter parameter, Request request) {
        try {
            return switch (parameter.in()) {
                case PATH -> path(operation, parameter, request);
                case HEADER ->
                    request.header(parameter.name())
                            .map(text -> joined(parameter, text, false))
                            .orElseGet(() -> absent(parameter));
                case QUERY -> pairs(operation, parameter, pairs(request.query().orElse(""), "&", true));
                case COOKIE ->
                    pairs(operation, parameter, pairs(request.header("Cookie").orElse(""), "; *", false));
            };
        } catch (RawSchemas.Untranslatable | IllegalArgumentException e) {
            return new Opinion.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /** Where the raw schema of a parameter stands. */
    private JsonPointer schema(Parameter parameter) {
        JsonPointer at = parameter.source().pointer();
        JsonNode raw = schemas.raw(at);
        if (raw.isMissingNode() || !raw.path("name").isTextual()) {
            throw new RawSchemas.Untranslatable("the parameter stands in another document");
        }
        if (raw.path("content").isObject() && !raw.path("content").isEmpty()) {
            return at.appendProperty("content")
                    .appendProperty(raw.path("content").fieldNames().next())
                    .appendProperty("schema");
        }
        return raw.path("schema").isObject() && !raw.has("type") ? at.appendProperty("schema") : at;
    }

    private static Opinion absent(Parameter parameter) {
        boolean required =
                parameter.source().node().path("required").asBoolean() || parameter.in() == ParameterLocation.PATH;
        return required ? new Opinion.Invalid("is required but not there") : new Opinion.Valid();
    }

    private Opinion path(Operation operation, Parameter parameter, Request request) {
        StringBuilder template = new StringBuilder();
        Matcher names = Pattern.compile("\\{([^{}]*)}").matcher(operation.path());
        int end = 0;
        int group = 0;
        int own = 0;
        while (names.find()) {
            template.append(Pattern.quote(operation.path().substring(end, names.start())))
                    .append("([^/?]*)");
            end = names.end();
            group++;
            own = names.group(1).equals(parameter.name()) ? group : own;
        }
        String rest = operation.path().substring(end);
        template.append(Pattern.quote(rest));
        Matcher path = Pattern.compile("/?" + template).matcher(rest.contains("?") ? request.target() : request.path());
        if (own == 0 || !path.matches()) {
            return new Opinion.Unknown("the path does not follow its template");
        }
        if (template.toString().contains("([^/?]*)\\Q\\E([^/?]*)") || hasNeighbours(operation.path())) {
            return new Opinion.Unknown("two parameters in one segment");
        }
        return joined(parameter, path.group(own), true);
    }

    private static boolean hasNeighbours(String path) {
        return Arrays.stream(path.split("/")).anyMatch(segment -> segment.indexOf('{') != segment.lastIndexOf('{'));
    }

    /** A path or header parameter. */
    private Opinion joined(Parameter parameter, String sent, boolean percent) {
        JsonPointer schema = schema(parameter);
        if (parameter.mediaType().isPresent()) {
            return json(parameter, schema, percent ? decode(sent, false) : sent);
        }
        switch (parameter.style()) {
            case SIMPLE -> {}
            default -> {
                return new Opinion.Unknown("style " + parameter.style());
            }
        }
        String text = percent ? decode(sent, false) : sent;
        return shapes(
                schema,
                text,
                () -> {
                    List<String> items = new ArrayList<>();
                    for (String item : sent.split(",", -1)) {
                        String one = percent ? item : item.strip();
                        items.add(percent ? decode(one, false) : one);
                    }
                    return items;
                },
                parameter);
    }

    /** The texts of an array. */
    private interface Texts {
        List<String> get();
    }

    private Opinion shapes(JsonPointer schema, String text, Texts items, Parameter parameter) {
        Set<String> types = decoder.types(schema);
        boolean open = types.isEmpty() || decoder.composed(schema);
        List<JsonNode> values = new ArrayList<>(PlainDecoder.scalars(text));
        if (open || types.contains("array")) {
            values.addAll(decoder.arrays(schema, items.get()));
        }
        if (open || types.contains("object")) {
            Optional<Map<String, List<String>>> members = members(items.get(), parameter.explode());
            members.ifPresent(m -> values.addAll(decoder.objects(schema, m)));
        }
        Opinion opinion = decoder.any(schema, values);
        return opinion instanceof Opinion.Invalid && open && values.size() > 4
                ? new Opinion.Unknown("text of a composed schema")
                : opinion;
    }

    /** {@code k=v,k=v}, or {@code k,v,k,v}. */
    private static Optional<Map<String, List<String>>> members(List<String> items, boolean explode) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        if (explode) {
            for (String item : items) {
                int equals = item.indexOf('=');
                if (equals < 0) {
                    return Optional.empty();
                }
                members.put(item.substring(0, equals), List.of(item.substring(equals + 1)));
            }
            return Optional.of(members);
        }
        if (items.size() % 2 != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < items.size(); i += 2) {
            members.put(items.get(i), List.of(items.get(i + 1)));
        }
        return Optional.of(members);
    }

    private Opinion json(Parameter parameter, JsonPointer schema, String text) {
        if (!parameter.mediaType().orElse("").contains("json")) {
            return new Opinion.Unknown(
                    "content parameter of " + parameter.mediaType().orElse(""));
        }
        try {
            return harrel.judge(schema, JSON.readTree(text));
        } catch (IOException e) {
            return new Opinion.Invalid("is no JSON");
        }
    }

    private static List<Pair> pairs(String text, String separator, boolean plus) {
        List<Pair> pairs = new ArrayList<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(separator)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(new Pair(decode(name, plus), decode(value, plus), value));
        }
        return pairs;
    }

    private static String decode(String text, boolean plus) {
        return URLDecoder.decode(plus ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Opinion pairs(Operation operation, Parameter parameter, List<Pair> pairs) {
        JsonPointer schema = schema(parameter);
        List<Pair> own =
                pairs.stream().filter(p -> p.name().equals(parameter.name())).toList();
        if (parameter.mediaType().isPresent()) {
            return own.isEmpty()
                    ? absent(parameter)
                    : json(parameter, schema, own.get(0).text());
        }
        Set<String> types = decoder.types(schema);
        boolean open = types.isEmpty() || decoder.composed(schema);
        boolean object = types.contains("object");
        String separator = switch (parameter.style()) {
            case FORM -> ",";
            case SPACE_DELIMITED -> " ";
            case PIPE_DELIMITED -> "|";
            case TAB_DELIMITED -> "\t";
            default -> "";
        };
        if (separator.isEmpty() || (object || open) && parameter.explode() && own.isEmpty()) {
            return object && types.size() == 1 && !decoder.composed(schema)
                    ? spread(operation, parameter, schema, pairs)
                    : new Opinion.Unknown("an object spread over the query by a composed schema");
        }
        if (own.isEmpty()) {
            return absent(parameter);
        }
        if (!parameter.innerDelimiters().isEmpty()) {
            return new Opinion.Unknown("arrays in arrays");
        }
        if (own.size() > 1 && !open && !types.contains("array")) {
            return new Opinion.Invalid("stands more than once");
        }
        return shapes(schema, own.get(0).text(), () -> items(own, parameter.explode() ? "" : separator), parameter);
    }

    private static List<String> items(List<Pair> own, String separator) {
        if (separator.isEmpty()) {
            return own.stream().map(Pair::text).toList();
        }
        String sent = own.get(0).sent();
        if (!separator.equals(",")) {
            return List.of(own.get(0).text().split(Pattern.quote(separator), -1));
        }
        return Arrays.stream(sent.split(",", -1))
                .map(item -> decode(item, true))
                .toList();
    }

    /** An exploded object: all names that belong to no other parameter; or those in brackets. */
    private Opinion spread(Operation operation, Parameter parameter, JsonPointer schema, List<Pair> pairs) {
        Set<String> others = new LinkedHashSet<>();
        operation.parameters().forEach(p -> others.add(p.name()));
        Map<String, List<String>> members = new LinkedHashMap<>();
        boolean deep = parameter.style() == io.contractcheck.openapi.Style.DEEP_OBJECT;
        for (Pair pair : pairs) {
            String name = pair.name();
            if (deep) {
                if (!name.startsWith(parameter.name() + "[")) {
                    continue;
                }
                if (!name.endsWith("]") || name.indexOf("][") > 0) {
                    return new Opinion.Unknown("objects nested in brackets");
                }
                name = name.substring(parameter.name().length() + 1, name.length() - 1);
            } else if (others.contains(name)) {
                continue;
            }
            members.computeIfAbsent(name, n -> new ArrayList<>()).add(pair.text());
        }
        if (members.isEmpty()) {
            return absent(parameter);
        }
        if (!deep && !decoder.names(schema).containsAll(members.keySet()) && spreading(operation) > 1) {
            return new Opinion.Unknown("two objects spread over one query");
        }
        Opinion opinion = decoder.any(schema, decoder.objects(schema, members));
        return opinion instanceof Opinion.Invalid && decoder.composed(schema, members.keySet())
                ? new Opinion.Unknown("text of a composed schema")
                : opinion;
    }

    private long spreading(Operation operation) {
        return operation.parameters().stream()
                .filter(p -> p.in() == ParameterLocation.QUERY && p.explode())
                .filter(p -> decoder.types(schema(p)).contains("object"))
                .count();
    }
}
