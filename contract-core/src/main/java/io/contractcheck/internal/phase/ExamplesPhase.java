package io.contractcheck.internal.phase;

import io.contractcheck.openapi.Api;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Cases from the document's own examples. */
final class ExamplesPhase implements Phase {
    @Override
    public String name() {
        return "examples";
    }

    @Override
    public Stream<Scenario> scenarios(Api api, PhaseSettings settings, Consumer<String> warnings) {
        throw new UnsupportedOperationException();
    }
}
