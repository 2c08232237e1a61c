package io.contractcheck.schema.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats that are asserted, by name. Immutable. What has no format of its name here is not asserted. */
public final class Formats {
    private static final Formats STANDARD =
            new Formats(Stream.of(Times.all(), Addresses.all(), Locators.all(), Tokens.all(), Numbers.all())
                    .flatMap(List::stream)
                    .toList());

    private final Map<String, Format> byName = new LinkedHashMap<>();

    private Formats(List<Format> formats) {
        formats.forEach(format -> byName.put(format.name(), format));
    }

    /** Those of JSON Schema 2020-12 and of the OpenAPI format registry, as far as they can be told from the value. */
    public static Formats standard() {
        return STANDARD;
    }

    /** These formats and one more, which comes before one of the same name. */
    public Formats with(Format format) {
        List<Format> all = new ArrayList<>(byName.values());
        all.add(format);
        return new Formats(all);
    }

    /** The names, in the order in which they were added. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The format of that name; null if there is none. */
    public @Nullable Format named(String name) {
        return byName.get(name);
    }
}
