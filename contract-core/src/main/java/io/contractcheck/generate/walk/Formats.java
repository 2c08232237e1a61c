package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** {@code format} and {@code pattern}: their valid values come with the templates, so here are what just misses them. */
final class Formats implements Family {
    private static final int EACH = 3;

    @Override
    public Stream<Candidate> valid(View view) {
        return Stream.empty();
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!view.types().contains("string")) {
            return Stream.empty();
        }
        List<Candidate> all = new ArrayList<>();
        JsonNode template = view.template("string");
        for (JsonNode format : view.all("format")) {
            List<Candidate> near = new ArrayList<>();
            String name = format.asText();
            String base = template == null || !template.isTextual() ? "" : template.textValue();
            FormatMisses.of(view.schema(), name, base)
                    .forEach(miss -> near.add(Candidate.invalid(
                            Json.NODES.textNode(miss),
                            "invalid_format",
                            "format",
                            Types.shown(Json.NODES.textNode(miss)) + ", nearly of format " + name)));
            view.fitting(near, EACH).forEach(all::add);
            nothing(view, "invalid_format", "format", "of format " + name, all);
        }
        for (JsonNode pattern : view.all("pattern")) {
            List<Candidate> near = new ArrayList<>();
            for (String miss : nearMisses(view, pattern.asText())) {
                near.add(Candidate.invalid(
                        Json.NODES.textNode(miss),
                        "invalid_pattern",
                        "pattern",
                        Types.shown(Json.NODES.textNode(miss)) + ", which just misses the pattern "
                                + pattern.asText()));
            }
            view.fitting(near, EACH).forEach(all::add);
            nothing(view, "invalid_pattern", "pattern", "of the pattern " + pattern.asText(), all);
        }
        return all.stream();
    }

    /** The empty text, where no other rule forbids it. */
    private static void nothing(View view, String scenario, String keyword, String form, List<Candidate> all) {
        if (view.least("minLength") == 0) {
            all.add(Candidate.invalid(
                    Json.NODES.textNode(""), scenario, keyword, "the empty text, which is not " + form));
        }
    }

    private static List<String> nearMisses(View view, String pattern) {
        try {
            int least = (int) Math.min(10_000, view.least("minLength"));
            int most = (int) Math.min(Integer.MAX_VALUE, view.most("maxLength"));
            return EcmaPattern.compile(pattern)
                    .nearMisses(least, most, view.making().text().allowed(), new Random(1));
        } catch (PatternException e) {
            // The schema's reader tells the user.
            return List.of();
        }
    }
}
