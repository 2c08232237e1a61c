package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A style whose value becomes pairs of names and values: those of queries, forms and cookies. */
interface PairStyle {
    /** The pairs as they stand in the request; none if the value's form is to be absent. */
    List<Pair> write(JsonNode value);

    /**
     * Everything the pairs can mean, if any of them is meant.
     *
     * @param pairs all of the query, form or cookies
     * @param others names that belong to other parameters
     */
    Optional<Raw> read(List<Pair> pairs, Set<String> others);

    /** A style by its settings. */
    static PairStyle of(String name, Style style, boolean explode, List<String> innerDelimiters, Place place) {
        if (style == Style.DEEP_OBJECT) {
            return new DeepObjectStyle(name, place);
        }
        List<String> delimiters = new ArrayList<>();
        delimiters.add(FormStyle.delimiter(style));
        delimiters.addAll(innerDelimiters);
        return new FormStyle(name, place, delimiters, explode);
    }
}
