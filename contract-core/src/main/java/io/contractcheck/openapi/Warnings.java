package io.contractcheck.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a reader has to say without refusing: each thing once, and not more than anyone would read. */
final class Warnings {
    private static final int LIMIT = 100;
    private final Set<String> messages = new LinkedHashSet<>();
    private int more;

    void add(String message) {
        if (messages.contains(message)) {
            return;
        }
        if (messages.size() < LIMIT) {
            messages.add(message);
        } else {
            more++;
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(messages);
        if (more > 0) {
            all.add("and " + more + " more warnings");
        }
        return all;
    }
}
