package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One change of an answer, as users order it. */
sealed interface AnswerEdit {
    /** Of one status to another. */
    record Status(int from, int to) implements AnswerEdit {}

    /** Of the media type. */
    record Type(String mediaType) implements AnswerEdit {}

    /** Of what its body holds. */
    record Inside(UnaryOperator<JsonNode> change) implements AnswerEdit {}

    /** All orders there are. */
    String FORMS = "status N to N, type media/type, move /a to /b, set /a to JSON, remove /a, keep /a";

    Pattern STATUS = Pattern.compile("status (\\d{3}) to (\\d{3})");
    Pattern TYPE = Pattern.compile("type (\\S+/.+)");
    Pattern MOVE = Pattern.compile("move (/\\S+) to (/\\S+)");
    Pattern SET = Pattern.compile("set (/\\S+) to (.+)");
    Pattern REMOVE = Pattern.compile("remove (/\\S+)");
    Pattern KEEP = Pattern.compile("keep (/\\S+)");

    /**
     * Reads an order.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AnswerEdit parse(String order) {
        Matcher matcher;
        if ((matcher = STATUS.matcher(order)).matches()) {
            return new Status(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        if ((matcher = TYPE.matcher(order)).matches()) {
            String type = matcher.group(1);
            MediaType.parse(type).orElseThrow(() -> new IllegalArgumentException("'" + type + "' is no media type"));
            return new Type(type);
        }
        if ((matcher = MOVE.matcher(order)).matches()) {
            JsonPointer from = JsonPointer.compile(matcher.group(1));
            JsonPointer to = JsonPointer.compile(matcher.group(2));
            return inside(body -> Members.move(body, from, to));
        }
        if ((matcher = SET.matcher(order)).matches()) {
            JsonPointer at = JsonPointer.compile(matcher.group(1));
            JsonNode value = json(matcher.group(2));
            return inside(body -> Members.put(body, at, value));
        }
        if ((matcher = REMOVE.matcher(order)).matches()) {
            JsonPointer at = JsonPointer.compile(matcher.group(1));
            return inside(body -> Members.remove(body, at));
        }
        if ((matcher = KEEP.matcher(order)).matches()) {
            JsonPointer at = JsonPointer.compile(matcher.group(1));
            return new Inside(body -> body.at(at).isMissingNode() ? body : body.at(at));
        }
        throw new IllegalArgumentException("'" + order + "' is none of: " + FORMS);
    }

    private static Inside inside(Consumer<JsonNode> change) {
        return new Inside(body -> {
            JsonNode changed = body.deepCopy();
            change.accept(changed);
            return changed;
        });
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException e) {
            throw new IllegalArgumentException("'" + text + "' is no JSON, where a text needs quotes", e);
        }
    }
}
