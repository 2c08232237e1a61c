package io.contractcheck.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Vaults by who created them. */
final class Vaults {
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Habit habit;
    private final Map<String, Map<UUID, ObjectNode>> owned = new LinkedHashMap<>();

    Vaults(Habit habit) {
        this.habit = habit;
        if (habit == Habit.NUMBERS_EACH_USER) {
            for (int i = 0; i < 200; i++) {
                create("bob", Json.NODES.objectNode().put("title", "bob's own vault " + i));
            }
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** What the documents allow, written by hand. */
    static boolean valid(ObjectNode vault) {
        JsonNode title = vault.path("title");
        String text = title.asText();
        int length = text.codePointCount(0, text.length());
        JsonNode level = vault.path("level");
        return vault.properties().stream()
                        .allMatch(p -> List.of("title", "level").contains(p.getKey()))
                && title.isTextual()
                && length >= 1
                && length <= 40
                && (level.isMissingNode() || level.isNumber() && isLevel(level.decimalValue()));
    }

    private static boolean isLevel(BigDecimal level) {
        return level.signum() >= 0
                && level.compareTo(BigDecimal.valueOf(9)) <= 0
                && level.remainder(BigDecimal.ONE).signum() == 0;
    }

    synchronized UUID create(String user, ObjectNode vault) {
        Map<UUID, ObjectNode> own = owned.computeIfAbsent(user, u -> new LinkedHashMap<>());
        UUID id = habit == Habit.NUMBERS_EACH_USER ? next(own) : UUID.randomUUID();
        own.put(id, stored(id, vault));
        return id;
    }

    /** As databases number that give the number of what was deleted last to what is created next. */
    private static UUID next(Map<UUID, ObjectNode> own) {
        return new UUID(
                0,
                1
                        + own.keySet().stream()
                                .mapToLong(UUID::getLeastSignificantBits)
                                .max()
                                .orElse(0));
    }

    private static ObjectNode stored(UUID id, ObjectNode vault) {
        return Json.NODES
                .objectNode()
                .put("id", id.toString())
                .put("title", vault.path("title").asText())
                .put("level", vault.path("level").asInt(0));
    }

    synchronized List<ObjectNode> of(String user) {
        List<ObjectNode> all = new ArrayList<>();
        owned.forEach((owner, vaults) -> {
            if (owner.equals(user) || habit == Habit.SHARES || habit == Habit.IGNORES_ALL_AUTH) {
                all.addAll(vaults.values());
            }
        });
        return all;
    }

    synchronized boolean has(String id) {
        return isId(id) && owned.values().stream().anyMatch(v -> v.containsKey(UUID.fromString(id)));
    }

    private Optional<Map<UUID, ObjectNode>> holding(String user, UUID id) {
        Map<UUID, ObjectNode> own = owned.getOrDefault(user, Map.of());
        return own.containsKey(id)
                ? Optional.of(own)
                : owned.values().stream().filter(v -> v.containsKey(id)).findFirst();
    }

    /** Whether there is such a vault, and the user may do that with it. */
    synchronized boolean may(String user, String method, UUID id) {
        boolean own = owned.getOrDefault(user, Map.of()).containsKey(id);
        boolean read = method.equals("GET") || method.equals("HEAD");
        return own
                || habit != Habit.NUMBERS_EACH_USER
                        && holding(user, id).isPresent()
                        && switch (habit) {
                            case SHARES, IGNORES_ALL_AUTH -> true;
                            case IGNORES_AUTH -> read && user.isEmpty();
                            case LEAKS_TO_OTHERS -> read;
                            case LETS_OTHERS_CHANGE -> method.equals("PUT");
                            case LETS_OTHERS_DELETE -> method.equals("DELETE");
                            default -> false;
                        };
    }

    synchronized ObjectNode get(String user, UUID id) {
        return holding(user, id).orElseThrow().get(id);
    }

    synchronized void change(String user, UUID id, ObjectNode vault) {
        holding(user, id).orElseThrow().put(id, stored(id, vault));
    }

    synchronized void delete(String user, UUID id) {
        holding(user, id).orElseThrow().remove(id);
    }
}
