package io.contractcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a list of errors.
 *
 * @param place the field, as the service writes it; possibly empty
 * @param rule what is wrong with it
 */
record FieldError(String place, String rule) {
    private static final int COMPARED = 16_000;
    private static final String STEPS = "(?:\\[[^\\]\\s]{0,80}\\]){0,4}";
    private static final String PATH = "(?:[\\w$]{1,80}" + STEPS + "\\.){0,20}[a-z_$][\\w$]{0,80}" + STEPS;
    private static final Pattern ENTRY =
            Pattern.compile("(?:(?=[^:]*\\s)[^:]*+: )?(?<place>" + PATH + "): (?<rule>[\\p{L}'\"].*\\s.*)");
    private static final Pattern SEPARATOR = Pattern.compile("\\s{0,3}[,;]\\s{1,3}(?=" + PATH + ": [\\p{L}'\"])");
    /** The value itself before what is said of it; an empty one cannot be seen. */
    private static final Pattern MADE_UP = Pattern.compile("^(?:'…'|\\{…\\}|…) (?=[a-z])");

    private static final List<Pattern> PRINTED = List.of(
            // Spring's FieldError and Hibernate Validator's ConstraintViolationImpl, as their toString() writes them
            Pattern.compile("(?s)on field '(?<place>[^']{1,200})': rejected value "
                    + ".{0,2000}?default message \\[[^\\]]*\\]\\]; default message \\[(?<rule>[^\\]]*)\\]"),
            Pattern.compile("(?s)interpolatedMessage='(?<rule>[^']{0,500})', propertyPath=(?<place>[^,}]{1,200})"));

    /**
     * The errors that a text lists, as {@code a.b: must not be null, c: size must be between 1 and 5}; none if it is no such list. A
     * single one is taken for one if it names a field that is declared.
     */
    static List<FieldError> listed(String text, Predicate<String> declared) {
        List<FieldError> errors = new ArrayList<>();
        String compared = text.substring(0, Math.min(text.length(), COMPARED));
        for (Pattern printed : PRINTED) {
            for (Matcher found = printed.matcher(compared); found.find(); ) {
                errors.add(new FieldError(found.group("place"), found.group("rule")));
            }
        }
        if (!errors.isEmpty()) {
            return errors;
        }
        for (String part : SEPARATOR.split(firstLine(compared))) {
            Matcher entry = ENTRY.matcher(part);
            if (!entry.matches()) {
                return List.of();
            }
            errors.add(new FieldError(entry.group("place"), entry.group("rule")));
        }
        return errors.size() > 1 || declared.test(errors.get(0).field()) ? errors : List.of();
    }

    private String field() {
        return place.substring(place.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    String text() {
        return place.isEmpty() ? firstLine(rule) : place + ": " + firstLine(rule);
    }

    /** The text without what differs from request to request, indices among it. */
    String general(Wording wording) {
        String said = wording.general(rule);
        String where = wording.place(place);
        if (!said.isEmpty() && where.chars().noneMatch(Character::isLetterOrDigit)) {
            // nothing of the place is known to the document
            return said;
        }
        String words = MADE_UP.matcher(said).replaceFirst("");
        return where + (said.isEmpty() ? "" : ": " + words);
    }
}
