package io.contractcheck.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All users and their credentials, each under a name that tells what it is for. */
final class Roster {
    private final List<Holder> holders;
    private final Map<Held, String> names = new LinkedHashMap<>();

    Roster(List<Holder> holders) {
        this.holders = List.copyOf(holders);
        this.holders.forEach(this::name);
    }

    private void name(Holder holder) {
        Set<String> taken = new LinkedHashSet<>();
        for (Held held : holder.all()) {
            List<String> schemes = holder.schemes().entrySet().stream()
                    .filter(e -> e.getValue().held() == held)
                    .map(Map.Entry::getKey)
                    .toList();
            String name = schemes.isEmpty() ? Describing.kind(held.grant()) : String.join(", ", schemes);
            String unique = name;
            for (int i = 2; !taken.add(unique); i++) {
                unique = name + " (" + i + ")";
            }
            names.put(held, unique);
        }
    }

    List<Holder> holders() {
        return holders;
    }

    List<String> users() {
        return holders.stream().map(h -> h.user().name()).toList();
    }

    /** The user of that name, which must be there. */
    Holder holder(String user) {
        return holders.stream()
                .filter(h -> h.user().name().equals(user))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no user is named '" + user + "'; there are: " + String.join(", ", users())));
    }

    Held held(Users.Ready ready) {
        return holder(ready.user()).all().stream()
                .filter(h -> ready.credential().equals(names.get(h)))
                .findFirst()
                .orElseThrow();
    }

    /** The name of one of them. */
    String name(Held held) {
        return names.getOrDefault(held, "");
    }

    List<Users.Ready> ready(Instant now) {
        List<Users.Ready> ready = new ArrayList<>();
        names.forEach((held, name) ->
                ready.add(new Users.Ready(held.user().name(), name, Describing.whole(held, where(held, name), now))));
        return ready;
    }

    private String where(Held held, String name) {
        Holder holder = holder(held.user().name());
        boolean serves = holder.schemes().values().stream().anyMatch(s -> s.held() == held);
        boolean always = holder.always().stream().anyMatch(s -> s.held() == held);
        return serves ? "for scheme " + name : always ? "sent with every request" : "for no scheme of the document";
    }

    List<Users.Used> used() {
        List<Users.Used> used = new ArrayList<>();
        names.forEach((held, name) -> used.add(new Users.Used(held.user().name(), name, held.uses())));
        return used;
    }
}
