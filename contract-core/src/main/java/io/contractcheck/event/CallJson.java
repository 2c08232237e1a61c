package io.contractcheck.event;

import io.contractcheck.check.Failure;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Utf8;
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
    static Octets line(RunEvent.CallAnswered call, Function<Failure, String> failures) {
        CallJson json = new CallJson(failures);
        json.call(call);
        return json.out.ascii("\n");
    }

    private void call(RunEvent.CallAnswered call) {
        out.ascii("{\"event\":\"CallAnswered\",\"id\":{\"scenario\":{\"phase\":");
        text(call.id().scenario().phase());
        out.ascii(",\"operation\":");
        text(call.id().scenario().operation());
        out.ascii(",\"index\":").ascii(Integer.toString(call.id().scenario().index()));
        out.ascii("},\"operation\":");
        text(call.id().operation());
        out.ascii(",\"step\":").ascii(Integer.toString(call.id().step()));
        out.ascii("},\"purpose\":\"").ascii(call.purpose().name());
        out.ascii("\",\"positive\":").ascii(Boolean.toString(call.positive()));
        out.ascii(",\"description\":");
        text(call.description());
        out.ascii(",\"sender\":{\"credentialed\":")
                .ascii(Boolean.toString(call.sender().credentialed()));
        out.ascii(",\"other\":");
        text(call.sender().other());
        out.ascii("},\"exchange\":");
        exchange(call.exchange());
        out.ascii(",\"checks\":[");
        for (int i = 0; i < call.checks().size(); i++) {
            out.ascii(i == 0 ? "" : ",");
            result(call.checks().get(i));
        }
        out.ascii("]");
        for (int i = 0; i < call.suspects().size(); i++) {
            out.ascii(i == 0 ? ",\"suspects\":[" : ",");
            text(call.suspects().get(i));
        }
        out.ascii(call.suspects().isEmpty() ? "" : "]");
        call.prelude().ifPresent(this::prelude);
        out.ascii("}");
    }

    private void prelude(Prelude prelude) {
        out.ascii(",\"prelude\":{\"calls\":[");
        for (int i = 0; i < prelude.calls().size(); i++) {
            out.ascii(i == 0 ? "{\"operation\":" : ",{\"operation\":");
            text(prelude.calls().get(i).operation());
            out.ascii(",\"exchange\":");
            exchange(prelude.calls().get(i).exchange());
            handed(prelude.calls().get(i).handed());
        }
        out.ascii("]");
        handed(prelude.handed());
    }

    private void handed(List<Prelude.Handed> handed) {
        out.ascii(",\"handed\":[");
        for (int i = 0; i < handed.size(); i++) {
            out.ascii(i == 0 ? "{\"target\":" : ",{\"target\":");
            text(handed.get(i).target());
            out.ascii(",\"call\":").ascii(Integer.toString(handed.get(i).call()));
            out.ascii(",\"source\":");
            text(handed.get(i).source());
            out.ascii("}");
        }
        out.ascii("]}");
    }

    private void exchange(Exchange exchange) {
        Request request = exchange.request();
        out.ascii("{\"request\":{\"method\":");
        text(request.method());
        out.ascii(",\"origin\":");
        text(request.origin());
        out.ascii(",\"target\":");
        text(request.target());
        out.ascii(",\"headers\":");
        headers(request.headers());
        out.ascii(",\"body\":");
        body(request.body());
        request.framing()
                .ifPresent(fault ->
                        out.ascii(",\"framing\":\"").ascii(fault.name()).ascii("\""));
        Response response = exchange.response();
        out.ascii("},\"response\":{\"status\":").ascii(Integer.toString(response.status()));
        out.ascii(",\"reason\":");
        text(response.reason());
        out.ascii(",\"headers\":");
        headers(response.headers());
        out.ascii(",\"body\":");
        body(response.body());
        out.ascii(",\"truncated\":").ascii(Boolean.toString(response.truncated()));
        out.ascii("},\"elapsed\":\"").ascii(exchange.elapsed().toString()).ascii("\"}");
    }

    private void headers(List<Header> headers) {
        out.ascii("[");
        for (int i = 0; i < headers.size(); i++) {
            out.ascii(i == 0 ? "{\"name\":" : ",{\"name\":");
            text(headers.get(i).name());
            out.ascii(",\"value\":");
            text(headers.get(i).value());
            out.ascii("}");
        }
        out.ascii("]");
    }

    private void body(byte @Nullable [] body) {
        if (body == null) {
            out.ascii("null");
        } else if (isAscii(body) || Utf8.decode(body).isPresent()) {
            out.ascii("{\"text\":").quoted(body).ascii("}");
        } else {
            out.ascii("{\"base64\":");
            text(Base64.getEncoder().encodeToString(body));
            out.ascii("}");
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
        out.ascii("{\"check\":");
        text(result.check());
        out.ascii(",\"outcome\":\"").ascii(result.outcome().name()).ascii("\",\"failures\":[");
        for (int i = 0; i < result.failures().size(); i++) {
            out.ascii(i == 0 ? "" : ",").append(failures.apply(result.failures().get(i)));
        }
        out.ascii("]}");
    }

    private void text(Optional<String> text) {
        if (text.isPresent()) {
            text(text.get());
        } else {
            out.ascii("null");
        }
    }

    private void text(String text) {
        out.quoted(text);
    }
}
