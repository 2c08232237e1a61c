package io.contractcheck.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why operations have no positive case, by kind. */
final class Reasons {
    private static final List<List<String>> KINDS = List.of(
            List.of(
                    "OpenAPI defines no text for",
                    "arrays or objects inside a parameter whose style has no text for them"),
            List.of("have no form in this media type", "an array or object in a media type without a form for it"),
            List.of("a form holds an object", "a form whose schema is no object"),
            List.of("is required, but not allowed", "a property is required, but not allowed"),
            List.of("no valid value found", "rules that contradict each other, or too narrow for the search"),
            List.of("is empty in '", "two path parameters with nothing between them"),
            List.of("leads nowhere", "a broken reference"),
            List.of("behind a '?'", "a path that holds a query"),
            List.of("no parameter declares it", "a path parameter that is not declared"),
            List.of("must be a text", "a parameter without a name or place"));

    private Reasons() {}

    /** How many of each kind; those of no kind by their own words. */
    static Map<String, Integer> byKind(List<String> reasons) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        KINDS.forEach(kind -> kinds.put(kind.get(1), 0));
        for (String reason : reasons) {
            String own = KINDS.stream()
                    .filter(kind -> reason.contains(kind.get(0)))
                    .map(kind -> kind.get(1))
                    .findFirst()
                    .orElse(reason.length() > 120 ? reason.substring(reason.length() - 120) : reason);
            kinds.merge(own, 1, Integer::sum);
        }
        kinds.values().removeIf(count -> count == 0);
        return kinds;
    }
}
