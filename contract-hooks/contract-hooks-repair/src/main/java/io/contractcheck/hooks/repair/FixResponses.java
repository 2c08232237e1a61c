package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.SetUpBy;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrects the statuses that a document gives for its operations, such as those that a gateway or a filter answers for all of them. A
 * rule a line, orders parted by semicolons:
 *
 * <pre>{@code
 * <hookProperties>
 *   <FixResponses.rules>
 *     *: add 401; add 429
 *     POST /books: move 200 to 201; remove 404
 *   </FixResponses.rules>
 * </hookProperties>
 * }</pre>
 *
 * <p>{@code add} documents a status without content, unless the operation says something of it already, as by {@code 4XX} or
 * {@code default}; {@code move} gives a response another status; {@code remove} takes one away.
 */
@SetUpBy(FixResponses.RULES)
public final class FixResponses implements DocumentHook {
    static final String RULES = "FixResponses.rules";
    private static final String EXAMPLE = "POST /books: add 401; move 200 to 201; remove 404";
    private static final String FORMS = "add N, move N to N, remove N";
    private static final String KEY = "([1-5](?:\\d\\d|XX)|default)";
    private static final Pattern ORDER = Pattern.compile("(add|remove) " + KEY + "|move " + KEY + " to " + KEY);

    /** For the service loader. */
    public FixResponses() {}

    /**
     * The document with its responses corrected.
     *
     * @throws HookException if a rule cannot be read
     */
    @Override
    public JsonNode document(JsonNode document, HookContext context) {
        Rules<List<Matcher>> rules = Rules.read(
                RULES,
                EXAMPLE,
                context,
                text -> Rules.orders(text).stream().map(FixResponses::order).toList());
        rules.warn(document, context);
        JsonNode changed = document.deepCopy();
        DocumentOperations operations = DocumentOperations.of(changed);
        for (Rules.Rule<List<Matcher>> rule : rules.all()) {
            List<DocumentOperations.Place> places = operations.matching(rule.operations());
            for (Matcher order : rule.action()) {
                boolean done = false;
                for (DocumentOperations.Place place : places) {
                    done |= place.node().path("responses") instanceof ObjectNode responses && apply(order, responses);
                }
                if (!done && !places.isEmpty()) {
                    context.warn(RULES + ": '" + order.group() + "' changes nothing at '"
                            + rule.operations().text() + "': it is so already, or there is no such response.");
                }
            }
        }
        return changed;
    }

    private static Matcher order(String order) {
        Matcher matcher = ORDER.matcher(order);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + order + "' is none of: " + FORMS);
        }
        return matcher;
    }

    private static boolean apply(Matcher order, ObjectNode responses) {
        String key = order.group(2);
        if (order.group(1) == null) {
            if (!responses.has(order.group(3)) || responses.has(order.group(4))) {
                return false;
            }
            responses.set(order.group(4), responses.remove(order.group(3)));
            return true;
        }
        if (order.group(1).equals("remove")) {
            return responses.remove(key) != null;
        }
        if (responses.has(key) || responses.has(key.charAt(0) + "XX") || responses.has("default")) {
            return false;
        }
        responses.putObject(key).put("description", "added by the hook FixResponses");
        return true;
    }
}
