package io.contractcheck.testcase.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Only what is required, then optional parameters together: one combination of each size, since all would be too many. */
final class OptionalParameters implements Family {
    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        List<Parameter> optional =
                baseline.walked().stream().filter(p -> !p.required()).toList();
        Stream<TestCase> none = optional.isEmpty()
                ? Stream.empty()
                : Stream.of(baseline.template()
                        .withParameters(baseline.template().parameters().stream()
                                .filter(v -> v.parameter().required())
                                .toList())
                        .withIntent(new Intent.Positive("only the required parameters", Focus.NOTHING)));
        return Stream.concat(
                none,
                IntStream.rangeClosed(1, optional.size())
                        .mapToObj(size -> of(baseline, optional.subList(0, size), size == optional.size())));
    }

    private static TestCase of(Baseline baseline, List<Parameter> chosen, boolean all) {
        Map<Parameter, JsonNode> values = new LinkedHashMap<>();
        chosen.forEach(p -> values.put(p, baseline.parameters().get(p).template()));
        String description = all
                ? "all optional parameters together"
                : "the first " + chosen.size() + " optional parameters together, to "
                        + Baseline.describe(chosen.get(chosen.size() - 1));
        return baseline.with(values)
                .withIntent(new Intent.Positive(
                        description, chosen.size() == 1 ? Baseline.at(chosen.get(0)) : Focus.ANYWHERE));
    }
}
