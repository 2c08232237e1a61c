package io.contractcheck.testcase.coverage;

import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Once for each path the methods that the document does not have there. HEAD goes with GET, and CONNECT is for proxies. */
final class UnexpectedMethods implements Family {
    private static final String ANY_BASE = "http://localhost";
    private static final List<String> ALL =
            List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE", "QUERY");
    private static final List<String> WITH_BODY = List.of("PUT", "POST", "PATCH", "QUERY");

    private final DocumentedPaths paths;
    private final List<String> methods;

    UnexpectedMethods(DocumentedPaths paths, CoverageSettings settings) {
        this.paths = paths;
        this.methods = settings.unexpectedMethods() ? ALL : settings.options() ? List.of("OPTIONS") : List.of();
    }

    @Override
    public Stream<TestCase> cases(Baseline baseline) {
        Operation operation = baseline.operation();
        if (methods.isEmpty() || !paths.speaks(operation)) {
            return Stream.empty();
        }
        String path = Wire.write(baseline.template(), ANY_BASE).path();
        if (operation.path().contains("{") && paths.isLiteral(path)) {
            return Stream.empty(); // it is asked for by that name too
        }
        Set<String> documented = paths.methods(path);
        return methods.stream()
                .filter(m -> !documented.contains(m) && !operation.pathMethods().contains(m))
                .map(m -> of(baseline, m));
    }

    private static TestCase of(Baseline baseline, String method) {
        TestCase template = WITH_BODY.contains(method)
                ? baseline.template()
                : baseline.template().withBody(Optional.empty());
        return template.with(new Deviation.Method(method))
                .withIntent(Baseline.wrong(
                        Mutation.Location.METHOD,
                        Optional.empty(),
                        "method",
                        method + " is not documented on " + baseline.operation().path()));
    }
}
