package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.generate.walk.FormatMisses;
import io.contractcheck.json.Json;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** {@code minLength}, {@code maxLength}, {@code pattern} and {@code format}. */
final class TextBreakers {
    private static final int LONGEST = 1 << 16;
    /** Texts with a form are not made longer than that. */
    private static final int LONGEST_FORMED = 2_000;

    private static final String SPOILERS = "*%!?/@#-_. xgZ0é";

    private TextBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("minLength", TextBreakers::shorter);
        all.put("maxLength", TextBreakers::longer);
        all.put("pattern", TextBreakers::unlike);
        all.put("format", TextBreakers::malformed);
    }

    private static @Nullable JsonNode shorter(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        int least = rule.asInt();
        if (!value.isTextual() || least < 1) {
            return null;
        }
        JsonNode formed = least > LONGEST_FORMED ? null : formed(spot, place, least - 1, random);
        if (formed != null) {
            return formed;
        }
        int length = random.nextBoolean() ? least - 1 : random.nextInt(least);
        String text = value.textValue();
        return Json.NODES.textNode(text.substring(0, text.offsetByCodePoints(0, Math.min(length, points(text)))));
    }

    private static @Nullable JsonNode longer(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isTextual() || !rule.canConvertToInt() || rule.asInt() >= LONGEST) {
            return null;
        }
        int most = rule.asInt();
        JsonNode formed = most > LONGEST_FORMED ? null : formed(spot, place, most + 1, random);
        if (formed != null) {
            return formed;
        }
        StringBuilder text = new StringBuilder(value.textValue());
        int missing = most + 1 - points(value.textValue());
        missing += random.nextBoolean() ? 0 : random.nextInt(1 << random.nextInt(8));
        String more = text.isEmpty() ? "a" : text.substring(text.offsetByCodePoints(text.length(), -1));
        return Json.NODES.textNode(text.append(more.repeat(missing)).toString());
    }

    /** Where there is a pattern or a format: a text of that length which keeps them; mostly none. */
    private static @Nullable JsonNode formed(Spot spot, Place place, int length, Random random) {
        List<JsonNode> forms = new ArrayList<>();
        for (Place one : spot.places()) {
            for (String keyword : List.of("pattern", "format")) {
                if (one.normal().has(keyword)) {
                    forms.add(Json.NODES.objectNode().set(keyword, one.normal().get(keyword)));
                }
            }
        }
        if (forms.isEmpty()) {
            return null;
        }
        return place.below("length " + length + forms, () -> {
                    ObjectNode rules = Json.NODES
                            .objectNode()
                            .put("type", "string")
                            .put("minLength", length)
                            .put("maxLength", length);
                    ArrayNode all = rules.putArray("allOf");
                    forms.forEach(all::add);
                    return rules;
                })
                .draw(random);
    }

    private static @Nullable JsonNode unlike(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isTextual()) {
            return null;
        }
        if (random.nextBoolean()) {
            return Json.NODES.textNode(edited(value.textValue(), random));
        }
        int least = spot.places().stream()
                .mapToInt(p -> p.normal().path("minLength").asInt(0))
                .max()
                .orElse(0);
        int most = spot.places().stream()
                .mapToInt(p -> p.normal().path("maxLength").asInt(Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
        List<String> misses = place.texts("pattern " + least + " " + most, () -> misses(place, rule, least, most));
        return misses.isEmpty() ? null : Json.NODES.textNode(misses.get(random.nextInt(misses.size())));
    }

    private static List<String> misses(Place place, JsonNode rule, int least, int most) {
        List<String> misses = new ArrayList<>();
        try {
            EcmaPattern pattern = EcmaPattern.compile(rule.asText());
            for (int seed = 0; seed < 3; seed++) {
                misses.addAll(pattern.nearMisses(least, most, place.text().allowed(), new Random(seed)));
            }
        } catch (PatternException e) {
            // The schema's reader tells the user.
            return List.copyOf(misses);
        }
        return List.copyOf(misses);
    }

    private static @Nullable JsonNode malformed(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isTextual()) {
            return NumberBreakers.wide(value, rule.asText(), random);
        }
        List<String> misses = random.nextInt(3) == 0
                ? List.of(edited(value.textValue(), random))
                : FormatMisses.of(place.schema(), rule.asText(), value.textValue());
        return Json.NODES.textNode(misses.get(random.nextInt(misses.size())));
    }

    /** A text with one character replaced, removed or added. */
    static String edited(String text, Random random) {
        int length = points(text);
        int at = text.offsetByCodePoints(0, length == 0 ? 0 : random.nextInt(length));
        int next = length == 0 ? 0 : text.offsetByCodePoints(at, 1);
        String spoiler = String.valueOf(SPOILERS.charAt(random.nextInt(SPOILERS.length())));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(next);
            case 1 -> text.substring(0, at) + spoiler + text.substring(next);
            case 2 -> text.substring(0, at) + spoiler + text.substring(at);
            default -> text + spoiler;
        };
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }
}
