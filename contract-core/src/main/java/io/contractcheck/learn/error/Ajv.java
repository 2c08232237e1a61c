package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ajv: the keyword that is broken with its parameters, as a list, or written out by Fastify and express-openapi-validator. */
final class Ajv implements Family {
    private static final Pattern MISSING =
            Pattern.compile("^(?<at>[^ ]*) ?must have required property '(?<name>[^']{1,200})'");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?<part>body|querystring|query|params|headers)(?<at>[/.][^ ]{0,300}) (?<rule>must .{1,500})");

    private static final Pattern WRITTEN = Pattern.compile(
            "^(?<part>body|querystring|params|headers)(?<at>/[^ ]*)? must have required property '(?<name>[^']{1,200})'");

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        for (String list : List.of("errors", "validation", "details", "validationErrors")) {
            for (JsonNode entry : body.path(list)) {
                entry(entry, complaints);
            }
        }
        for (String text : List.of("message", "error")) {
            sentence(body.path(text).asText(), complaints);
        }
        return complaints;
    }

    private static void entry(JsonNode entry, List<Complaint> into) {
        String at = Texts.first(entry, "instancePath", "dataPath", "path");
        String words = entry.path("message").asText();
        JsonNode parameters = entry.path("params");
        Where where = at.isEmpty() ? Where.UNKNOWN : from(at);
        Matcher missing = MISSING.matcher(words);
        if (missing.find()) {
            Where named = where.steps().isEmpty()
                            || !where.steps().get(where.steps().size() - 1).equals(missing.group("name"))
                    ? where.get(missing.group("name"))
                    : where;
            into.add(new Complaint(named, List.of(Claim.required()), words));
        } else if (parameters.path("additionalProperty").isTextual()) {
            into.add(new Complaint(
                    where.get(parameters.get("additionalProperty").textValue()), List.of(Claim.unknown()), words));
        } else if (parameters.path("allowedValues").isArray()) {
            into.add(new Complaint(where, List.of(new Claim("enum", parameters.get("allowedValues"))), words));
        }
    }

    private static Where from(String path) {
        return Where.from(Where.at(path).steps());
    }

    private static void sentence(String text, List<Complaint> into) {
        Matcher missing = WRITTEN.matcher(text);
        if (missing.find()) {
            Where where = from(missing.group("part") + (missing.group("at") == null ? "" : missing.group("at")));
            into.add(new Complaint(where.get(missing.group("name")), List.of(Claim.required()), text));
            return;
        }
        Matcher found = SENTENCE.matcher(text);
        while (found.find()) {
            List<Claim> claims = Words.claims(found.group("rule"));
            if (!claims.isEmpty()) {
                into.add(new Complaint(from(found.group("part") + found.group("at")), claims, found.group("rule")));
            }
        }
    }
}
