package io.contractcheck.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What resources are called: by paths, by names of parameters, by names of schemas. */
final class Nouns {
    /** Words by which a value names something within its resource. */
    private static final Set<String> NAMING = new LinkedHashSet<>(List.of(
            "id",
            "ids",
            "uuid",
            "guid",
            "key",
            "code",
            "slug",
            "name",
            "number",
            "no",
            "ref",
            "reference",
            "handle",
            "identifier",
            "oid",
            "sku",
            "token",
            "hash"));

    /** Those of them that are hardly anything else. */
    private static final Set<String> IDS = new LinkedHashSet<>(
            List.of("id", "ids", "uuid", "guid", "identifier", "oid", "key", "code", "slug", "ref", "reference"));

    /** Words around the name of a resource that say what the schema is for. */
    private static final Set<String> TRIMMINGS = new LinkedHashSet<>(List.of(
            "dto",
            "response",
            "resp",
            "view",
            "model",
            "resource",
            "entity",
            "detail",
            "details",
            "summary",
            "out",
            "output",
            "read",
            "result",
            "info",
            "payload",
            "list",
            "page",
            "paged",
            "collection",
            "schema",
            "representation",
            "bean",
            "vo",
            "get",
            "create",
            "created",
            "full",
            "brief",
            "object",
            "record",
            "envelope",
            "wrapper",
            "public"));

    /** {@code /clients/v2/{id}} is about a client. */
    private static final String VERSION = "[vV]\\d+([._]\\d+)*((alpha|beta|rc)\\d*)?";

    private Nouns() {}

    static boolean isNaming(List<String> words) {
        return words.size() == 1 && NAMING.contains(words.get(0));
    }

    /** A word that is hardly anything but the last word of an id. */
    static boolean isId(String word) {
        return IDS.contains(word);
    }

    /**
     * A name taken apart.
     *
     * @param noun empty where the name says nothing of the resource
     */
    record Named(List<String> noun, List<String> field) {}

    /** {@code userId} is the id of a user, {@code id} that of whatever it stands in, {@code isbn} the isbn of that. */
    static Named parts(List<String> words) {
        int last = words.size() - 1;
        if (last > 0 && isId(words.get(last))) {
            String field = words.get(last).equals("ids") ? "id" : words.get(last);
            return new Named(Words.singular(words.subList(0, last)), List.of(field));
        }
        return new Named(List.of(), words.equals(List.of("ids")) ? List.of("id") : words);
    }

    /** What the resource of a path is called: its last segment that is no parameter and no version, in singular. */
    static List<List<String>> ofPath(String path) {
        String[] segments = path.split("/");
        List<String> noun = last(segments, segments.length);
        return noun.isEmpty() ? List.of() : List.of(noun);
    }

    /** What is in front of a parameter of a path: {@code user} for {@code id} in {@code /users/{id}}. */
    static List<String> before(String path, String parameter) {
        String[] segments = path.split("/");
        int at = IntStream.range(0, segments.length)
                .filter(i -> segments[i].contains("{" + parameter + "}"))
                .findFirst()
                .orElse(-1);
        return last(segments, at);
    }

    /** The last of the first so many segments that is a word. */
    private static List<String> last(String[] segments, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (!segments[i].isEmpty() && !segments[i].contains("{") && !segments[i].matches(VERSION)) {
                return Words.singular(Words.of(segments[i]));
            }
        }
        return List.of();
    }

    /** What a schema's resource is called: its name without what says only what it is for, and without a module's number. */
    static List<String> ofSchema(String name) {
        List<String> words = new ArrayList<>(Words.of(name.substring(name.lastIndexOf('.') + 1)));
        while (words.size() > 1
                && (TRIMMINGS.contains(words.get(words.size() - 1))
                        || words.get(words.size() - 1).chars().allMatch(Character::isDigit))) {
            words.remove(words.size() - 1);
        }
        while (words.size() > 1 && TRIMMINGS.contains(words.get(0))) {
            words.remove(0);
        }
        return Words.singular(words);
    }

    /** Whether both are the same resource. */
    static boolean same(List<String> a, List<String> b) {
        return !a.isEmpty() && a.equals(b);
    }

    /** Whether one is the other with more said: {@code [order, item]} and {@code [item]}. */
    static boolean akin(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        List<String> longer = a.size() >= b.size() ? a : b;
        List<String> shorter = a.size() >= b.size() ? b : a;
        return longer.subList(longer.size() - shorter.size(), longer.size()).equals(shorter);
    }
}
