package io.contractcheck.testcase.coverage;

import io.contractcheck.http.Framing;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.RequestBody;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests that are no HTTP, and which a server refuses or bears, but does not fail on. Of each operation those that can reach its own code;
 * those that servers deal with before, once, with an operation that changes nothing.
 */
final class MalformedRequests implements Family {
    private static final String ANY_BASE = "http://localhost";
    private static final List<Framing> OF_BODIES = List.of(Framing.SHORT_BODY, Framing.BROKEN_CHUNK_SIZE);
    private static final List<Framing> OF_EACH = List.of(Framing.NUL, Framing.LONG_HEADER);
    private static final List<Framing> OF_ONE = List.of(
            Framing.LENGTH_AND_CHUNKS,
            Framing.TWO_LENGTHS,
            Framing.NO_HOST,
            Framing.TWO_HOSTS,
            Framing.SPACE_IN_NAME,
            Framing.NO_COLON,
            Framing.BARE_CR,
            Framing.LONG_TARGET,
            Framing.UNKNOWN_VERSION,
            Framing.METHOD);

    private final Optional<Operation> harmless;
    private final Optional<Operation> withBody;

    MalformedRequests(Api api) {
        List<Operation> gets = api.operations().stream()
                .filter(o -> o.method().equals("GET") && o.requestBody().isEmpty())
                .toList();
        this.harmless = gets.stream()
                .filter(o -> o.parameters().stream().noneMatch(Parameter::required))
                .findFirst()
                .or(() -> gets.stream().findFirst());
        this.withBody = api.operations().stream()
                .filter(o -> o.requestBody().filter(RequestBody::required).isPresent())
                .findFirst();
    }

    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        List<TestCase> cases = new ArrayList<>();
        if (hasBody(baseline.template())) {
            OF_BODIES.forEach(fault -> cases.add(of(baseline, fault)));
            if (withBody.filter(baseline.operation()::equals).isPresent()) {
                cases.add(of(baseline, Framing.CUT_CHUNKS));
            }
        }
        for (ParameterLocation in : List.of(ParameterLocation.PATH, ParameterLocation.QUERY)) {
            baseline.walked().stream()
                    .filter(p -> p.in() == in && p.mediaType().isEmpty())
                    .filter(p -> baseline.parameters().get(p).template().isValueNode())
                    .findFirst()
                    .ifPresent(p -> cases.add(percent(baseline, p)));
        }
        OF_EACH.forEach(fault -> cases.add(of(baseline, fault)));
        if (harmless.filter(baseline.operation()::equals).isPresent()) {
            OF_ONE.forEach(fault -> cases.add(of(baseline, fault)));
        }
        return cases.stream();
    }

    /** An empty one cannot be cut. */
    private static boolean hasBody(TestCase template) {
        byte[] body = Wire.write(template, ANY_BASE).body();
        return body != null && body.length > 0;
    }

    private static TestCase of(Baseline baseline, Framing fault) {
        return malformed(baseline.template(), new Deviation.Malformed(fault, Optional.empty()), fault.description());
    }

    private static TestCase percent(Baseline baseline, Parameter parameter) {
        TestCase with =
                baseline.with(parameter, baseline.parameters().get(parameter).template());
        return malformed(
                with,
                new Deviation.Malformed(Framing.PERCENT, Optional.of(parameter)),
                Baseline.describe(parameter) + " is %zz: a percent sign without hexadecimal digits");
    }

    private static TestCase malformed(TestCase template, Deviation.Malformed how, String what) {
        return template.with(how)
                .withIntent(Intent.Negative.alone(
                        how.mutation(what + " (" + how.framing().rule() + ")")));
    }
}
