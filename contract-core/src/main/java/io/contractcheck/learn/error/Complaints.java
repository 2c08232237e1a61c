package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an answer says was wrong with the request. */
public final class Complaints {
    private static final int READ = 64 << 10;
    private static final int MOST = 100;

    private static final List<Family> FAMILIES = List.of(
            new Spring(),
            new BeanValidation(),
            new Jackson(),
            new ProblemDetails(),
            new Confluent(),
            new FieldMaps(),
            new Ajv(),
            new Zod(),
            new Sentences(),
            new Go());

    private Complaints() {}

    /** What can be understood of it, each thing once; nothing if the answer is no refusal in JSON or text. */
    public static List<Complaint> of(Response response) {
        byte[] bytes = response.status() / 100 == 4 ? response.content().orElse(new byte[0]) : new byte[0];
        if (bytes.length == 0 || bytes.length > READ) {
            return List.of();
        }
        Set<Complaint> complaints = new LinkedHashSet<>();
        for (JsonNode body : bodies(bytes)) {
            for (Family family : FAMILIES) {
                complaints.addAll(family.read(body));
            }
        }
        List<Complaint> all = new ArrayList<>(complaints);
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static List<JsonNode> bodies(byte[] bytes) {
        byte first = bytes[0];
        if (first == '{' || first == '[' || first == '"') {
            try {
                return List.of(Json.received(bytes));
            } catch (JsonException e) {
                return List.of();
            }
        }
        return first == '<'
                ? List.of()
                : List.of(Json.NODES
                        .objectNode()
                        .<ObjectNode>set("message", TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8))));
    }
}
