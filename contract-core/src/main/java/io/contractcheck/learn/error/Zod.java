package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Zod: issues with a code and its bounds. */
final class Zod implements Family {
    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        for (JsonNode list : List.of(
                body,
                body.path("issues"),
                body.path("errors"),
                body.path("error").path("issues"))) {
            if (list.isArray()) {
                list.forEach(issue -> issue(issue, complaints));
            }
        }
        return complaints;
    }

    private static void issue(JsonNode issue, List<Complaint> into) {
        if (!issue.path("path").isArray() || !issue.path("code").isTextual()) {
            return;
        }
        Where where = ProblemDetails.where(issue);
        String words = issue.path("message").asText();
        List<Claim> claims = claims(issue);
        if (!claims.isEmpty()) {
            into.add(new Complaint(where, claims, words));
        }
        for (JsonNode key : issue.path("keys")) {
            into.add(new Complaint(where.get(key.asText()), List.of(Claim.unknown()), words));
        }
    }

    private static List<Claim> claims(JsonNode issue) {
        String of = issue.path("type").asText(issue.path("origin").asText());
        boolean number = of.equals("number") || of.equals("int");
        boolean inclusive = issue.path("inclusive").asBoolean(true);
        return switch (issue.path("code").asText()) {
            case "too_small" ->
                bound(issue.path("minimum"), number ? inclusive ? "minimum" : "exclusiveMinimum" : Claim.MIN_SIZE);
            case "too_big" ->
                bound(issue.path("maximum"), number ? inclusive ? "maximum" : "exclusiveMaximum" : Claim.MAX_SIZE);
            case "invalid_enum_value", "invalid_value" -> {
                JsonNode options = issue.has("options") ? issue.get("options") : issue.path("values");
                yield options.isArray() ? List.of(new Claim("enum", options)) : List.of();
            }
            case "invalid_string", "invalid_format" -> format(issue);
            case "invalid_type" -> type(issue);
            default -> List.of();
        };
    }

    private static List<Claim> bound(JsonNode bound, String keyword) {
        return bound.isNumber() ? List.of(Claim.number(keyword, bound.asText())) : List.of();
    }

    private static List<Claim> format(JsonNode issue) {
        return switch (issue.path("validation").asText(issue.path("format").asText())) {
            case "email" -> List.of(Claim.format("email"));
            case "uuid" -> List.of(Claim.format("uuid"));
            case "url" -> List.of(Claim.format("uri"));
            case "datetime" -> List.of(Claim.format("date-time"));
            case "date" -> List.of(Claim.format("date"));
            default -> List.of();
        };
    }

    private static List<Claim> type(JsonNode issue) {
        if (issue.path("received").asText().equals("undefined")
                || issue.path("message").asText().endsWith("received undefined")) {
            return List.of(Claim.required());
        }
        return switch (issue.path("expected").asText()) {
            case "integer", "int" -> List.of(Claim.type("integer"));
            case "string", "number", "boolean", "array" ->
                List.of(Claim.type(issue.path("expected").asText()));
            default -> List.of();
        };
    }
}
