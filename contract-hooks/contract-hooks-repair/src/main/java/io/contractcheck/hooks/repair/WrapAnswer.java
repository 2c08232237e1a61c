package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.ExchangeHook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lets answers pass whose type differs from the document, such as those of an action that answers a bare text or a list where an object is
 * documented: before checks look at an answer, it is put into the place of {@code "$answer"} in the JSON that the rule gives.
 *
 * <pre>{@code
 * <hookProperties>
 *   <WrapAnswer.rules>
 *     POST /orders/{id}/ship: {"status": "$answer"}
 *     GET /orders/search: {"items": "$answer"}
 *   </WrapAnswer.rules>
 * </hookProperties>
 * }</pre>
 *
 * <p>An answer that says it is JSON, and is, is put there as it is; any other as a text. It then has the JSON media type that the document
 * has for its status. Only 2xx answers with a body are wrapped, and none that is of the kind of the rule's JSON already (an object where
 * the rule gives an object), so that a rule that is no longer needed never applies.
 */
@SetUpBy(WrapAnswer.RULES)
public final class WrapAnswer implements DocumentHook, ExchangeHook {
    static final String RULES = "WrapAnswer.rules";
    private static final String ANSWER = "$answer";
    private static final String EXAMPLE = "POST /orders/{id}/ship: {\"status\": \"$answer\"}";

    /** For the service loader. */
    public WrapAnswer() {}

    private static Rules<JsonNode> rules(HookContext context) {
        return Rules.read(RULES, EXAMPLE, context, WrapAnswer::template);
    }

    private static JsonNode template(String text) {
        try {
            JsonNode template = Json.parse(text);
            if (filled(template, Json.NODES.nullNode()).equals(template)) {
                throw new IllegalArgumentException(
                        "\"" + ANSWER + "\" stands nowhere in it, so the answer would be lost");
            }
            return template;
        } catch (JsonException e) {
            throw new IllegalArgumentException("what follows the colon is no JSON: " + e.getMessage(), e);
        }
    }

    /**
     * The document as it is; tells of rules whose operations it does not have.
     *
     * @throws HookException if a rule cannot be read
     */
    @Override
    public JsonNode document(JsonNode document, HookContext context) {
        rules(context).warn(document, context);
        return document;
    }

    /** The exchange with its answer wrapped. */
    @Override
    public Exchange exchange(Exchange exchange, Operation operation, HookContext context) {
        Response response = exchange.response();
        Optional<JsonNode> template = rules(context).of(operation).stream().findFirst();
        if (template.isEmpty() || !Answers.succeeded(response)) {
            return exchange;
        }
        Optional<byte[]> body = response.content().filter(b -> b.length > 0);
        if (body.isEmpty()) {
            return exchange;
        }
        Optional<JsonNode> json =
                Answers.type(response).filter(MediaType::isJson).flatMap(t -> Answers.json(response));
        JsonNode wrapped =
                filled(template.get(), json.orElseGet(() -> Json.NODES.textNode(text(body.get(), response))));
        if (json.isPresent() && json.get().getNodeType() == wrapped.getNodeType()) {
            return exchange;
        }
        return exchange.with(Answers.withJson(response, wrapped).withHeader("Content-Type", type(response, operation)));
    }

    private static String text(byte[] body, Response response) {
        Charset charset = Answers.type(response).flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8);
        return new String(body, charset);
    }

    private static String type(Response response, Operation operation) {
        return operation.responses().forStatus(response.status()).stream()
                .flatMap(r -> r.content().stream())
                .map(MediaTypeContent::mediaType)
                .filter(t -> MediaType.of(t).isJson())
                .findFirst()
                .orElse("application/json");
    }

    private static JsonNode filled(JsonNode template, JsonNode answer) {
        if (template.isTextual()) {
            return template.textValue().equals(ANSWER) ? answer : template;
        }
        if (template.isArray()) {
            ArrayNode array = Json.NODES.arrayNode();
            template.forEach(element -> array.add(filled(element, answer)));
            return array;
        }
        if (template.isObject()) {
            ObjectNode object = Json.NODES.objectNode();
            template.properties().forEach(member -> object.set(member.getKey(), filled(member.getValue(), answer)));
            return object;
        }
        return template;
    }
}
