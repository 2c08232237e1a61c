package io.contractcheck.testcase.coverage;

import io.contractcheck.generate.walk.Lazy;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The deterministic walk over the operations of an API: of each, cases on the bounds of what the document allows, and cases with exactly one
 * thing wrong. Thread-safe, and what it makes of an operation does not depend on what was asked for before.
 */
public final class Coverage {
    private final CoverageSettings settings;
    private final List<Family> families;

    /** The walk over an API; what belongs to a path is given with its first operation that can be called. */
    public Coverage(Api api, CoverageSettings settings) {
        this.settings = settings;
        this.families = families(api, new DocumentedPaths(api), settings);
    }

    private static List<Family> families(Api api, DocumentedPaths paths, CoverageSettings settings) {
        List<Family> families = new ArrayList<>(List.of(
                new BodyValues(),
                new ParameterValues(),
                new OptionalParameters(),
                new BothOrders(),
                new OmittedBody(),
                new MissingParameters(),
                new UndeclaredQuery()));
        if (settings.duplicateQueryParameters()) {
            families.add(new DuplicateQuery());
        }
        families.addAll(List.of(new MalformedJson(), new UnsupportedContentType(), new UnservedAccept()));
        if (settings.head()) {
            families.add(new HeadOfGet());
        }
        families.add(new UnexpectedMethods(paths, settings));
        if (settings.malformed()) {
            families.add(new MalformedRequests(api));
        }
        return families;
    }

    /**
     * The cases of an operation, each made when it is asked for; always the same. Each was proven to be what its intent says, and no two are
     * the same request.
     *
     * @param warnings is told of optional parts that have no valid value and are left out
     * @throws io.contractcheck.generate.UnsatisfiableException if a required part has no valid value; the message names it
     */
    public Stream<TestCase> cases(Operation operation, Consumer<String> warnings) {
        Baseline baseline = Baseline.of(operation, warnings);
        Given given = new Given();
        return Lazy.concat(families.stream().<Supplier<Stream<TestCase>>>map(family -> () -> family.cases(baseline)))
                .filter(this::wanted)
                .filter(given::lets);
    }

    private boolean wanted(TestCase testCase) {
        return testCase.intent() instanceof Intent.Positive
                ? settings.mode().positive()
                : settings.mode().negative();
    }
}
