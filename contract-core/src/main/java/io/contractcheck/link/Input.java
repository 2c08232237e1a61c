package io.contractcheck.link;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A value by which an operation names a resource.
 *
 * @param target where it goes
 * @param noun words of the resource's name, in singular
 * @param field words of the name that the value has within the resource, as {@code [id]}
 * @param name all words of the input's own name
 * @param required whether the operation cannot be called without it
 * @param types of JSON that it may have
 */
record Input(
        Target target, List<String> noun, List<String> field, List<String> name, boolean required, Set<Type> types) {
    /** Types of JSON values that name something. */
    enum Type {
        STRING,
        INTEGER
    }

    /** Whether a value of those types can stand here. What goes into a text can be anything. */
    boolean takes(Set<Type> others) {
        EnumSet<Type> common = EnumSet.copyOf(others);
        common.retainAll(types);
        return !common.isEmpty() || target instanceof Target.OfParameter && types.contains(Type.STRING);
    }
}
