package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers of Confluent's services: a number of their own and a message, in which each field stands before what is wrong with it. */
final class Confluent implements Family {
    /** As {@code create.request.partitions must be greater than 0 (was -1)}. */
    private static final Pattern VIOLATION =
            Pattern.compile("(?s)(?<at>[\\w$]+(?:[.\\[][\\w$.\\]\\[]*)?) (?<rule>.+?)(?: \\(was .*\\))?");

    private static final Pattern UNKNOWN = Pattern.compile("(?i)unrecognized field:? \"?(?<name>[\\w$.-]+)");
    private static final Pattern ALLOWED = Pattern.compile(
            "(?i)invalid (?<at>\\w+)[^.]{0,80}\\. (?:valid|allowed|supported) values are (?<values>[^.]{3,500})");
    private static final Pattern MAY_NOT = Pattern.compile("^may not be ");

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        if (body.path("error_code").isNumber()) {
            for (String text : body.path("message").asText().split("; ?")) {
                text(text.trim(), complaints);
            }
        }
        return complaints;
    }

    private static void text(String text, List<Complaint> into) {
        Matcher unknown = UNKNOWN.matcher(text);
        if (unknown.find()) {
            into.add(new Complaint(Where.body().get(unknown.group("name")), List.of(Claim.unknown()), text));
            return;
        }
        Matcher allowed = ALLOWED.matcher(text);
        if (allowed.find()) {
            add(allowed.group("at"), Phrase.constants(allowed.group("values")), text, into);
            return;
        }
        Matcher violation = VIOLATION.matcher(text);
        if (violation.matches()) {
            String rule = MAY_NOT.matcher(violation.group("rule")).replaceFirst("must not be ");
            add(violation.group("at"), Words.claims(rule), text, into);
        }
    }

    private static void add(String at, List<Claim> claims, String text, List<Complaint> into) {
        if (!claims.isEmpty()) {
            into.add(new Complaint(Where.at(at), claims, text));
        }
    }
}
