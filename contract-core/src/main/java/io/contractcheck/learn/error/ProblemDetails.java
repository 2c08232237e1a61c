package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of errors, each with a place and a sentence: problem details (RFC 9457) with their common extensions, JSON:API, Symfony and API
 * Platform, Litestar, Apicurio, and many that are made by hand.
 */
final class ProblemDetails implements Family {
    private static final List<String> LISTS = List.of(
            "errors",
            "error",
            "details",
            "detail",
            "causes",
            "violations",
            "invalid-params",
            "invalidParams",
            "invalid_params",
            "invalidParameters",
            "validationErrors",
            "validation_errors",
            "fieldErrors",
            "field_errors",
            "subErrors",
            "issues",
            "extra",
            "message",
            "messages");
    private static final String[] PLACES = {
        "pointer",
        "field",
        "propertyPath",
        "property",
        "path",
        "instancePath",
        "dataPath",
        "name",
        "param",
        "parameter",
        "key",
        "attribute",
        "location"
    };
    private static final String[] SENTENCES = {
        "detail", "message", "reason", "msg", "description", "defaultMessage", "error", "title"
    };

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(entry -> entry(entry, complaints));
        }
        for (String list : LISTS) {
            JsonNode entries = body.path(list);
            if (entries.isArray()) {
                entries.forEach(entry -> entry(entry, complaints));
            } else if (entries.isObject()) {
                LISTS.forEach(inner -> {
                    if (entries.path(inner).isArray()) {
                        entries.path(inner).forEach(entry -> entry(entry, complaints));
                    }
                });
            }
        }
        return complaints;
    }

    private static void entry(JsonNode entry, List<Complaint> into) {
        Where where = where(entry);
        if (!where.known()) {
            return;
        }
        for (String name : SENTENCES) {
            String words = entry.path(name).asText();
            List<Claim> claims = Words.claims(words);
            if (!claims.isEmpty()) {
                into.add(new Complaint(where, claims, words));
                return;
            }
        }
    }

    static Where where(JsonNode entry) {
        JsonNode source = entry.path("source");
        if (source.isObject()) { // JSON:API
            return source.path("parameter").isTextual()
                    ? Where.at(source.path("parameter").asText()).in("query")
                    : Where.at(source.path("pointer").asText());
        }
        for (String name : List.of("path", "loc")) {
            if (entry.path(name).isArray()) {
                List<String> path = new ArrayList<>();
                entry.path(name).forEach(step -> path.add(step.asText()));
                return Where.from(path);
            }
        }
        return Where.at(Texts.first(entry, PLACES)).in(Texts.first(entry, "in", "source", "locationType"));
    }
}
