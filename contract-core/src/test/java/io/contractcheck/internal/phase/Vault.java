package io.contractcheck.internal.phase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.testcase.Identity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service in memory whose notes belong to who created them, with one habit, which may be a fault. */
final class Vault {
    static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Vault, version: "1"}
            security: [{token: []}]
            paths:
              /login:
                post:
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {"200": {description: a token}, "401": {description: no}}
              /public:
                get: {security: [], responses: {"200": {description: for all}}}
              /report:
                get:
                  security: [{oauth: [reports]}]
                  responses: {"200": {description: numbers}}
              /notes:
                get: {responses: {"200": {description: the caller's}}}
                post:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
                  responses: {"201": {description: made}}
              /notes/{noteId}:
                parameters: [{name: noteId, in: path, required: true, schema: {type: integer, minimum: 1}}]
                get: {responses: {"200": {description: it}, "404": {description: none}}}
                put:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
                  responses: {"200": {description: it}, "404": {description: none}}
                delete: {responses: {"204": {description: gone}, "404": {description: none}}}
            components:
              securitySchemes:
                token: {type: http, scheme: bearer}
                oauth:
                  type: oauth2
                  flows: {password: {tokenUrl: /api/login, scopes: {reports: read reports}}}
              schemas:
                Note:
                  type: object
                  required: [title]
                  additionalProperties: false
                  properties: {title: {type: string, minLength: 10, maxLength: 40}}
            """;

    /** How it behaves. */
    enum Habit {
        CORRECT,
        /** 403 for what belongs to another, instead of 404. */
        FORBIDS,
        /** Nobody is sent to a login. */
        REDIRECTS,
        /** Whether a note is there is looked up before who asks. */
        LOOKS_FIRST,
        /** Deleting is answered alike whether there was something or not. */
        DELETES_BLINDLY,
        /** Each user has notes 1, 2, 3. */
        NUMBERS_EACH_USER,
        /** Everybody sees all notes, and may change them. */
        SHARES,
        /** As before; the list has the first note only. */
        SHARES_A_PAGE,
        /** What everybody may read is not listed. */
        OPEN,
        /** Nothing is asked of anybody. */
        NO_SECURITY,
        IGNORES_AUTH_OF_LIST,
        IGNORES_AUTH_OF_MEMBER,
        ACCEPTS_ANY_TOKEN,
        IGNORES_SIGNATURE,
        ACCEPTS_ALG_NONE,
        LEAKS,
        CHANGES,
        DELETES,
        IGNORES_SCOPES
    }

    private final Habit habit;
    private final boolean signed;
    private final Map<String, Map<Integer, ObjectNode>> notes = new LinkedHashMap<>();
    private int last;

    /** @param signed whether the users' tokens are, so that they can be tampered with */
    Vault(Habit habit, boolean signed) {
        this.habit = habit;
        this.signed = signed;
        if (habit == Habit.NUMBERS_EACH_USER) {
            for (int i = 0; i < 9; i++) {
                create("bob", Json.NODES.objectNode().put("title", "the other's note " + i));
            }
        }
    }

    static Api api() {
        URI uri = URI.create("memory:/vault.yaml");
        return ApiReader.read(Documents.of(uri, Yaml.parse(DOCUMENT)).root(uri));
    }

    Response answer(Request request, Optional<Identity> identity) {
        String caller = caller(identity);
        String path = request.path();
        if (path.equals("/login")) {
            return response(401, Json.NODES.objectNode());
        }
        if (path.equals("/public")) {
            return response(200, Json.NODES.objectNode());
        }
        Optional<Integer> id = path.startsWith("/notes/")
                ? Optional.of(Integer.parseInt(path.substring("/notes/".length())))
                : Optional.empty();
        boolean open = habit == Habit.NO_SECURITY
                || habit == Habit.IGNORES_AUTH_OF_LIST && path.equals("/notes")
                || habit == Habit.IGNORES_AUTH_OF_MEMBER && id.isPresent()
                || habit == Habit.OPEN && id.isPresent() && request.method().equals("GET");
        if (habit == Habit.LOOKS_FIRST || habit == Habit.IGNORES_AUTH_OF_MEMBER) {
            if (id.isPresent() && notes.values().stream().noneMatch(n -> n.containsKey(id.get()))) {
                return response(404, Json.NODES.objectNode());
            }
        }
        if (caller == null && !open) {
            return habit == Habit.REDIRECTS
                    ? new Response(302, "Found", List.of(new Header("Location", "/sign-in")), new byte[0], false)
                    : response(401, Json.NODES.objectNode());
        }
        String user = caller == null ? "alice" : caller;
        if (path.equals("/report")) {
            boolean may = user.equals("alice") || habit == Habit.IGNORES_SCOPES || open;
            return response(may ? 200 : 403, Json.NODES.objectNode().put("n", 1));
        }
        return id.isPresent() ? member(request, user, id.get(), open) : collection(request, user);
    }

    private @Nullable String caller(Optional<Identity> identity) {
        if (identity.isEmpty()) {
            return "alice";
        }
        if (identity.get() instanceof Identity.User user) {
            return user.name();
        }
        if (identity.get() instanceof Identity.Forged forged) {
            if (!signed && forged.forgery() != Identity.Forgery.INVENTED) {
                throw new NoAnswerException("there is no such token");
            }
            boolean taken = habit == Habit.ACCEPTS_ANY_TOKEN
                    || habit == Habit.IGNORES_SIGNATURE && forged.forgery() != Identity.Forgery.INVENTED
                    || habit == Habit.ACCEPTS_ALG_NONE && forged.forgery() == Identity.Forgery.UNSIGNED;
            return taken ? "alice" : null;
        }
        return null;
    }

    private Response collection(Request request, String user) {
        if (request.method().equals("POST")) {
            return create(user, (ObjectNode) Json.parse(request.body()));
        }
        ArrayNode list = Json.NODES.arrayNode();
        notes.forEach((owner, owned) -> {
            if (owner.equals(user) || habit == Habit.SHARES || habit == Habit.SHARES_A_PAGE) {
                owned.values().forEach(list::add);
            }
        });
        while (habit == Habit.SHARES_A_PAGE && list.size() > 1) {
            list.remove(1);
        }
        return response(200, list);
    }

    private Response create(String user, ObjectNode note) {
        Map<Integer, ObjectNode> own = notes.computeIfAbsent(user, u -> new LinkedHashMap<>());
        int id = habit == Habit.NUMBERS_EACH_USER ? own.size() + 1 : ++last;
        own.put(id, note.deepCopy().put("id", id));
        return new Response(201, "Created", List.of(new Header("Location", "/notes/" + id)), new byte[0], false);
    }

    private Response member(Request request, String user, int id, boolean open) {
        Set<String> owners = Set.copyOf(notes.keySet());
        String owner = owners.stream()
                .filter(o -> notes.get(o).containsKey(id) && (habit != Habit.NUMBERS_EACH_USER || o.equals(user)))
                .findFirst()
                .orElse("");
        boolean all = habit == Habit.SHARES || habit == Habit.SHARES_A_PAGE || open;
        boolean may = owner.equals(user)
                || !owner.isEmpty()
                        && (all
                                || habit == Habit.LEAKS && request.method().equals("GET")
                                || habit == Habit.CHANGES && request.method().equals("PUT")
                                || habit == Habit.DELETES && request.method().equals("DELETE"));
        if (!may) {
            boolean blind = habit == Habit.DELETES_BLINDLY && request.method().equals("DELETE");
            return response(blind ? 204 : habit == Habit.FORBIDS && !owner.isEmpty() ? 403 : 404, null);
        }
        if (request.method().equals("DELETE")) {
            notes.get(owner).remove(id);
            return response(204, null);
        }
        if (request.method().equals("PUT")) {
            notes.get(owner)
                    .put(
                            id,
                            ((ObjectNode) Json.parse(request.body())).deepCopy().put("id", id));
        }
        return response(200, notes.get(owner).get(id));
    }

    private static Response response(int status, @Nullable JsonNode body) {
        return new Response(
                status,
                "",
                List.of(new Header("Content-Type", "application/json")),
                body == null ? new byte[0] : Json.write(body).getBytes(UTF_8),
                false);
    }
}
