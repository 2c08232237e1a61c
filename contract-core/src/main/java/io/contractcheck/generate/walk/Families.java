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

    private Families() {}

    static Stream<Candidate> valid(View view) {
        return enters(view) ? each(ALL.stream().map(family -> () -> family.valid(view))) : Stream.empty();
    }

    static Stream<Candidate> invalid(View view) {
        return enters(view) ? each(ALL.stream().map(family -> () -> family.invalid(view))) : Stream.empty();
    }

    private static boolean enters(View view) {
        return view.open() && view.making().enters(view);
    }

    static Stream<Candidate> each(Stream<Supplier<Stream<Candidate>>> streams) {
        return Lazy.concat(streams);
    }
}
