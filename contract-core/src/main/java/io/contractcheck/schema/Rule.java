package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema made ready to judge.
 *
 * @param keywords in the order of the schema
 * @param leftovers {@code unevaluated*}: those that judge what the other keywords did not look at
 * @param forbids whether it is the schema {@code false}
 */
record Rule(List<Keyword> keywords, List<Keyword> leftovers, boolean forbids) {
    static final Rule ANYTHING = new Rule(List.of(), List.of());

    Rule(List<Keyword> keywords, List<Keyword> leftovers) {
        this(keywords, leftovers, false);
    }

    static Rule nothing(Origin origin) {
        Keyword never = (value, evaluation, seen) -> evaluation.fails(
                origin.keyword("schema"),
                origin.place().describe(),
                () -> origin.keyword() == null
                        ? "must not be there, but is " + Evaluation.show(value)
                        : "must not be there: it is " + origin.keyword());
        return new Rule(List.of(never), List.of(), true);
    }

    boolean check(JsonNode value, Evaluation evaluation, @Nullable Seen seen) {
        Seen own = leftovers.isEmpty() ? seen : new Seen();
        boolean valid = true;
        // by index: this is what making and judging values does most
        for (int i = 0; i < keywords.size(); i++) {
            if (!keywords.get(i).check(value, evaluation, own)) {
                if (!evaluation.collecting()) {
                    return false;
                }
                valid = false;
            }
        }
        if (leftovers.isEmpty()) {
            return valid;
        }
        // a failed branch tells nothing about what it looked at: judging leftovers then would only repeat the failure
        for (int i = 0; valid && i < leftovers.size(); i++) {
            valid = leftovers.get(i).check(value, evaluation, own);
        }
        if (valid && seen != null && own != null) {
            seen.add(own);
        }
        return valid;
    }

    /** As a subschema of the same value: what a failing one looked at does not count. */
    boolean inPlace(JsonNode value, Evaluation evaluation, @Nullable Seen seen) {
        if (seen == null) {
            return check(value, evaluation, null);
        }
        Seen inner = new Seen();
        boolean valid = check(value, evaluation, inner);
        if (valid) {
            seen.add(inner);
        }
        return valid;
    }
}
