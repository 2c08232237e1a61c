package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values of a plan are made, once its rules are known to be of that kind. */
sealed interface Shape permits Constants, Choice, AnyType, Numbers, Texts, Items, Members {

    /** The next value, or nothing if this attempt failed. */
    @Nullable JsonNode next(Draw draw);

    /** Whether a value exists that nests no deeper; {@code open} holds the plans being asked at the same depth. */
    default boolean fits(int depth, Set<Plan> open) {
        return true;
    }

    /** Plans without which there is no value. */
    default List<Plan> needed() {
        return List.of();
    }

    /** Why there is no value although nothing in {@link #needed} is amiss. */
    default @Nullable String flaw(Search search) {
        return null;
    }

    /** Whether every value that is made has what the rules of its kind ask, its parts aside. */
    boolean exact();

    /** The rules for which attempts may fail in a way that cannot be told beforehand; empty if there are none. */
    default String hazards() {
        return "";
    }
}
