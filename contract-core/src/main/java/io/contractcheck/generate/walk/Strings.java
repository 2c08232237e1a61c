package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code minLength} and {@code maxLength}, in code points. */
final class Strings implements Family {
    private static final long LONGEST = (1 << 20) - 1;
    /** Texts with a form are not made longer than that. */
    private static final long LONGEST_FORMED = 5_000;

    @Override
    public Stream<Candidate> valid(View view) {
        if (!view.types().contains("string")) {
            return Stream.empty();
        }
        long least = view.least("minLength");
        long most = view.most("maxLength");
        List<Candidate> all = new ArrayList<>();
        if (least == 0) {
            all.add(Candidate.valid(Json.NODES.textNode(""), "valid_string", "the empty text"));
        } else {
            add(all, view, least, "minimum_length_string", "as short as minLength " + least + " allows");
            add(all, view, least + 1, "near_boundary_length_string", "one character longer than the shortest");
        }
        if (most < Long.MAX_VALUE) {
            add(all, view, most, "maximum_length_string", "as long as maxLength " + most + " allows");
            add(all, view, most - 1, "near_boundary_length_string", "one character shorter than the longest");
        }
        return all.stream();
    }

    private static void add(List<Candidate> all, View view, long length, String scenario, String description) {
        if (length >= 0 && length <= limit(view)) {
            JsonNode value = view.made(bounds(length), 1);
            if (value != null) {
                all.add(Candidate.valid(value, scenario, description));
            }
        }
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!view.types().contains("string")) {
            return Stream.empty();
        }
        long least = view.least("minLength");
        long most = view.most("maxLength");
        List<Candidate> all = new ArrayList<>();
        if (least > 0 && least <= LONGEST) {
            String description = "one character shorter than minLength " + least;
            view.fitting(
                            texts(view, least - 1).stream()
                                    .map(v -> Candidate.invalid(v, "string_below_min_length", "minLength", description))
                                    .toList(),
                            1)
                    .forEach(all::add);
        }
        if (most < LONGEST) {
            String description = "one character longer than maxLength " + most;
            view.fitting(
                            texts(view, most + 1).stream()
                                    .map(v -> Candidate.invalid(v, "string_above_max_length", "maxLength", description))
                                    .toList(),
                            1)
                    .forEach(all::add);
        }
        return all.stream();
    }

    /** Texts of that length which keep pattern and format, and what is to be taken if there are none. */
    private static List<JsonNode> texts(View view, long length) {
        List<JsonNode> texts = new ArrayList<>();
        ObjectNode rules = bounds(length);
        var patterns = rules.putArray("allOf");
        view.all("pattern").forEach(p -> patterns.addObject().set("pattern", p));
        view.all("format").forEach(f -> patterns.addObject().set("format", f));
        JsonNode formed = length > limit(view) ? null : view.apart(rules, 1);
        if (formed != null) {
            texts.add(formed);
        }
        JsonNode template = view.template("string");
        String cut = template == null || !template.isTextual() ? null : resized(template.textValue(), (int) length);
        if (cut != null) {
            texts.add(Json.NODES.textNode(cut));
        }
        JsonNode plain = patterns.isEmpty() && formed != null ? null : view.apart(bounds(length), 1);
        if (plain != null) {
            texts.add(plain);
        }
        return texts;
    }

    private static @Nullable String resized(String text, int length) {
        int[] points = text.codePoints().toArray();
        if (points.length == 0 && length > 0) {
            return null;
        }
        int[] sized = new int[length];
        for (int i = 0; i < length; i++) {
            sized[i] = points[Math.min(i, points.length - 1)];
        }
        return new String(sized, 0, length);
    }

    private static ObjectNode bounds(long length) {
        return Json.NODES
                .objectNode()
                .put("type", "string")
                .put("minLength", length)
                .put("maxLength", length);
    }

    private static long limit(View view) {
        return view.speaks("pattern") || view.speaks("format") ? LONGEST_FORMED : LONGEST;
    }
}
