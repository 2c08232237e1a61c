package io.contractcheck.generate.walk;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The families in the order of their values. */
final class Families {
    private static final List<Family> ALL = List.of(
            new Constants(),
            new Numbers(),
            new Strings(),
            new Types(),
            new Formats(),
            new Arrays(),
            new Containing(),
            new Objects(),
            new Extras(),
            new Combinators());

    private static final List<Family> OUTLINE = List.of(new Outline());

    private Families() {}

    static Stream<Candidate> valid(View view) {
        return each(of(view).stream().map(family -> () -> family.valid(view)));
    }

    static Stream<Candidate> invalid(View view) {
        return each(of(view).stream().map(family -> () -> family.invalid(view)));
    }

    private static List<Family> of(View view) {
        return !view.open() ? List.of() : view.making().enters(view) ? ALL : OUTLINE;
    }

    static Stream<Candidate> each(Stream<Supplier<Stream<Candidate>>> streams) {
        return Lazy.concat(streams);
    }
}
