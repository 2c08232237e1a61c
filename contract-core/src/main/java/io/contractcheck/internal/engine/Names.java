package io.contractcheck.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.link.Target;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.util.function.Predicate;

/** Names of things in cases: brought by other calls, or made up. */
final class Names {
    /** With so many letters or digits a made-up value is hardly the name of anything. */
    private static final int UNLIKELY = 8;

    private Names() {}

    /**
     * Whether a case takes what another one of its operation took, or has something there that hardly names a thing.
     *
     * @param shown whether something is there by that name, as answers show it
     */
    static boolean isLed(TestCase call, TestCase known, Predicate<String> shown) {
        return known.taken().stream()
                .map(Taken::target)
                .allMatch(
                        target -> call.taken().stream().anyMatch(t -> t.target().equals(target))
                                || isUnlikely(call, target, shown));
    }

    private static boolean isUnlikely(TestCase call, Target target, Predicate<String> shown) {
        return target instanceof Target.OfParameter of
                && call.parameters().stream()
                        .filter(p -> p.parameter().in() == of.in()
                                && p.parameter().name().equals(of.name()))
                        .map(ParameterValue::value)
                        .allMatch(value -> isUnlikely(value) && !shown.test(value.asText()));
    }

    private static boolean isUnlikely(JsonNode value) {
        return value.isValueNode() && value.asText().length() >= UNLIKELY;
    }
}
