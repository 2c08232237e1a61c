package io.contractcheck.internal.phase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.TestCase;
import java.util.List;

/** Which values of a case are to be replaced by what earlier calls brought: those that it sends, and all of its path. */
final class Wanted {
    private Wanted() {}

    static boolean in(TestCase testCase, Target target) {
        return !isTaken(testCase, target) && !Taking.isAbout(testCase, target) && isSent(testCase, target);
    }

    static boolean isTaken(TestCase testCase, Target target) {
        return testCase.taken().stream().anyMatch(taken -> taken.target().equals(target));
    }

    private static boolean isSent(TestCase testCase, Target target) {
        if (target instanceof Target.OfParameter of) {
            return of.in() == ParameterLocation.PATH
                    || testCase.parameters().stream()
                            .map(value -> value.parameter())
                            .anyMatch(p -> p.in() == of.in() && p.name().equals(of.name()));
        }
        List<String> steps = ((Target.OfBody) target).steps();
        return testCase.body().filter(body -> has(body.value(), steps)).isPresent();
    }

    private static boolean has(JsonNode value, List<String> steps) {
        if (steps.isEmpty()) {
            return value.isValueNode() && !value.isNull();
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.equals(Source.ResponseBody.EACH)) {
            for (JsonNode element : value) {
                if (has(element, rest)) {
                    return true;
                }
            }
            return false;
        }
        return value.has(step) && has(value.get(step), rest);
    }
}
