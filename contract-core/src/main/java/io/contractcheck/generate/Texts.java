package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Strings: made by one of the rules, and tried against the others. */
final class Texts implements Shape {
    private static final int ATTEMPTS = 60;
    /** How much longer than its shortest a text without {@code maxLength} may be, in code points. */
    private static final int FREE_ROOM = 300;

    /** The same with a {@code maxLength}: longer texts are hard to read and say little more. */
    private static final int ROOM = 1500;

    private static final int MOST_BYTES = 64;

    private final @Nullable Schema place;
    private final TextRules rules;
    private final int min;
    private final int max;
    private final List<EcmaPattern> patterns;
    private final Map<String, Schema> formats;
    private final PlainText plain;
    private final boolean bytes;
    private final boolean exact;
    /** Whether a text has only a length. */
    private final boolean free;

    private volatile @Nullable Sources sources;

    /** The ways to make texts; if there are none, because of a pattern, why. */
    private record Sources(List<Source> all, @Nullable String flaw) {}

    /**
     * A way to make texts.
     *
     * @param format the one that it keeps by itself
     * @param readable whether it makes nothing but readable ASCII
     */
    private record Source(EcmaPattern.TextGenerator texts, String format, boolean readable) {}

    private Texts(
            @Nullable Schema place,
            TextRules rules,
            int min,
            int max,
            List<EcmaPattern> patterns,
            Map<String, Schema> formats,
            boolean bytes,
            PlainText plain,
            boolean exact) {
        this.place = place;
        this.rules = rules;
        this.min = min;
        this.max = max;
        this.patterns = patterns;
        this.formats = formats;
        this.bytes = bytes;
        this.plain = plain;
        this.exact = exact;
        this.free = patterns.isEmpty() && formats.isEmpty() && plain.sure();
    }

    /**
     * The strings that keep all schemas.
     *
     * @throws UnsatisfiableException if there are plainly none
     */
    static Shape read(List<Schema> schemas, Plans plans) {
        TextRules rules = plans.text();
        long min = rules.minLength();
        long max = Long.MAX_VALUE;
        List<EcmaPattern> patterns = new ArrayList<>();
        Map<String, Schema> formats = new LinkedHashMap<>();
        boolean bytes = false;
        boolean exact = true;
        for (Schema schema : schemas) {
            JsonNode node = schema.normal();
            min = Math.max(min, Limits.at(node, "minLength", 0));
            max = Math.min(max, Limits.at(node, "maxLength", Long.MAX_VALUE));
            String pattern = node.path("pattern").textValue();
            if (pattern != null && patterns.stream().noneMatch(p -> p.source().equals(pattern))) {
                compile(pattern, patterns);
            }
            String format = node.path("format").asText();
            if (node.path("contentEncoding").asText().equals("base64")) {
                exact &= format.isEmpty();
                format = "byte";
            }
            bytes |= format.equals("binary") && rules.equals(TextRules.ANY);
            if (TextFormats.of(schema, format) != null) {
                formats.putIfAbsent(
                        format,
                        schema.derive(
                                Json.NODES.objectNode().put("type", "string").put("format", format)));
            } else {
                exact &= TextFormats.free(schema, format);
            }
        }
        if (min > max) {
            throw Fold.unsatisfiable(
                    schemas.get(schemas.size() - 1),
                    min == rules.minLength()
                            ? "maxLength " + max + " leaves only the empty text, which cannot be sent there"
                            : "minLength " + min + " is above maxLength " + max);
        }
        if (min > Limits.LONGEST_TEXT) {
            throw Fold.unsatisfiable(
                    schemas.get(schemas.size() - 1),
                    "minLength " + min + " is above " + Limits.LONGEST_TEXT + ", the longest text that is made");
        }
        int most = (int) (max == Long.MAX_VALUE ? min + FREE_ROOM : Math.min(max, min + ROOM));
        Schema place = schemas.isEmpty() ? null : schemas.get(schemas.size() - 1);
        exact &= !bytes || patterns.isEmpty() && formats.isEmpty();
        return new Texts(place, rules, (int) min, most, patterns, formats, bytes, plans.plain(), exact);
    }

    /** A pattern that cannot be compiled is nothing to make texts by; what validates decides whether it counts. */
    private static void compile(String pattern, List<EcmaPattern> patterns) {
        try {
            patterns.add(EcmaPattern.compile(pattern));
        } catch (PatternException e) {
            // The schema's reader tells the user.
        }
    }

    @Override
    public @Nullable JsonNode next(Draw draw) {
        Random random = draw.random;
        if (bytes) {
            byte[] content = new byte[min + random.nextInt(Math.min(max - min, MOST_BYTES) + 1)];
            random.nextBytes(content);
            return Json.NODES.binaryNode(content);
        }
        if (free) {
            return Json.NODES.textNode(plain.next(random, min, max));
        }
        List<Source> made = sources().all;
        if (made.isEmpty()) {
            return null;
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            boolean guess = !patterns.isEmpty() && formats.isEmpty() && i < 2;
            Source source = guess ? new Source(r -> plain.word(r, min, max), "", false) : made.get(i % made.size());
            String text = source.texts.next(random);
            if (keeps(text, source)) {
                return Json.NODES.textNode(text);
            }
        }
        return null;
    }

    @Override
    public boolean exact() {
        return exact;
    }

    @Override
    public String hazards() {
        StringJoiner all = new StringJoiner(", ");
        patterns.forEach(p -> all.add("pattern " + p.source()));
        formats.keySet().forEach(f -> all.add("format " + f));
        return all.length() == 0
                ? ""
                : all
                        + (max < min + FREE_ROOM
                                ? ", length " + min + " to " + max
                                : min > 0 ? ", length from " + min : "");
    }

    @Override
    public @Nullable String flaw(Search search) {
        return patterns.isEmpty() ? null : sources().flaw;
    }

    private boolean keeps(String text, Source source) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max || !(source.readable && plain.readable()) && !rules.carries(text)) {
            return false;
        }
        for (EcmaPattern pattern : patterns) {
            if (!pattern.find(text)) {
                return false;
            }
        }
        for (Map.Entry<String, Schema> other : formats.entrySet()) {
            if (!other.getKey().equals(source.format) && !other.getValue().accepts(Json.NODES.textNode(text))) {
                return false;
            }
        }
        return true;
    }

    private Sources sources() {
        Sources made = sources;
        if (made == null) {
            made = made();
            sources = made;
        }
        return made;
    }

    private Sources made() {
        List<Source> made = new ArrayList<>();
        for (EcmaPattern pattern : patterns) {
            try {
                made.add(new Source(pattern.generator(min, max), "", false));
            } catch (PatternException e) {
                return new Sources(List.of(), (place == null ? "" : Fold.place(place) + ": ") + e.getMessage());
            }
        }
        for (Map.Entry<String, Schema> entry : formats.entrySet()) {
            String format = entry.getKey();
            TextFormats.Maker maker = TextFormats.of(entry.getValue(), format);
            if (maker != null) {
                String kept = TextFormats.sure(entry.getValue(), format) ? format : "";
                made.add(new Source(
                        r -> maker.next(r, min, max), kept, !kept.isEmpty() && TextFormats.readable(format)));
            }
        }
        if (made.isEmpty()) {
            made.add(new Source(r -> plain.next(r, min, max), "", false));
        }
        return new Sources(made, null);
    }
}
