package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes schemas of the normal form ready to judge. References are followed when a value gets there. */
final class Compiler {
    private final Scope scope;
    private final List<String> warnings;

    Compiler(Scope scope, List<String> warnings) {
        this.scope = scope;
        this.warnings = warnings;
    }

    Scope scope() {
        return scope;
    }

    Rule rule(JsonNode normal, Origin otherwise) {
        if (!normal.isObject()) {
            return normal.isBoolean() && !normal.booleanValue() ? Rule.nothing(otherwise) : Rule.ANYTHING;
        }
        Origin known = scope.origin(normal);
        Origin origin = known == null ? otherwise : known;
        List<Keyword> keywords = new ArrayList<>();
        List<Keyword> leftovers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : normal.properties()) {
            String name = field.getKey();
            if (!Shape.of(name).fits(field.getValue())) {
                continue;
            }
            Part part = new Part(this, normal, name, field.getValue(), origin);
            Keyword keyword = keyword(part);
            if (keyword != null) {
                (name.startsWith("unevaluated") ? leftovers : keywords).add(keyword);
            }
        }
        return new Rule(List.copyOf(keywords), List.copyOf(leftovers));
    }

    private @Nullable Keyword keyword(Part part) {
        Keyword keyword = ValueKeywords.of(part);
        keyword = keyword == null ? TextKeywords.of(part) : keyword;
        keyword = keyword == null ? ArrayKeywords.of(part) : keyword;
        keyword = keyword == null ? ObjectKeywords.of(part) : keyword;
        return keyword == null ? LogicKeywords.of(part) : keyword;
    }

    /**
     * A pattern; null if it cannot be read, which is told as a warning.
     *
     * @param undecided what counts where matching a text takes too long
     */
    @Nullable Predicate<String> pattern(String source, boolean undecided, Origin origin, String keyword) {
        try {
            EcmaPattern pattern = EcmaPattern.compile(source);
            return text -> {
                try {
                    return pattern.find(text);
                } catch (PatternException e) {
                    return undecided;
                }
            };
        } catch (PatternException e) {
            warnings.add(origin.describe(keyword) + ": ignored, because the pattern cannot be used: " + e.getMessage());
            return null;
        }
    }

    /**
     * One keyword with what stands around it.
     *
     * @param schema the schema object of the normal form
     */
    record Part(Compiler compiler, JsonNode schema, String name, JsonNode value, Origin origin) {

        boolean fails(Evaluation evaluation, java.util.function.Supplier<String> message) {
            return evaluation.fails(origin, name, message);
        }

        Rule rule() {
            return compiler.rule(value, compiler.scope.origin(value) == null ? origin.at(name) : origin);
        }

        List<Rule> rules() {
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                rules.add(inner(value.get(i), i));
            }
            return List.copyOf(rules);
        }

        Map<String, Rule> ruleMap() {
            Origin own = compiler.scope.origin(value);
            Map<String, Rule> rules = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                Origin known = own == null ? null : own.members().get(member.getKey());
                rules.put(
                        member.getKey(),
                        known == null
                                ? inner(member.getValue(), member.getKey())
                                : compiler.rule(member.getValue(), known));
            }
            return rules;
        }

        private Rule inner(JsonNode member, Object step) {
            return compiler.rule(member, compiler.scope.origin(member) == null ? origin.at(name, step) : origin);
        }
    }
}
