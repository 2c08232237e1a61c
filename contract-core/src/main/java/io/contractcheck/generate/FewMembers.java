package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, in the order in which they came. Where they are few this costs a fourth of a {@link java.util.LinkedHashMap},
 * which is half of what it costs to make an object.
 */
final class FewMembers extends AbstractMap<String, JsonNode> {
    /** Beyond that, looking up a name one by one is dear. */
    static final int MOST = 16;

    private String[] names;
    private JsonNode[] values;
    private int size;

    FewMembers(int expected) {
        names = new String[expected];
        values = new JsonNode[expected];
    }

    /** Adds a member whose name is not there yet. */
    void add(String name, JsonNode value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size + size / 2 + 2);
            values = Arrays.copyOf(values, names.length);
        }
        names[size] = name;
        values[size++] = value;
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        int at = at(name);
        if (at < 0) {
            add(name, value);
            return null;
        }
        JsonNode before = values[at];
        values[at] = value;
        return before;
    }

    @Override
    public @Nullable JsonNode get(Object name) {
        int at = at(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(Object name) {
        return at(name) >= 0;
    }

    @Override
    public @Nullable JsonNode remove(Object name) {
        int at = at(name);
        if (at < 0) {
            return null;
        }
        JsonNode before = values[at];
        remove(at);
        return before;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return new Entries();
    }

    private int at(Object name) {
        for (int i = 0; i < size; i++) {
            if (Objects.equals(names[i], name)) {
                return i;
            }
        }
        return -1;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(names, at + 1, names, at, size - at);
        System.arraycopy(values, at + 1, values, at, size - at);
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<String, JsonNode>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Map.Entry<String, JsonNode> next() {
                    if (next >= size) {
                        throw new NoSuchElementException();
                    }
                    return new Member(names[next], values[next++]);
                }

                @Override
                public void remove() {
                    FewMembers.this.remove(--next);
                }
            };
        }
    }

    /** Writes through. */
    private final class Member extends SimpleEntry<String, JsonNode> {
        private static final long serialVersionUID = 1;

        Member(String name, JsonNode value) {
            super(name, value);
        }

        @Override
        public JsonNode setValue(JsonNode value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }
}
