package io.contractcheck.generate.walk;

import io.contractcheck.schema.format.Format;
import io.contractcheck.schema.format.Formats;
import java.util.ArrayList;
import java.util.List;

/** Texts that just miss a format. */
public final class FormatMisses {
    private FormatMisses() {}

    /**
     * Texts that are nearly of a format; some of them may be. What is derived from a valid one comes after what is known to miss.
     *
     * @param formats those of the schema
     * @param name of the format
     * @param base a valid text, or an empty one where none is known
     */
    public static List<String> of(Formats formats, String name, String base) {
        List<String> misses = new ArrayList<>();
        Format known = formats.named(name);
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
