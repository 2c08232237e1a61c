package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The messages of Jakarta Bean Validation as Hibernate Validator writes them in English, and the lists in which Quarkus, RESTEasy,
 * Jersey, Dropwizard, Helidon and Micronaut give them.
 */
final class BeanValidation implements Family {
    static final List<Phrase> PHRASES = List.of(
            Phrase.of("^(?:.*: )?must not be null\\b", Claim.required(), Claim.notNull()),
            Phrase.of(
                    "must not be blank\\b",
                    Claim.required(),
                    Claim.notNull(),
                    Claim.of(Claim.MIN_SIZE, 1),
                    Claim.pattern("\\S")),
            Phrase.of("must not be empty\\b", Claim.required(), Claim.notNull(), Claim.of(Claim.MIN_SIZE, 1)),
            Phrase.sizes("(?:size|length) must be between (\\d+) and (\\d+)"),
            Phrase.bound("must be greater than or equal to " + Phrase.NUMBER, "minimum"),
            Phrase.bound("must be less than or equal to " + Phrase.NUMBER, "maximum"),
            Phrase.bound("must be greater than " + Phrase.NUMBER, "exclusiveMinimum"),
            Phrase.bound("must be less than " + Phrase.NUMBER, "exclusiveMaximum"),
            Phrase.of("must be between " + Phrase.NUMBER + " and " + Phrase.NUMBER, BeanValidation::range),
            Phrase.of(
                    "must be greater than or equal to zero|must be zero or (?:greater|positive)",
                    Claim.of("minimum", 0)),
            Phrase.of("must be less than or equal to zero", Claim.of("maximum", 0)),
            Phrase.of("must be greater than zero|must be positive", Claim.of("exclusiveMinimum", 0)),
            Phrase.of("must be less than zero|must be negative", Claim.of("exclusiveMaximum", 0)),
            Phrase.of("must match \"(.*)\"", found -> List.of(Claim.pattern(whole(found.group(1))))),
            Phrase.of("must be a well-formed email address", Claim.format("email")),
            Phrase.of("must be a valid UUID", Claim.format("uuid")),
            Phrase.of("must be a valid URL", Claim.format("uri")),
            Phrase.of("must be a past date|must be a date in the past", Claim.is(Claim.PAST)),
            Phrase.of(
                    "must be a future date|must be a date in the (?:present or in the )?future",
                    Claim.is(Claim.FUTURE)),
            Phrase.of("must be true", new Claim("enum", Json.NODES.arrayNode().add(true))),
            Phrase.of("must be false", new Claim("enum", Json.NODES.arrayNode().add(false))),
            Phrase.of("must only contain unique elements", Claim.is("uniqueItems")),
            Phrase.of(
                    "numeric value out of bounds \\(<?(\\d+) digits>?\\.<?(\\d+) digits>? expected\\)",
                    BeanValidation::digits));

    private static final List<String> LISTS = List.of(
            "violations",
            "constraintViolations",
            "parameterViolations",
            "propertyViolations",
            "classViolations",
            "returnValueViolations",
            "fieldViolations",
            "attributeViolations",
            "errors");
    private static final Pattern ENTRY = Pattern.compile("(?s)([\\w$]+(?:[.\\[][^:\\s]*)?): (.+)");

    private static List<Claim> range(Matcher found) {
        return List.of(Claim.number("minimum", found.group(1)), Claim.number("maximum", found.group(2)));
    }

    /** A pattern of Bean Validation is for all of the text. */
    static String whole(String regex) {
        return regex.startsWith("^") && regex.endsWith("$") ? regex : "^(?:" + regex + ")$";
    }

    private static List<Claim> digits(Matcher found) {
        int whole = Integer.parseInt(found.group(1));
        int fraction = Integer.parseInt(found.group(2));
        if (whole > 15 || fraction > 9) {
            return List.of();
        }
        String most = "9".repeat(Math.max(1, whole));
        return List.of(
                Claim.number("maximum", most),
                Claim.number("minimum", "-" + most),
                Claim.number("multipleOf", fraction == 0 ? "1" : "0." + "0".repeat(fraction - 1) + "1"));
    }

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        for (String list : LISTS) {
            for (JsonNode entry : body.path(list)) {
                entry(entry, complaints);
            }
        }
        for (JsonNode entry : body.path("_embedded").path("errors")) {
            text(entry.path("message").asText(), complaints);
        }
        text(body.path("message").asText(), complaints);
        return complaints;
    }

    private static void entry(JsonNode entry, List<Complaint> into) {
        if (entry.isTextual()) {
            text(entry.textValue(), into);
            return;
        }
        String message = entry.path("message").asText();
        String place = Texts.first(entry, "field", "path", "propertyPath", "property", "attribute");
        List<Claim> claims = Words.claims(message);
        if (!place.isEmpty() && !claims.isEmpty()) {
            into.add(new Complaint(Where.at(place).in(entry.path("in").asText()), claims, message));
        }
    }

    /** As {@code book.pages: must be greater than 0}; several are parted by commas. */
    static void text(String text, List<Complaint> into) {
        for (String part : Texts.listed(text)) {
            Matcher found = ENTRY.matcher(part);
            if (found.matches()) {
                List<Claim> claims = Words.claims(found.group(2));
                if (!claims.isEmpty()) {
                    into.add(new Complaint(Where.at(found.group(1)), claims, found.group(2)));
                }
            }
        }
    }
}
