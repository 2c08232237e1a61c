package io.contractcheck.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the documents of the note service allow, written by hand so that it is independent of the code under test. */
final class NoteRules {
    static final int LONGEST_TITLE = 80;
    static final Pattern CLIENT = Pattern.compile("[a-z]{1,20}");

    private static final Pattern WHOLE = Pattern.compile("([1-9][0-9]?|100)(\\.0+)?");

    private NoteRules() {}

    /** The page length that a query asks for; nothing if it asks for what cannot be. */
    static OptionalInt limit(@Nullable String query) {
        int limit = 20;
        int times = 0;
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!decoded(parts[0]).equals("limit")) {
                continue;
            }
            String value = parts.length == 2 ? decoded(parts[1]) : "";
            Matcher whole = WHOLE.matcher(value);
            if (++times > 1 || !whole.matches()) {
                return OptionalInt.empty();
            }
            limit = Integer.parseInt(whole.group(1));
        }
        return OptionalInt.of(limit);
    }

    /** Whether a note may be created from that. */
    static boolean valid(JsonNode body, int longest) {
        JsonNode title = body.path("title");
        int length = title.isTextual()
                ? title.asText().codePointCount(0, title.asText().length())
                : 0;
        boolean known = body.isObject()
                && body.properties().stream()
                        .allMatch(p -> List.of("title", "stars").contains(p.getKey()));
        JsonNode stars = body.path("stars");
        boolean starred = stars.isMissingNode() || stars.isNumber() && whole(stars.decimalValue());
        return known && starred && length >= 1 && length <= longest;
    }

    private static boolean whole(BigDecimal stars) {
        return stars.signum() >= 0
                && stars.compareTo(BigDecimal.valueOf(5)) <= 0
                && stars.remainder(BigDecimal.ONE).signum() == 0;
    }

    /** A title that may stand in a note, whatever was sent. */
    static String title(JsonNode body) {
        String text = body.path("title").asText("");
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_TITLE, text.codePointCount(0, text.length())));
        return text.isEmpty() ? "untitled" : text.substring(0, end);
    }

    /** Stars that may stand in a note, whatever was sent. */
    static int stars(JsonNode body) {
        return Math.max(0, Math.min(5, body.path("stars").asInt(0)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
