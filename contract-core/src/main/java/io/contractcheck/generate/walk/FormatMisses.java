package io.contractcheck.generate.walk;

import io.contractcheck.schema.Schema;
import io.contractcheck.schema.format.Format;
import java.util.ArrayList;
import java.util.List;

/** Texts that just miss a format. */
public final class FormatMisses {
    private FormatMisses() {}

    /**
     * Texts that are nearly of a format; some may be of it after all. Those that are known to miss come first.
     *
     * @param schema that names the format
     * @param base a text of the format; empty if there is none
     */
    public static List<String> of(Schema schema, String format, String base) {
        List<String> misses = new ArrayList<>();
        Format known = schema.formats().named(format);
        if (known != null) {
            misses.addAll(known.nearMisses());
        }
        if (!base.isEmpty()) {
            int end = base.offsetByCodePoints(base.length(), -1);
            misses.add(base.substring(0, end));
            misses.add(base + " ");
            misses.add(" " + base);
            misses.add(base.substring(base.offsetByCodePoints(0, 1)));
            misses.add(base + "%");
        }
        misses.add("AAA");
        misses.add("");
        return misses;
    }
}
