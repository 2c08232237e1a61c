package io.contractcheck.event;

import io.contractcheck.check.Failure;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answered calls as JSON, just as {@link EventJson} maps all events, but fast: nearly all events are such. */
final class CallJson {
    private static final int USUAL_LENGTH = 1536;

    private final Octets out = new Octets(USUAL_LENGTH);
    private final Function<Failure, String> failures;

    private CallJson(Function<Failure, String> failures) {
        this.failures = failures;
    }

    /**
     * The line of a journal.
     *
     * @param failures writes the few failures that there are
     */
    static byte[] line(RunEvent.CallAnswered call, Function<Failure, String> failures) {
        CallJson json = new CallJson(failures);
        json.call(call);
        json.out.append("\n");
        return json.out.bytes();
    }

    private void call(RunEvent.CallAnswered call) {
        out.append("{\"event\":\"CallAnswered\",\"id\":{\"scenario\":{\"phase\":");
        text(call.id().scenario().phase());
        out.append(",\"operation\":");
        text(call.id().scenario().operation());
        out.append(",\"index\":").append(Integer.toString(call.id().scenario().index()));
        out.append("},\"operation\":");
        text(call.id().operation());
        out.append(",\"step\":").append(Integer.toString(call.id().step()));
        out.append("},\"purpose\":\"").append(call.purpose().name());
        out.append("\",\"positive\":").append(Boolean.toString(call.positive()));
        out.append(",\"description\":");
        text(call.description());
        out.append(",\"sender\":{\"credentialed\":")
                .append(Boolean.toString(call.sender().credentialed()));
        out.append(",\"other\":");
        text(call.sender().other());
        out.append("},\"exchange\":");
        exchange(call.exchange());
        out.append(",\"checks\":[");
        for (int i = 0; i < call.checks().size(); i++) {
            out.append(i == 0 ? "" : ",");
            result(call.checks().get(i));
        }
        out.append("]");
        for (int i = 0; i < call.suspects().size(); i++) {
            out.append(i == 0 ? ",\"suspects\":[" : ",");
            text(call.suspects().get(i));
        }
        out.append(call.suspects().isEmpty() ? "" : "]");
        call.prelude().ifPresent(this::prelude);
        out.append("}");
    }

    private void prelude(Prelude prelude) {
        out.append(",\"prelude\":{\"calls\":[");
        for (int i = 0; i < prelude.calls().size(); i++) {
            out.append(i == 0 ? "{\"operation\":" : ",{\"operation\":");
            text(prelude.calls().get(i).operation());
            out.append(",\"exchange\":");
            exchange(prelude.calls().get(i).exchange());
            handed(prelude.calls().get(i).handed());
        }
        out.append("]");
        handed(prelude.handed());
    }

    private void handed(List<Prelude.Handed> handed) {
        out.append(",\"handed\":[");
        for (int i = 0; i < handed.size(); i++) {
            out.append(i == 0 ? "{\"target\":" : ",{\"target\":");
            text(handed.get(i).target());
            out.append(",\"call\":").append(Integer.toString(handed.get(i).call()));
            out.append(",\"source\":");
            text(handed.get(i).source());
            out.append("}");
        }
        out.append("]}");
    }

    private void exchange(Exchange exchange) {
        Request request = exchange.request();
        out.append("{\"request\":{\"method\":");
        text(request.method());
        out.append(",\"origin\":");
        text(request.origin());
        out.append(",\"target\":");
        text(request.target());
        out.append(",\"headers\":");
        headers(request.headers());
        out.append(",\"body\":");
        body(request.body());
        request.framing()
                .ifPresent(fault ->
                        out.append(",\"framing\":\"").append(fault.name()).append("\""));
        Response response = exchange.response();
        out.append("},\"response\":{\"status\":").append(Integer.toString(response.status()));
        out.append(",\"reason\":");
        text(response.reason());
        out.append(",\"headers\":");
        headers(response.headers());
        out.append(",\"body\":");
        body(response.body());
        out.append(",\"truncated\":").append(Boolean.toString(response.truncated()));
        out.append("},\"elapsed\":\"").append(exchange.elapsed().toString()).append("\"}");
    }

    private void headers(List<Header> headers) {
        out.append("[");
        for (int i = 0; i < headers.size(); i++) {
            out.append(i == 0 ? "{\"name\":" : ",{\"name\":");
            text(headers.get(i).name());
            out.append(",\"value\":");
            text(headers.get(i).value());
            out.append("}");
        }
        out.append("]");
    }

    private void body(byte @Nullable [] body) {
        if (body == null) {
            out.append("null");
        } else if (isAscii(body) || Utf8.decode(body).isPresent()) {
            out.append("{\"text\":").quoted(body).append("}");
        } else {
            out.append("{\"base64\":");
            text(Base64.getEncoder().encodeToString(body));
            out.append("}");
        }
    }

    private static boolean isAscii(byte[] body) {
        for (byte octet : body) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private void result(CheckResult result) {
        out.append("{\"check\":");
        text(result.check());
        out.append(",\"outcome\":\"").append(result.outcome().name()).append("\",\"failures\":[");
        for (int i = 0; i < result.failures().size(); i++) {
            out.append(i == 0 ? "" : ",")
                    .append(failures.apply(result.failures().get(i)));
        }
        out.append("]}");
    }

    private void text(Optional<String> text) {
        if (text.isPresent()) {
            text(text.get());
        } else {
            out.append("null");
        }
    }

    private void text(String text) {
        // half a surrogate pair, as a service's words may hold, becomes a question mark
        out.quoted(text.getBytes(StandardCharsets.UTF_8));
    }
}
