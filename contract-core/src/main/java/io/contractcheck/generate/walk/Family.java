package io.contractcheck.generate.walk;

import java.util.stream.Stream;

/** The keywords that are walked together. Streams must be lazy where they are long. */
interface Family {
    /** Values meant to be valid. */
    Stream<Candidate> valid(View view);

    /** Values with one thing wrong. */
    Stream<Candidate> invalid(View view);
}
