package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole sentences that begin with the field: class-validator (NestJS), Joi, Rails' full messages. */
final class Sentences implements Family {
    private static final Pattern SENTENCE = Pattern.compile(
            "^\"?(?<at>[A-Za-z_$][\\w$]{0,80}(?:[.\\[][\\w$.\\]\\[]{0,200})?)\"? (?<rule>(?:must|should|can't|is|length|fails) .{2,500})");
    private static final Pattern UNKNOWN = Pattern.compile("^property (?<at>[^ ]{1,200}) should not exist$");
    /** Rails writes {@code First name can't be blank} of {@code first_name}. */
    private static final Pattern TITLED = Pattern.compile(
            "^(?<at>[A-Z][a-z0-9]*(?: [a-z0-9]+){0,4}) (?<rule>(?:can't be|is too|is not|must be) .{2,200})");

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        for (JsonNode texts :
                List.of(body.path("message"), body.path("errors"), body.path("error"), body.path("details"))) {
            if (texts.isTextual()) {
                text(texts.textValue(), complaints);
            }
            texts.forEach(entry -> text(
                    entry.isTextual()
                            ? entry.textValue()
                            : entry.path("message").asText(),
                    complaints));
        }
        return complaints;
    }

    private static void text(String text, List<Complaint> into) {
        Matcher unknown = UNKNOWN.matcher(text);
        if (unknown.find()) {
            into.add(new Complaint(Where.at(unknown.group("at")), List.of(Claim.unknown()), text));
            return;
        }
        for (Pattern pattern : List.of(SENTENCE, TITLED)) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                List<Claim> claims = Words.claims(found.group("rule").startsWith("is ") ? text : found.group("rule"));
                if (!claims.isEmpty()) {
                    into.add(new Complaint(Where.at(found.group("at")), claims, text));
                    return;
                }
            }
        }
    }
}
