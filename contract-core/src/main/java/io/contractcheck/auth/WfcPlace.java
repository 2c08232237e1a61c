package io.contractcheck.auth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in an authentication file. What it lacks may be said at another place.
 *
 * @param file its name
 * @param pointer where it is
 * @param node what is there
 * @param other where what is missing here may be said
 */
record WfcPlace(
        String file,
        JsonPointer pointer,
        JsonNode node,
        @Nullable WfcPlace other) {

    static WfcPlace root(String file, JsonNode node) {
        WfcPlace root = new WfcPlace(file, JsonPointer.empty(), node, null);
        if (!node.isObject()) {
            throw root.error(
                    "is " + Members.describe(node) + ", not an object.",
                    "It has the members auth and, if need be, authTemplate.");
        }
        return root;
    }

    /** The same place, which takes from another what it lacks. */
    WfcPlace orElse(WfcPlace template) {
        return new WfcPlace(file, pointer, node, template);
    }

    boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Whether it has that member itself. */
    boolean says(String name) {
        return node.hasNonNull(name);
    }

    /** Refuses two members that exclude each other. */
    void oneOf(String one, String another) {
        if (says(one) && says(another)) {
            throw error("has both " + one + " and " + another + ".", "Give it one of them.");
        }
    }

    /** A member; of the other place if there is none here. */
    WfcPlace get(String name) {
        JsonNode own = node.path(name);
        WfcPlace below = other == null ? null : other.get(name);
        WfcPlace here = new WfcPlace(file, pointer.appendProperty(name), own, null);
        if (here.exists()) {
            return own.isObject() && below != null && below.exists() ? here.orElse(below) : here;
        }
        return below != null && below.exists()
                ? below
                : new WfcPlace(file, pointer.appendProperty(name), MissingNode.getInstance(), null);
    }

    /** Refuses members of other names, and anything that has no members. */
    WfcPlace known(String... names) {
        if (!node.isObject()) {
            throw error(
                    "is " + Members.describe(node) + ", not an object.",
                    "Its members may be " + String.join(", ", names) + ".");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!List.of(names).contains(name)) {
                throw get(name).error("is not known.", "Members here may be " + String.join(", ", names) + ".");
            }
        });
        return this;
    }

    /** What is in a list; nothing if there is none. */
    List<WfcPlace> elements(String what) {
        if (exists() && !node.isArray()) {
            throw error("is " + Members.describe(node) + ", not a list of " + what + ".");
        }
        List<WfcPlace> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new WfcPlace(file, pointer.appendIndex(i), node.get(i), null));
        }
        return elements;
    }

    /** The text here, if there is any. */
    Optional<String> text() {
        if (!exists()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw error("is " + Members.describe(node) + ", not a text.", "Put it into quotes.");
        }
        return Optional.of(node.textValue());
    }

    /** The text here, which must be. */
    String required() {
        return text().orElseThrow(() -> error("is missing."));
    }

    /** Whether it says true. */
    boolean isTrue() {
        if (exists() && !node.isBoolean()) {
            throw error("is " + Members.describe(node) + ", not true or false.");
        }
        return node.booleanValue();
    }

    /** One of some words, if there is any. */
    Optional<String> choice(String... words) {
        Optional<String> word = text();
        if (word.isPresent() && !List.of(words).contains(word.get())) {
            throw error("is '" + word.get() + "'.", "It may be " + String.join(", ", words) + ".");
        }
        return word;
    }

    AuthException error(String... lines) {
        return new AuthException(describe() + " " + String.join("\n", lines));
    }

    /** The file and the pointer, as {@code auth.yaml#/auth/0/name}. */
    String describe() {
        return file + "#" + pointer;
    }
}
