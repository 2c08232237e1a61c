package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Things of one kind, each kept by its path. What is in something that is not there is not there either. */
final class Things {
    private static final int SHOWN = 20;

    private final String id;
    private final Supplier<JsonNode> ids;
    private final Form form;
    private final Dress dress;
    private final Slip slip;
    private final Predicate<String> parents;
    private final Map<String, ObjectNode> kept = new LinkedHashMap<>();
    private final Map<String, ObjectNode> deleted = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> shortened = new LinkedHashSet<>();

    /**
     * None yet.
     *
     * @param id the name of the member that holds it
     * @param parents whether something is there to have things, by its path
     */
    Things(String id, Supplier<JsonNode> ids, Form form, Dress dress, Slip slip, Predicate<String> parents) {
        this.id = id;
        this.ids = ids;
        this.form = form;
        this.dress = dress;
        this.slip = slip;
        this.parents = parents;
    }

    boolean has(String path) {
        return find(path).isPresent();
    }

    Optional<ObjectNode> find(String path) {
        return Optional.ofNullable(kept.get(path)).filter(t -> hasParent(path.substring(0, path.lastIndexOf('/'))));
    }

    /** All that are there, the latest first. */
    List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>(kept.values());
        Collections.reverse(all);
        return all;
    }

    private boolean hasParent(String collection) {
        return parents.test(collection.substring(0, collection.lastIndexOf('/')));
    }

    Reply list(Call call) {
        return list(call, t -> true);
    }

    Reply list(Call call, Predicate<ObjectNode> wanted) {
        if (!hasParent(call.path())) {
            return Reply.notFound();
        }
        if (slip == Slip.FAILS_SHORTENED_LIST && shortened.contains(call.path())) {
            return Reply.failed();
        }
        List<ObjectNode> found = new ArrayList<>();
        kept.forEach((path, thing) -> {
            if (path.startsWith(call.path() + "/") && wanted.test(thing)) {
                found.add(0, thing);
            }
        });
        return Reply.json(200, dress.many(id, found.subList(0, Math.min(SHOWN, found.size()))));
    }

    Reply create(Call call) {
        return create(call, Json.NODES.objectNode());
    }

    /** @param more members that come from elsewhere than the body */
    Reply create(Call call, ObjectNode more) {
        if (!hasParent(call.path())) {
            return Reply.notFound();
        }
        JsonNode made = ids.get();
        ObjectNode thing = Json.NODES.objectNode();
        thing.set(id, made);
        thing.setAll(more);
        thing.setAll(Form.kept(call.body()));
        String path = call.path() + "/" + made.asText();
        kept.put(path, thing);
        return dress.created(path, id, thing);
    }

    Reply read(Call call) {
        String path = call.path();
        Optional<ObjectNode> thing = find(path)
                .or(() -> Optional.ofNullable(deleted.get(path)).filter(t -> slip == Slip.KEEPS_DELETED))
                .or(() -> Optional.ofNullable(kept.get(path)).filter(t -> slip == Slip.KEEPS_INNER));
        if (thing.isEmpty() || slip == Slip.LOSES_CREATED) {
            return Reply.notFound();
        }
        if (slip == Slip.LOSES_CHANGED && changed.contains(path)) {
            return Reply.failed();
        }
        boolean mistyped = slip == Slip.MISTYPES_CHANGED && changed.contains(path);
        return Reply.json(200, dress.one(id, mistyped ? mistyped(thing.get()) : thing.get()));
    }

    /** Replaces what is given, and keeps the rest. */
    Reply change(Call call) {
        ObjectNode thing = find(call.path()).orElse(null);
        if (thing == null) {
            return slip == Slip.REVIVES && deleted.containsKey(call.path())
                    ? Reply.json(200, dress.one(id, mistyped(deleted.get(call.path()))))
                    : Reply.notFound();
        }
        thing.setAll(Form.kept(call.body()));
        changed.add(call.path());
        return Reply.json(200, dress.one(id, thing));
    }

    Reply delete(Call call) {
        if (!has(call.path())) {
            return slip == Slip.FAILS_DELETED_TWICE && deleted.containsKey(call.path())
                    ? Reply.failed()
                    : Reply.notFound();
        }
        deleted.put(call.path(), kept.remove(call.path()));
        shortened.add(call.above());
        return Reply.empty(204);
    }

    private ObjectNode mistyped(ObjectNode thing) {
        return thing.deepCopy().put(form.first(), 7);
    }
}
