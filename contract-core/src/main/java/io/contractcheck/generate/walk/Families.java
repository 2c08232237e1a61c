package io.contractcheck.generate.walk;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The families in the order of their values. */
final class Families {
    private static final List<Family> ALL = List.of(
            new Constants(),
            new Types(),
            new Numbers(),
            new Strings(),
            new Formats(),
            new Arrays(),
            new Objects(),
            new Combinators());

    private Families() {}

    static Stream<Candidate> valid(View view) {
        return view.open() ? each(ALL.stream().map(family -> () -> family.valid(view))) : Stream.empty();
    }

    static Stream<Candidate> invalid(View view) {
        return view.open() ? each(ALL.stream().map(family -> () -> family.invalid(view))) : Stream.empty();
    }

    static Stream<Candidate> each(Stream<Supplier<Stream<Candidate>>> streams) {
        return Lazy.concat(streams);
    }
}
