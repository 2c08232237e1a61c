package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers with one thing changed. */
final class Answers {
    private Answers() {}

    static boolean succeeded(Response response) {
        return response.status() / 100 == 2;
    }

    static Optional<MediaType> type(Response response) {
        return response.header("Content-Type").flatMap(MediaType::parse);
    }

    /** What the body holds, whatever type it is said to have; an empty one, one cut off, or one that is no JSON holds nothing. */
    static Optional<JsonNode> json(Response response) {
        try {
            return response.content().filter(body -> body.length > 0).map(Json::parse);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    static Response withStatus(Response response, int status) {
        return new Response(status, "", response.headers(), response.body(), response.truncated());
    }

    static Response withType(Response response, String type) {
        return new Response(
                response.status(),
                response.reason(),
                with(response.headers(), "Content-Type", type),
                response.body(),
                response.truncated());
    }

    /** The answer with another body, in no coding. */
    static Response withJson(Response response, JsonNode value) {
        byte[] body = Json.write(value).getBytes(StandardCharsets.UTF_8);
        List<Header> headers = new ArrayList<>(response.headers());
        headers.removeIf(h -> h.is("Content-Encoding"));
        if (Header.first(headers, "Content-Length").isPresent()) {
            headers = with(headers, "Content-Length", Integer.toString(body.length));
        }
        return new Response(response.status(), response.reason(), headers, body, false);
    }

    private static List<Header> with(List<Header> headers, String name, String value) {
        List<Header> changed = new ArrayList<>();
        boolean there = false;
        for (Header header : headers) {
            if (!header.is(name)) {
                changed.add(header);
            } else if (!there) {
                changed.add(new Header(header.name(), value));
                there = true;
            }
        }
        if (!there) {
            changed.add(new Header(name, value));
        }
        return changed;
    }
}
