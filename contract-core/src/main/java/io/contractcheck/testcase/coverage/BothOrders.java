package io.contractcheck.testcase.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Relation;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The two ends of a range, as {@code from} and {@code to}: in their order, and the other way round, which no schema forbids. */
final class BothOrders implements Family {
    private static final int DEEPEST = 16;

    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        List<TestCase> cases = new ArrayList<>();
        List<Parameter> parameters = baseline.walked();
        for (Parameter low : parameters) {
            for (Parameter high : parameters) {
                if (low.in() == high.in() && Relation.areEnds(low.name(), high.name())) {
                    both(
                            (a, b) -> {
                                Map<Parameter, JsonNode> values = new LinkedHashMap<>();
                                values.put(low, a);
                                values.put(high, b);
                                return baseline.with(values);
                            },
                            Baseline.describe(low),
                            Baseline.describe(high),
                            cases);
                }
            }
        }
        baseline.template().body().ifPresent(body -> {
            List<String> names = new ArrayList<>(
                    body.content().schema().map(BothOrders::names).orElse(Set.of()));
            for (String low : names) {
                for (String high : names) {
                    if (Relation.areEnds(low, high) && body.value().isObject()) {
                        both(
                                (a, b) -> {
                                    ObjectNode value = body.value().deepCopy();
                                    value.set(low, a);
                                    value.set(high, b);
                                    return baseline.template().withBody(Optional.of(body.with(value)));
                                },
                                "body member '" + low + "'",
                                "'" + high + "'",
                                cases);
                    }
                }
            }
        });
        return cases.stream();
    }

    /** With the first ends that are valid either way. */
    private static void both(
            BiFunction<JsonNode, JsonNode, TestCase> make, String low, String high, List<TestCase> into) {
        for (List<JsonNode> ends : Relation.ends()) {
            TestCase right = named(make.apply(ends.get(0), ends.get(1)), low + " before " + high);
            TestCase reversed = named(make.apply(ends.get(1), ends.get(0)), low + " beyond " + high);
            if (Proofs.holds(right)
                    && Proofs.holds(reversed)
                    && !Relation.in(reversed).isEmpty()) {
                into.add(right);
                into.add(reversed);
                return;
            }
        }
    }

    private static TestCase named(TestCase testCase, String description) {
        return testCase.withIntent(new Intent.Positive(description, Focus.ANYWHERE));
    }

    private static Set<String> names(Schema schema) {
        Set<String> names = new LinkedHashSet<>();
        collect(schema, DEEPEST, names);
        return names;
    }

    private static void collect(Schema schema, int depth, Set<String> into) {
        if (depth == 0) {
            return;
        }
        try {
            JsonNode normal = schema.normal();
            normal.path("properties").fieldNames().forEachRemaining(into::add);
            if (normal.path("$ref").isTextual()) {
                collect(schema.target(normal.get("$ref").textValue()), depth - 1, into);
            }
            normal.path("allOf").forEach(part -> collect(schema.derive(part), depth - 1, into));
        } catch (ReferenceException e) {
            // what leads nowhere names nothing
        }
    }
}
