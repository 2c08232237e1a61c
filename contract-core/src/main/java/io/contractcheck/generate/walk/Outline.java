package io.contractcheck.generate.walk;

import java.util.stream.Stream;

/** What is left of the walk where a schema was walked often enough elsewhere: whether it is asked for at all. */
final class Outline implements Family {
    private final Types types = new Types();

    @Override
    public Stream<Candidate> valid(View view) {
        return types.valid(view);
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        return Stream.concat(types.invalid(view), Combinators.none(view));
    }
}
