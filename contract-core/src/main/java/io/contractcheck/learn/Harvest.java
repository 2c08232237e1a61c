package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a document itself shows: examples, defaults, constants, and those that descriptions name. */
final class Harvest {
    private static final int LEVELS = 6;
    private static final int MOST = 20;
    private static final int NAMES = 2000;
    private static final int LONGEST = 200;
    /** As {@code one of A, B or C}, {@code possible values: a, b}. */
    private static final Pattern LISTED = Pattern.compile(
            "(?i)(?:one of|either|(?:possible|allowed|valid|supported|accepted) values(?: are)?|values)(?: are)?:?\\s+"
                    + "(?<all>[`'\"]?[\\w./-]{1,40}[`'\"]?(?:(?:,\\s*(?:or |and )?| or | and |\\s*\\|\\s*)[`'\"]?[\\w./-]{1,40}[`'\"]?)+)");
    /** As {@code e.g. `EUR`}, {@code for example "2024-05"}. */
    private static final Pattern SHOWN = Pattern.compile(
            "(?i)(?:e\\.g\\.?|eg\\.|for example|for instance|such as|example:?|like),?\\s+(?:[`'\"](?<quoted>[^`'\"\\n]{1,80})[`'\"]|(?<plain>[A-Z0-9][\\w./:@-]{1,60}))");

    private static final Pattern BETWEEN = Pattern.compile(",\\s*(?:or |and )?| or | and |\\s*\\|\\s*");

    private final Map<String, Set<JsonNode>> named = new LinkedHashMap<>();
    private final Set<String> refs = new LinkedHashSet<>();

    private Harvest() {}

    /** By the name of the member or parameter, in small letters alone. */
    static Map<String, List<JsonNode>> of(Api api) {
        Harvest harvest = new Harvest();
        for (Operation operation : api.operations()) {
            for (Parameter parameter : operation.parameters()) {
                parameter.examples().forEach(example -> harvest.add(parameter.name(), example));
                harvest.described(parameter.name(), parameter.source().node());
                harvest.walk(parameter.name(), parameter.schema(), 0);
            }
            operation.requestBody().ifPresent(body -> harvest.contents(body.content()));
            operation.responses().all().stream().map(ResponseSpec::content).forEach(harvest::contents);
        }
        Map<String, List<JsonNode>> values = new LinkedHashMap<>();
        harvest.named.forEach((name, all) -> values.put(name, new ArrayList<>(all)));
        return values;
    }

    private void contents(List<MediaTypeContent> contents) {
        for (MediaTypeContent content : contents) {
            content.examples().forEach(example -> members(example, 0));
            content.schema().ifPresent(schema -> walk("", schema, 0));
        }
    }

    private void members(JsonNode example, int level) {
        if (level < LEVELS) {
            example.properties().forEach(member -> {
                add(member.getKey(), member.getValue());
                members(member.getValue(), level + 1);
            });
            if (example.isArray()) {
                example.forEach(element -> members(element, level + 1));
            }
        }
    }

    private void walk(String name, Schema schema, int level) {
        if (level > LEVELS || named.size() > NAMES) {
            return;
        }
        List<Schema> parts = Declared.parts(List.of(schema));
        for (Schema part : parts) {
            JsonNode node = part.source().node();
            for (JsonNode words : List.of(node, part.normal())) {
                add(name, words.path("example"));
                add(name, words.path("default"));
                add(name, words.path("const"));
                words.path("examples").forEach(example -> add(name, example));
                words.path("enum").forEach(constant -> add(name, constant));
                members(words.path("example"), 0);
                described(name, words);
            }
        }
        String place = schema.source().toString();
        if (schema.normal().has("$ref") && !refs.add(place + name)) {
            return;
        }
        Declared.members(List.of(schema))
                .forEach((member, schemas) -> schemas.forEach(s -> walk(member, s, level + 1)));
        Declared.elements(List.of(schema)).forEach(element -> walk(name, element, level + 1));
    }

    private void described(String name, JsonNode words) {
        String description = words.path("description").asText();
        if (description.isEmpty() || name.isEmpty()) {
            return;
        }
        for (Matcher listed = LISTED.matcher(description); listed.find(); ) {
            for (String value : BETWEEN.split(listed.group("all"))) {
                text(name, value.replaceAll("^[`'\"]|[`'\"]$|\\.$", ""));
            }
        }
        for (Matcher shown = SHOWN.matcher(description); shown.find(); ) {
            text(
                    name,
                    Optional.ofNullable(shown.group("quoted"))
                            .orElseGet(() -> shown.group("plain").replaceAll("[.:]+$", "")));
        }
    }

    private void text(String name, String value) {
        add(name, Json.NODES.textNode(value));
        if (value.matches("-?\\d{1,15}")) {
            add(name, Json.NODES.numberNode(Long.parseLong(value)));
        }
    }

    private void add(String name, JsonNode value) {
        if ((value.isTextual() || value.isNumber())
                && !value.asText().isBlank()
                && value.asText().length() <= LONGEST
                && Names.mayBorrow(name)) {
            Set<JsonNode> values = named.computeIfAbsent(Declared.plain(name), n -> new LinkedHashSet<>());
            if (values.size() < MOST) {
                values.add(value);
            }
        }
    }
}
