package io.contractcheck.generate;

import io.contractcheck.schema.Schema;
import java.util.List;

/** Whether what is made by rules keeps them without being tried. Laws in the tests hold it against the judgement of schemas. */
final class Exactness {
    /** The rules whose values are always tried as a whole, though their making has them in mind. */
    private static final List<String> TRIED = List.of(
            "anyOf",
            "oneOf",
            "not",
            "if",
            "dependentSchemas",
            "dependentRequired",
            "patternProperties",
            "propertyNames",
            "contains",
            "unevaluatedItems",
            "unevaluatedProperties");

    private Exactness() {}

    /** Whether every value that a shape makes keeps the rules it was made by; what its parts break is for their own plans to say. */
    static boolean of(Fold fold, Shape shape) {
        if (shape instanceof Constants) {
            return true;
        }
        if (!fold.filters().isEmpty() || !fold.groups().isEmpty() || !shape.exact()) {
            return false;
        }
        for (Schema schema : fold.plain()) {
            for (String keyword : TRIED) {
                if (schema.normal().has(keyword)) {
                    return false;
                }
            }
        }
        return true;
    }
}
