package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link Trade#ORDERS}: open, then paid, then shipped; or cancelled while open. */
final class Orders {
    private static final List<String> STATES = List.of("open", "paid", "shipped", "cancelled");
    private static final Form ORDER = Form.of(Field.text("article", 1, 40), Field.whole("quantity", 1, 99));

    private final Flaw flaw;
    private final Things orders = new Things("id", Ids::uuid, ORDER, Dress.PLAIN, Slip.NONE, path -> true);

    private Orders(Flaw flaw) {
        this.flaw = flaw;
    }

    static List<Route> routes(Flaw flaw) {
        Orders orders = new Orders(flaw);
        return List.of(
                Route.get("/orders", orders::list),
                Route.post("/orders", ORDER, orders::create),
                Route.get("/orders/{orderId}", orders::read),
                Route.act("/orders/{orderId}/pay", call -> orders.move(call, "open", "paid")),
                Route.act("/orders/{orderId}/ship", orders::ship),
                Route.act("/orders/{orderId}/cancel", orders::cancel));
    }

    private Reply list(Call call) {
        List<String> state = call.given("state");
        if (state.size() > 1 || !STATES.containsAll(state)) {
            return Reply.problem(400, "state is one of " + STATES + ", given once");
        }
        return orders.list(
                call,
                order -> state.isEmpty() || state.contains(order.path("state").asText()));
    }

    private Reply create(Call call) {
        ObjectNode more = Json.NODES.objectNode().put("state", "open");
        return orders.create(
                call, more.put("total", 250 * call.body().path("quantity").asInt()));
    }

    private Reply read(Call call) {
        Optional<ObjectNode> order = orders.find(call.path());
        String state = order.map(o -> o.path("state").asText()).orElse("");
        if (state.equals("paid") && flaw == Flaw.PAID_TOTAL) {
            return Reply.json(
                    200,
                    order.orElseThrow()
                            .deepCopy()
                            .put("total", order.get().path("total").asText()));
        }
        if (state.equals("shipped") && flaw == Flaw.SHIPPED_PARCEL) {
            return Reply.json(200, order.orElseThrow().deepCopy().put("parcel", 12));
        }
        return orders.read(call);
    }

    private Reply move(Call call, String from, String to) {
        ObjectNode order = orders.find(call.above()).orElse(null);
        if (order == null) {
            return Reply.notFound();
        }
        String state = order.path("state").asText();
        return state.equals(from)
                ? Reply.json(200, order.put("state", to))
                : Reply.problem(409, "the order is " + state + ", not " + from);
    }

    private Reply ship(Call call) {
        Reply reply = move(call, "paid", "shipped");
        if (reply.status() != 200) {
            return reply;
        }
        ObjectNode order = orders.find(call.above()).orElseThrow();
        return Reply.json(200, order.put("parcel", UUID.randomUUID().toString()));
    }

    private Reply cancel(Call call) {
        boolean cancelled = orders.find(call.above())
                .filter(o -> o.path("state").asText().equals("cancelled"))
                .isPresent();
        return cancelled && flaw == Flaw.SECOND_CANCEL ? Reply.failed() : move(call, "open", "cancelled");
    }
}
