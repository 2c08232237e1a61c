package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages of Jackson, in whichever text of an answer they stand: mostly {@code message} or {@code detail}. */
final class Jackson implements Family {
    private static final int READ = 8000;
    private static final int LEVELS = 3;
    private static final Pattern UNKNOWN = Pattern.compile(
            "Unrecognized (?:field|property) \"(?<name>[^\"]{1,200})\"|Unknown property ['\"](?<other>[^'\"]{1,200})['\"]");
    private static final Pattern ENUM = Pattern.compile(
            "(?s)from (?:String|Number|number) \"?(?<value>.{0,300}?)\"?: (?:value )?not one of the values accepted for"
                    + " Enum class: \\[(?<all>[^\\]]{1,4000})]");
    private static final Pattern TYPE =
            Pattern.compile("(?s)Cannot (?:deserialize value|deserialize instance|coerce [\\w ]{1,40}?)"
                    + "(?: of type| to) [`'\"](?<type>[^`'\"]{1,200})[`'\"]"
                    + "(?: value)?(?:.{0,40}?from (?:String|Text) \"(?<value>[^\"]{0,300})\")?");
    private static final Pattern MISSING = Pattern.compile("Missing required creator property '(?<name>[^']{1,200})'"
            + "|non-nullable type|[Nn]ull value for creator property '(?<other>[^']{1,200})'"
            + "|due to missing \\(therefore NULL\\) value for creator parameter (?<kotlin>[\\w$]{1,200})");
    private static final Pattern CHAIN = Pattern.compile("\\(through reference chain: (?<chain>[^)]{1,1000})\\)");
    private static final Pattern LINK =
            Pattern.compile("(?:->)?[^\\[\\]\"]*\\[(?:\"(?<name>[^\"]{1,200})\"|(?<index>\\d+))]");

    @Override
    public List<Complaint> read(JsonNode body) {
        List<Complaint> complaints = new ArrayList<>();
        walk(body, LEVELS, complaints);
        return complaints;
    }

    private static void walk(JsonNode node, int levels, List<Complaint> into) {
        if (node.isTextual()) {
            String text = node.textValue();
            read(text.substring(0, Math.min(text.length(), READ))).ifPresent(into::add);
        } else if (levels > 0) {
            node.forEach(child -> walk(child, levels - 1, into));
        }
    }

    private static Optional<Complaint> read(String text) {
        Where chain = chain(text);
        Matcher unknown = UNKNOWN.matcher(text);
        if (unknown.find()) {
            String name = unknown.group("name") == null ? unknown.group("other") : unknown.group("name");
            Where where = chain.steps().isEmpty() ? chain.get(name) : chain;
            return Optional.of(new Complaint(where, List.of(Claim.unknown()), unknown.group()));
        }
        Matcher constants = ENUM.matcher(text);
        if (constants.find()) {
            List<String> all = Arrays.asList(constants.group("all").split(",\\s*"));
            return Optional.of(new Complaint(
                    chain.of(constants.group("value")),
                    List.of(Claim.oneOf(all)),
                    "one of [" + constants.group("all") + "]"));
        }
        Matcher missing = MISSING.matcher(text);
        if (missing.find() && !chain.steps().isEmpty()) {
            return Optional.of(new Complaint(chain, List.of(Claim.required(), Claim.notNull()), missing.group()));
        }
        Matcher type = TYPE.matcher(text);
        if (type.find()) {
            List<Claim> claims = JavaTypes.claims(type.group("type"));
            String value = type.group("value");
            Where where = value == null || !chain.steps().isEmpty() ? chain : chain.of(value);
            if (!claims.isEmpty() && where.known()) {
                return Optional.of(new Complaint(where, claims, "is read as " + type.group("type")));
            }
        }
        return Optional.empty();
    }

    private static Where chain(String text) {
        Matcher chain = CHAIN.matcher(text);
        Where where = Where.body();
        if (chain.find()) {
            Matcher link = LINK.matcher(chain.group("chain"));
            while (link.find()) {
                where = where.get(link.group("name") == null ? "*" : link.group("name"));
            }
        }
        return where;
    }
}
