package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go: the validator that Gin and Echo use, and {@code encoding/json}. */
final class Go implements Family {
    private static final Pattern TAG = Pattern.compile(
            "Key: '(?<key>[^']{1,200})' Error:Field validation for '[^']{1,200}' failed on the '(?<tag>[^']{1,80})' tag");
    private static final Pattern TYPE = Pattern.compile(
            "cannot unmarshal \\w+(?: [^ ]+)? into Go (?:struct field (?<field>[\\w.$]{1,200})|value) of type (?<type>[\\w.*\\[\\]]{1,80})");
    private static final Pattern UNKNOWN = Pattern.compile("json: unknown field \"(?<name>[^\"]{1,200})\"");

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        for (String name : List.of("error", "message", "msg", "detail", "errors")) {
            JsonNode texts = body.path(name);
            if (texts.isTextual()) {
                text(texts.textValue(), complaints);
            }
            texts.forEach(text -> text(text.asText(), complaints));
        }
        return complaints;
    }

    private static void text(String text, List<Complaint> into) {
        for (Matcher tag = TAG.matcher(text); tag.find(); ) {
            List<Claim> claims = switch (tag.group("tag")) {
                case "required" -> List.of(Claim.required(), Claim.notNull(), Claim.of(Claim.MIN_SIZE, 1));
                case "email" -> List.of(Claim.format("email"));
                case "uuid", "uuid4" -> List.of(Claim.format("uuid"));
                case "url", "uri" -> List.of(Claim.format("uri"));
                case "ip", "ipv4" -> List.of(Claim.format("ipv4"));
                case "hostname" -> List.of(Claim.format("hostname"));
                case "numeric", "number" -> List.of(Claim.pattern("^\\d+$"));
                case "alpha" -> List.of(Claim.pattern("^[a-zA-Z]+$"));
                case "alphanum" -> List.of(Claim.pattern("^[a-zA-Z0-9]+$"));
                default -> List.of();
            };
            if (!claims.isEmpty()) {
                into.add(new Complaint(Where.at(tag.group("key")), claims, tag.group()));
            }
        }
        Matcher type = TYPE.matcher(text);
        if (type.find() && type.group("field") != null) {
            List<Claim> claims = type(type.group("type"));
            if (!claims.isEmpty()) {
                into.add(new Complaint(Where.at(type.group("field")), claims, type.group()));
            }
        }
        Matcher unknown = UNKNOWN.matcher(text);
        if (unknown.find()) {
            into.add(new Complaint(Where.body().get(unknown.group("name")), List.of(Claim.unknown()), unknown.group()));
        }
    }

    private static List<Claim> type(String type) {
        return switch (type.replaceFirst("^\\*", "")) {
            case "int", "int32" -> List.of(Claim.type("integer"), Claim.format("int32"));
            case "int64", "uint64" -> List.of(Claim.type("integer"), Claim.format("int64"));
            case "uint", "uint32", "uint16", "uint8" -> List.of(Claim.type("integer"), Claim.of("minimum", 0));
            case "float64", "float32" -> List.of(Claim.type("number"));
            case "bool" -> List.of(Claim.type("boolean"));
            case "string" -> List.of(Claim.type("string"));
            case "time.Time" -> List.of(Claim.format("date-time"));
            default -> type.startsWith("[]") ? List.of(Claim.type("array")) : List.of();
        };
    }
}
