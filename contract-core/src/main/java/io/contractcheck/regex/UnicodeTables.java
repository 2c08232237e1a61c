package io.contractcheck.regex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sets of Unicode 13.0, the same under every JDK, so that a pattern means the same everywhere and a seed gives the same texts. An
 * old version on purpose: what later versions assign, many services do not know yet.
 *
 * <p>The file holds one set a line: kind, names and ranges in hexadecimal. {@code UnicodeTablesTest} makes it.
 */
final class UnicodeTables {
    static final String FILE = "unicode-13.txt";

    private static final UnicodeTables TABLES = new UnicodeTables(lines());

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, Ranges> sets = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> folds = new LinkedHashMap<>();

    private UnicodeTables(List<String> lines) {
        for (String line : lines) {
            String[] columns = line.split("\\|", -1);
            if (columns[0].equals("fold")) {
                fold(columns[2]);
            } else {
                for (String name : columns[1].split(" ")) {
                    sources.put(columns[0] + " " + name, columns[2]);
                }
            }
        }
    }

    private void fold(String pairs) {
        for (String pair : pairs.split(" ")) {
            int colon = pair.indexOf(':');
            folds.put(Integer.parseInt(pair.substring(0, colon), 16), Integer.parseInt(pair.substring(colon + 1), 16));
        }
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(UnicodeTables.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A general category by its two letters; null if there is none of that name. */
    static @Nullable Ranges category(String name) {
        return TABLES.set("category " + name);
    }

    /** A script by its name or its four letters, in any case; null if there is none of that name. */
    static @Nullable Ranges script(String name) {
        return TABLES.set("script " + name.toLowerCase(Locale.ROOT));
    }

    /** A block by its name, in any case, spaces, hyphens and underscores aside; null if there is none of that name. */
    static @Nullable Ranges block(String name) {
        return TABLES.set("block " + name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", ""));
    }

    /** A binary property by its long name; null if there is none of that name. */
    static @Nullable Ranges property(String name) {
        return TABLES.set("property " + name);
    }

    /** What a code point becomes when case does not count, by simple case folding. */
    static int fold(int codePoint) {
        return TABLES.folds.getOrDefault(codePoint, codePoint);
    }

    private @Nullable Ranges set(String name) {
        String source = sources.get(name);
        return source == null ? null : sets.computeIfAbsent(name, n -> ranges(source));
    }

    private static Ranges ranges(String source) {
        RangesBuilder builder = new RangesBuilder();
        for (String range : source.split(" ")) {
            int hyphen = range.indexOf('-');
            int first = Integer.parseInt(hyphen < 0 ? range : range.substring(0, hyphen), 16);
            builder.add(first, hyphen < 0 ? first : Integer.parseInt(range.substring(hyphen + 1), 16));
        }
        return builder.build();
    }
}
