package io.contractcheck.learn.error;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** The sentences of ASP.NET's data annotations, of its model binding and of System.Text.Json, and of FluentValidation. */
final class DotNet {
    static final List<Phrase> PHRASES = List.of(
            Phrase.of(
                    "^the .{1,100} field is required", Claim.required(), Claim.notNull(), Claim.of(Claim.MIN_SIZE, 1)),
            Phrase.of("missing required properties", Claim.required()),
            Phrase.of(
                    "with a minimum length of (\\d+) and a maximum length of (\\d+)",
                    found -> Phrase.sizes(found.group(1), found.group(2))),
            Phrase.bound("with a minimum length of '?(\\d+)", Claim.MIN_SIZE),
            Phrase.bound("with a maximum length of '?(\\d+)", Claim.MAX_SIZE),
            Phrase.of(
                    "must be between (\\d+) and (\\d+) characters",
                    found -> Phrase.sizes(found.group(1), found.group(2))),
            Phrase.bound("length of .{1,100} must be at least (\\d+) characters", Claim.MIN_SIZE),
            Phrase.bound("length of .{1,100} must be (\\d+) characters or fewer", Claim.MAX_SIZE),
            Phrase.of(
                    "^the field .{1,100} must be between " + Phrase.NUMBER + " and " + Phrase.NUMBER,
                    found -> List.of(Claim.number("minimum", found.group(1)), Claim.number("maximum", found.group(2)))),
            Phrase.bound("must be greater than or equal to '" + Phrase.NUMBER, "minimum"),
            Phrase.bound("must be less than or equal to '" + Phrase.NUMBER, "maximum"),
            Phrase.bound("must be greater than '" + Phrase.NUMBER, "exclusiveMinimum"),
            Phrase.bound("must be less than '" + Phrase.NUMBER, "exclusiveMaximum"),
            Phrase.of(
                    "must match the regular expression ['\"](.+)['\"]",
                    found -> List.of(Claim.pattern(found.group(1)))),
            Phrase.of("valid e-mail address", Claim.format("email")),
            Phrase.of(
                    "(?:could not be converted to|cannot be converted to type) '?([\\w.`\\[\\]]{1,200})",
                    DotNet::type));

    private DotNet() {}

    private static List<Claim> type(Matcher found) {
        String name = found.group(1)
                .replaceAll("^.*\\[|].*|\\.$", "")
                .replaceAll("^.*\\.", "")
                .toLowerCase(Locale.ROOT);
        return switch (name) {
            case "int32", "int64", "int16" ->
                List.of(Claim.type("integer"), Claim.format(name.equals("int64") ? name : "int32"));
            case "double", "decimal", "single" -> List.of(Claim.type("number"));
            case "boolean" -> List.of(Claim.type("boolean"));
            case "guid" -> List.of(Claim.format("uuid"));
            case "datetime", "datetimeoffset" -> List.of(Claim.format("date-time"));
            case "dateonly" -> List.of(Claim.format("date"));
            case "uri" -> List.of(Claim.format("uri"));
            case "string" -> List.of(Claim.type("string"));
            default -> List.of();
        };
    }
}
