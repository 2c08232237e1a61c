package io.contractcheck.it.depot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The items of the depot: what its document says of them, but for the bugs. */
final class Items {
    /** An item that is always there; the document gives it as example. */
    static final String FIRST = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

    private static final int SHOWN = 20;
    private static final BigDecimal INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Pattern UUID_TEXT =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}-[0-9]{3}");
    private static final List<String> CATEGORIES = List.of("food", "tools", "archive");

    private final Map<String, ObjectNode> items = new LinkedHashMap<>();

    Items() {
        ObjectNode first = Json.NODES.objectNode().put("id", FIRST).put("name", "Hammer");
        first.put("category", "tools").put("weight", 1.5);
        first.set("size", Json.NODES.objectNode().put("length", 30).put("unit", "cm"));
        items.put(FIRST, first);
    }

    synchronized Answer list(Asked asked) {
        for (String name : List.of("limit", "offset", "sort", "q")) {
            if (asked.given(name).size() > 1) {
                return bad(name + " is given twice");
            }
        }
        for (String text : asked.given("limit")) {
            BigDecimal limit = Asked.whole(text).orElse(null);
            if (limit == null || limit.abs().compareTo(INTEGER) > 0) {
                return Answer.failed("/items").by(Bug.LIMIT_NO_NUMBER);
            }
            if (limit.signum() <= 0) {
                return Answer.failed("/items").by(Bug.LIMIT_BELOW_ONE);
            }
            if (limit.intValue() > 100) {
                return bad("limit is at most 100");
            }
            if (limit.intValue() == 100) {
                return Answer.failed("/items", "Index 100 out of bounds for length 100")
                        .by(Bug.LAST_PAGE);
            }
        }
        for (String text : asked.given("offset")) {
            BigDecimal offset = Asked.whole(text).orElse(BigDecimal.ONE.negate());
            if (offset.signum() < 0 || offset.compareTo(BigDecimal.valueOf(9007199254740991L)) > 0) {
                return bad("offset is a whole number from 0");
            }
            if (offset.compareTo(INTEGER) > 0) {
                return Answer.failed("/items").by(Bug.LARGE_OFFSET);
            }
        }
        for (String text : asked.given("sort")) {
            if (!List.of("name", "weight", "code").contains(text)) {
                return bad("sort is name, weight or code");
            }
            if (text.equals("weight")) {
                return Answer.failed(
                                "/items",
                                "Cannot invoke \"java.lang.Double.compareTo(Object)\" because the weight of depot.Item@"
                                        + Integer.toHexString(new Object().hashCode()) + " is null")
                        .by(Bug.SORT_BY_WEIGHT);
            }
        }
        ArrayNode page = Json.NODES.arrayNode();
        items.values().stream().limit(SHOWN).forEach(page::add);
        for (String text : asked.given("q")) {
            if (text.codePointCount(0, text.length()) > 40) {
                return bad("q is too long");
            }
            if (text.chars().anyMatch(c -> c > 255)) {
                return Answer.failed("/items").by(Bug.UNICODE_SEARCH);
            }
            return Answer.json(200, page).by(Bug.NO_TOTAL);
        }
        return Answer.json(200, page).with("X-Total-Count", Integer.toString(items.size()));
    }

    synchronized Answer create(Asked asked) {
        if (asked.body().length == 0) {
            return bad("there is no item");
        }
        if (!isJson(asked)) {
            return Answer.failed("/items", "class java.lang.String cannot be cast to class depot.Item")
                    .by(Bug.FOREIGN_TYPE);
        }
        JsonNode item;
        try {
            item = Json.parse(asked.body());
        } catch (JsonException e) {
            return Answer.failed("/items", unreadable(asked.body())).by(Bug.NO_JSON);
        }
        String wrong = wrong(item);
        if (!wrong.isEmpty()) {
            return bad(wrong);
        }
        if (item.path("weight").decimalValue().compareTo(BigDecimal.valueOf(1000)) > 0) {
            return Answer.problem(400, "Bad Request", "the weight must be at most 1000 kg")
                    .by(Bug.HEAVY);
        }
        if (item.path("code").asText("A").matches("[a-z].*")) {
            return Answer.json(400, Json.NODES.objectNode().put("status", 400).put("title", "Bad Request"))
                    .typed("application/problem+json")
                    .by(Bug.LOWER_CASE_CODE);
        }
        if (item.has("tags") && item.get("tags").isEmpty()) {
            return Answer.text(
                            500,
                            "java.util.NoSuchElementException: No value present\n"
                                    + "\tat java.base/java.util.Optional.orElseThrow(Optional.java:377)\n"
                                    + "\tat depot.Tags.first(Tags.java:31)\n")
                    .by(Bug.EMPTY_TAGS);
        }
        if (!item.has("weight")) {
            return Answer.page().by(Bug.NO_WEIGHT);
        }
        if (item.get("category").asText().equals("archive")) {
            return Answer.problem(409, "Conflict", "the category 'archive' is closed")
                    .by(Bug.CATEGORY_CLOSED);
        }
        String name = item.get("name").asText();
        if (items.values().stream().anyMatch(i -> i.get("name").asText().equals(name))) {
            return Answer.problem(409, "Conflict", "there is an item '" + name + "' already")
                    .by(Bug.NAME_TAKEN);
        }
        return created(item, name);
    }

    private Answer created(JsonNode item, String name) {
        ObjectNode stored = Json.NODES.objectNode();
        String id = UUID.randomUUID().toString();
        stored.put("id", id);
        boolean tooLong = name.codePointCount(0, name.length()) > 60;
        boolean strange = !CATEGORIES.contains(item.get("category").asText());
        stored.put("name", tooLong ? UUID.randomUUID().toString() : name);
        stored.put("category", strange ? "tools" : item.get("category").asText());
        stored.set("weight", item.get("weight"));
        if (item.has("size")) {
            stored.set("size", item.get("size"));
        }
        items.put(id, stored);
        Answer answer = Answer.json(201, stored).with("Location", "/items/" + id);
        answer = tooLong ? answer.by(Bug.LONG_NAME) : answer;
        return strange ? answer.by(Bug.ANY_CATEGORY) : answer;
    }

    /** What is wrong with an item, in words; empty if nothing is, or if nobody notices. */
    private static String wrong(JsonNode item) {
        if (!item.isObject()) {
            return "an item is an object";
        }
        for (Map.Entry<String, JsonNode> field : item.properties()) {
            if (!List.of("name", "category", "weight", "code", "tags", "size").contains(field.getKey())) {
                return "an item has no such field";
            }
        }
        JsonNode weight = item.path("weight");
        JsonNode code = item.path("code");
        if (!item.path("name").isTextual() || item.get("name").asText().isEmpty()) {
            return "name is a text";
        }
        if (!item.path("category").isTextual()) {
            return "category is a text";
        }
        if (item.has("weight")
                && (!weight.isNumber()
                        || weight.decimalValue().signum() < 0
                        || weight.decimalValue().compareTo(BigDecimal.valueOf(5000)) > 0)) {
            return "weight is a number from 0 to 5000";
        }
        if (item.has("code")
                && (!code.isTextual() || !CODE.matcher(code.asText()).matches())) {
            return "code is three letters, a hyphen and three digits";
        }
        if (item.has("tags") && !tags(item.get("tags"))) {
            return "tags are at most 5 texts of 1 to 10 characters";
        }
        return item.has("size") && !size(item.get("size")) ? "size is a length and a unit" : "";
    }

    private static boolean tags(JsonNode tags) {
        return tags.isArray()
                && tags.size() <= 5
                && tags.valueStream()
                        .allMatch(t -> t.isTextual()
                                && !t.asText().isEmpty()
                                && t.asText().codePointCount(0, t.asText().length()) <= 10);
    }

    private static boolean size(JsonNode size) {
        if (!size.isObject()
                || !size.properties().stream()
                        .allMatch(p -> List.of("length", "unit").contains(p.getKey()))) {
            return false;
        }
        JsonNode length = size.path("length");
        boolean unit = !size.has("unit")
                || List.of("cm", "mm").contains(size.get("unit").asText(""));
        return unit
                && length.isNumber()
                && length.decimalValue().compareTo(BigDecimal.ONE) >= 0
                && length.decimalValue().compareTo(BigDecimal.valueOf(500)) <= 0
                && length.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    synchronized Answer get(String id) {
        if (!UUID_TEXT.matcher(id).matches()) {
            return bad("that is no identifier");
        }
        ObjectNode item = items.get(id.toLowerCase(Locale.ROOT));
        if (item == null) {
            return Answer.untitled(404, "there is no item " + id).by(Bug.NO_TITLE);
        }
        ObjectNode shown = item.deepCopy();
        shown.put("weight", item.get("weight").asText());
        Answer answer = Answer.json(200, shown);
        if (shown.get("size") instanceof ObjectNode size) {
            size.put("unit", "inch");
            answer = Answer.json(200, shown).by(Bug.UNIT_INCH);
        }
        return answer.by(Bug.WEIGHT_AS_TEXT);
    }

    synchronized Answer put(Asked asked, String id) {
        if (!UUID_TEXT.matcher(id).matches()) {
            return bad("that is no identifier");
        }
        if (asked.body().length == 0) {
            return bad("there is no weight");
        }
        if (!isJson(asked)) {
            return Answer.problem(415, "Unsupported Media Type", "only JSON is read");
        }
        JsonNode change;
        try {
            change = Json.parse(asked.body());
        } catch (JsonException e) {
            return bad("that is no JSON");
        }
        JsonNode weight = change.path("weight");
        if (!change.isObject()
                || change.size() != 1
                || !weight.isNumber()
                || weight.decimalValue().signum() < 0
                || weight.decimalValue().compareTo(BigDecimal.valueOf(5000)) > 0) {
            return bad("weight is a number from 0 to 5000");
        }
        ObjectNode item = items.get(id.toLowerCase(Locale.ROOT));
        if (item == null) {
            return Answer.text(404, "no item " + id).by(Bug.PLAIN_404);
        }
        item.set("weight", weight);
        return Answer.empty(204);
    }

    synchronized Answer delete(Asked asked, String id) {
        if (!UUID_TEXT.matcher(id).matches()) {
            return bad("that is no identifier");
        }
        boolean known = asked.header("X-Key").equals(List.of(DepotService.KEY));
        if (!id.equalsIgnoreCase(FIRST)) {
            items.remove(id.toLowerCase(Locale.ROOT));
        } else if (known) {
            return Answer.problem(409, "Conflict", "the first item stays");
        }
        return known ? Answer.empty(204) : Answer.empty(204).by(Bug.NO_KEY);
    }

    private static Answer bad(String detail) {
        return Answer.problem(400, "Bad Request", detail);
    }

    private static boolean isJson(Asked asked) {
        return asked.header("Content-Type").stream()
                .anyMatch(t -> t.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?"));
    }

    /** As readers of JSON speak of what is none: with a place, and of each text something else. */
    private static String unreadable(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int end = text.length();
        char last = text.charAt(end - 1);
        return last == '}' || last == ']'
                ? "JSON parse error: Unexpected close marker '" + last
                        + "': expected ']' (for Array starting at [line: 1," + " column: " + (end - 2) + "])"
                : "JSON parse error: Unexpected end-of-input: expected close marker for Object (start marker at [line: 1,"
                        + " column: 1])";
    }
}
