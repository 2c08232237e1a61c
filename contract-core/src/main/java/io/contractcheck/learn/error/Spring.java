package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.testcase.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spring: the default error with a list of fields, and the sentences of its own exceptions. */
final class Spring implements Family {
    private static final Pattern FIELD = Pattern.compile(
            "(?s)on field '(?<place>[^']{1,200})': rejected value .{0,2000}?; default message \\[(?<rule>[^\\]]*)\\]"
                    + "(?=\\s*(?:\\]|$|, \\[))");
    private static final Pattern MISSING = Pattern.compile(
            "(?:Required|Missing) (?:request |required )?(?:(?<kind>header|parameter|cookie|path variable|part|URI template variable)"
                    + "|[\\w$<>\\[\\]]{1,80} (?<typed>parameter)) '(?<name>[^']{1,200})'");
    private static final Pattern BODY = Pattern.compile("^Required request body is missing");
    private static final Pattern CONVERSION = Pattern.compile(
            "(?s)(?:Method parameter '(?<name>[^']{1,200})': )?Failed to convert (?:property )?value of type '[^']{1,300}' to"
                    + " required type '(?<type>[^']{1,300})'(?: for property '(?<property>[^']{1,200})')?"
                    + "(?<rest>.{0,2000})");
    private static final Pattern INPUT =
            Pattern.compile("[Ff]or (?:input string|value) ?[:\\[]? ?[\"'\\[](?<value>[^\"'\\]]{1,300})");

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        for (JsonNode entry : body.path("errors")) {
            field(entry, complaints);
        }
        for (String name : List.of("message", "detail", "error")) {
            JsonNode text = body.path(name);
            if (text.isTextual()) {
                sentence(text.textValue(), complaints);
            }
        }
        return complaints;
    }

    private static void field(JsonNode entry, List<Complaint> into) {
        String place = entry.path("field").asText();
        if (place.isEmpty()) {
            return;
        }
        String words = entry.path("defaultMessage").asText(entry.path("message").asText());
        Matcher conversion = CONVERSION.matcher(words);
        List<Claim> claims = conversion.find() ? JavaTypes.claims(conversion.group("type")) : Words.claims(words);
        if (claims.isEmpty()) {
            claims = constraint(entry.path("code").asText(), entry.path("arguments"));
        }
        if (!claims.isEmpty()) {
            into.add(new Complaint(Where.at(place), claims, words));
        }
    }

    /** By the constraint's name and arguments, which stay when messages are rewritten; the first argument is the field. */
    private static List<Claim> constraint(String code, JsonNode arguments) {
        JsonNode first = arguments.path(1);
        JsonNode second = arguments.path(2);
        return switch (code) {
            case "NotNull" -> List.of(Claim.required(), Claim.notNull());
            case "NotEmpty" -> List.of(Claim.required(), Claim.notNull(), Claim.of(Claim.MIN_SIZE, 1));
            case "NotBlank" ->
                List.of(Claim.required(), Claim.notNull(), Claim.of(Claim.MIN_SIZE, 1), Claim.pattern("\\S"));
            case "Size", "Length" ->
                first.isIntegralNumber() && second.isIntegralNumber()
                        ? Phrase.sizes(second.asText(), first.asText())
                        : List.of();
            case "Min" -> first.isNumber() ? List.of(Claim.number("minimum", first.asText())) : List.of();
            case "Max" -> first.isNumber() ? List.of(Claim.number("maximum", first.asText())) : List.of();
            case "Positive" -> List.of(Claim.of("exclusiveMinimum", 0));
            case "PositiveOrZero" -> List.of(Claim.of("minimum", 0));
            case "Negative" -> List.of(Claim.of("exclusiveMaximum", 0));
            case "NegativeOrZero" -> List.of(Claim.of("maximum", 0));
            case "Email" -> List.of(Claim.format("email"));
            case "UUID" -> List.of(Claim.format("uuid"));
            case "URL" -> List.of(Claim.format("uri"));
            case "Past", "PastOrPresent" -> List.of(Claim.is(Claim.PAST));
            case "Future", "FutureOrPresent" -> List.of(Claim.is(Claim.FUTURE));
            case "Pattern" -> regex(second);
            default -> List.of();
        };
    }

    /** The expression stands where a message for it could be looked up. */
    private static List<Claim> regex(JsonNode argument) {
        JsonNode written = argument.isTextual() ? argument : argument.path("defaultMessage");
        return written.isTextual() && !written.textValue().isEmpty()
                ? List.of(Claim.pattern(BeanValidation.whole(written.textValue())))
                : List.of();
    }

    private static void sentence(String text, List<Complaint> into) {
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            List<Claim> claims = Words.claims(field.group("rule"));
            if (!claims.isEmpty()) {
                into.add(new Complaint(Where.at(field.group("place")), claims, field.group("rule")));
            }
        }
        Matcher missing = MISSING.matcher(text);
        if (missing.find()) {
            Where named = new Where(Optional.empty(), List.of(missing.group("name")), Optional.empty());
            String kind = missing.group("kind");
            Where where = kind == null || kind.equals("parameter")
                    ? named.in(Mutation.Location.QUERY)
                    : kind.equals("part") ? named.in(Mutation.Location.BODY) : named.in(kind);
            into.add(new Complaint(where, List.of(Claim.required()), missing.group()));
        } else if (BODY.matcher(text).find()) {
            into.add(new Complaint(Where.body(), List.of(Claim.required()), "Required request body is missing"));
        }
        Matcher conversion = CONVERSION.matcher(text);
        if (field.reset().find() || !conversion.find()) {
            return;
        }
        List<Claim> claims = JavaTypes.claims(conversion.group("type"));
        String name = conversion.group("name") == null ? conversion.group("property") : conversion.group("name");
        Matcher input = INPUT.matcher(conversion.group("rest"));
        Where where =
                name != null ? Where.at(name) : input.find() ? Where.UNKNOWN.of(input.group("value")) : Where.UNKNOWN;
        if (!claims.isEmpty() && where.known()) {
            into.add(new Complaint(where, claims, "is read as " + conversion.group("type")));
        }
    }
}
