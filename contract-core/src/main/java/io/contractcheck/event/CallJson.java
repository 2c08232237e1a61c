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
    private static final String HEX = "0123456789ABCDEF";
    private static final int USUAL_LENGTH = 1536;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);
    private final Function<Failure, String> failures;

    private CallJson(Function<Failure, String> failures) {
        this.failures = failures;
    }

    /** @param failures writes the few failures that there are */
    static String write(RunEvent.CallAnswered call, Function<Failure, String> failures) {
        CallJson json = new CallJson(failures);
        json.call(call);
        return json.out.toString();
    }

    private void call(RunEvent.CallAnswered call) {
        out.append("{\"event\":\"CallAnswered\",\"id\":{\"scenario\":{\"phase\":");
        text(call.id().scenario().phase());
        out.append(",\"operation\":");
        text(call.id().scenario().operation());
        out.append(",\"index\":").append(call.id().scenario().index());
        out.append("},\"operation\":");
        text(call.id().operation());
        out.append(",\"step\":").append(call.id().step());
        out.append("},\"purpose\":\"").append(call.purpose().name());
        out.append("\",\"positive\":").append(call.positive());
        out.append(",\"description\":");
        text(call.description());
        out.append(",\"sender\":{\"credentialed\":").append(call.sender().credentialed());
        out.append(",\"other\":");
        text(call.sender().other());
        out.append("},\"exchange\":");
        exchange(call.exchange());
        out.append(",\"checks\":[");
        for (int i = 0; i < call.checks().size(); i++) {
            out.append(i == 0 ? "" : ",");
            result(call.checks().get(i));
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
                        out.append(",\"framing\":\"").append(fault.name()).append('"'));
        Response response = exchange.response();
        out.append("},\"response\":{\"status\":").append(response.status());
        out.append(",\"reason\":");
        text(response.reason());
        out.append(",\"headers\":");
        headers(response.headers());
        out.append(",\"body\":");
        body(response.body());
        out.append(",\"truncated\":").append(response.truncated());
        out.append("},\"elapsed\":\"").append(exchange.elapsed()).append("\"}");
    }

    private void headers(List<Header> headers) {
        out.append('[');
        for (int i = 0; i < headers.size(); i++) {
            out.append(i == 0 ? "{\"name\":" : ",{\"name\":");
            text(headers.get(i).name());
            out.append(",\"value\":");
            text(headers.get(i).value());
            out.append('}');
        }
        out.append(']');
    }

    private void body(byte @Nullable [] body) {
        if (body == null) {
            out.append("null");
            return;
        }
        Optional<String> text = Utf8.decode(body);
        out.append(text.isPresent() ? "{\"text\":" : "{\"base64\":");
        text(text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
        out.append('}');
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
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, plain, i);
                escaped(c);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
