package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.ExchangeHook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.SetUpBy;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Lets answers pass that differ from the document in a known way, such as those of an authentication endpoint that exists in
 * development only: before checks look at an answer, its status, media type or members are changed to what the document says. A rule a
 * line, orders parted by semicolons:
 *
 * <pre>{@code
 * <hookProperties>
 *   <RepairAnswer.rules>
 *     POST /auth/token: status 201 to 200; move /access_token to /token; set /tokenType to "Bearer"; remove /debug
 *     GET /me: type application/json; keep /data
 *   </RepairAnswer.rules>
 * </hookProperties>
 * }</pre>
 *
 * <p>Orders are carried out from left to right. {@code status} changes answers of exactly that status. {@code type} sets the media type.
 * {@code move} takes a value to another place (JSON pointers, RFC 6901) unless that is taken, {@code set} puts a JSON value,
 * {@code remove} takes one away, {@code keep} lets one be the whole answer. All but {@code status} concern 2xx answers alone: what the
 * service says of a refusal or an error is never touched. What the service answers right already stays as it is, so that a rule that is
 * no longer needed never applies.
 */
@SetUpBy(RepairAnswer.RULES)
public final class RepairAnswer implements DocumentHook, ExchangeHook {
    static final String RULES = "RepairAnswer.rules";
    private static final String EXAMPLE = "POST /auth/token: status 201 to 200; move /access_token to /token";

    /** For the service loader. */
    public RepairAnswer() {}

    private static Rules<List<AnswerEdit>> rules(HookContext context) {
        return Rules.read(RULES, EXAMPLE, context, text -> {
            List<AnswerEdit> edits =
                    Rules.orders(text).stream().map(AnswerEdit::parse).toList();
            if (edits.isEmpty()) {
                throw new IllegalArgumentException("there is nothing to do. There are: " + AnswerEdit.FORMS);
            }
            return edits;
        });
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

    /** The exchange with its answer repaired. */
    @Override
    public Exchange exchange(Exchange exchange, Operation operation, HookContext context) {
        Response response = exchange.response();
        for (List<AnswerEdit> edits : rules(context).of(operation)) {
            for (AnswerEdit edit : edits) {
                response = repaired(response, edit, operation, context);
            }
        }
        return response.equals(exchange.response()) ? exchange : exchange.with(response);
    }

    private static Response repaired(Response response, AnswerEdit edit, Operation operation, HookContext context) {
        if (edit instanceof AnswerEdit.Status status) {
            return response.status() == status.from() ? response.withStatus(status.to()) : response;
        }
        if (!Answers.succeeded(response)) {
            return response;
        }
        if (edit instanceof AnswerEdit.Type type) {
            return response.header("Content-Type").equals(Optional.of(type.mediaType()))
                    ? response
                    : response.withHeader("Content-Type", type.mediaType());
        }
        boolean empty = response.body().length == 0 && !response.truncated();
        Optional<JsonNode> body = empty ? Optional.of(Json.NODES.objectNode()) : Answers.json(response);
        if (body.isEmpty()) {
            context.warn(RULES + ": an answer to " + operation.label() + " cannot be repaired, since its body ("
                    + response.header("Content-Type").orElse("without a Content-Type") + ") is "
                    + (response.truncated() ? "too long." : "no JSON."));
            return response;
        }
        JsonNode changed = ((AnswerEdit.Inside) edit).change().apply(body.get());
        return changed.equals(body.get()) ? response : Answers.withJson(response, changed);
    }
}
